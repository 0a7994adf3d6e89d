/** The page: one state, drawn again when it changes. */
import { AddPhoneDialog } from './add-phone-dialog.ts'
import { ClockDialog } from './clock-dialog.ts'
import { connect } from './connection.ts'
import { DateDialog } from './date-dialog.ts'
import { Phone } from './phone.ts'
import { PhoneTabs } from './phone-tabs.ts'
import type { PageState } from './state.ts'
import { presentState, subscribe } from './store.ts'
import { texts } from './texts.ts'
import { Toasts } from './toasts.ts'
import { TopBar } from './top-bar.ts'
import { TrafficDrawer } from './traffic-drawer.ts'
import { html, render, useEffect, useState, type VNode } from './vendor.ts'

function App(): VNode {
  const [state, setState] = useState(presentState)
  useEffect(() => subscribe(setState), [])
  if (!state.ready)
    return html`<p class="opening" role="status">${state.connected ? texts.loading : texts.reconnecting}</p>`
  const { now, phones, activePhone, unread, isMovingClock, isDrawerOpen } = state
  return html`<div class="page">
    <${TopBar} now=${now} isMovingClock=${isMovingClock} isDrawerOpen=${isDrawerOpen} />
    ${!state.connected && html`<p class="offline" role="status">${texts.reconnecting}</p>`}
    <${PhoneTabs} phones=${phones} activePhone=${activePhone} unread=${unread} />
    <main class="phones">${phonesOf(state)}</main>
    ${isDrawerOpen && html`<${TrafficDrawer} traffic=${state.traffic} />`}
    ${dialogOf(state)}
    <${Toasts} toasts=${state.toasts} />
  </div>`
}

function phonesOf({ phones, botName, activePhone, loading, deeds, answered }: PageState): VNode[] {
  return phones.map((phone) => {
    const isAnswered = answered.has(phone.messages.at(-1)?.id ?? '')
    return html`<${Phone} key=${phone.id} phone=${phone} botName=${botName}
      isActive=${phone.id === activePhone} loadingSeconds=${loading[phone.id]} deeds=${deeds[phone.id] ?? 0} isAnswered=${isAnswered} />`
  })
}

function dialogOf({ dialog, now }: PageState): VNode | null {
  if (!dialog) return null
  if (dialog.kind === 'clock') return html`<${ClockDialog} now=${now} />`
  if (dialog.kind === 'add-phone') return html`<${AddPhoneDialog} />`
  return html`<${DateDialog} phoneId=${dialog.phoneId} action=${dialog.action} now=${now} />`
}

const root = document.getElementById('app')
if (root) render(html`<${App} />`, root)
connect()
