/** One phone: whose it is, the chat, the rich menu and where to write. */
import { attempt, copy, toggleFriendship } from './actions.ts'
import { api } from './api.ts'
import { Chat } from './chat.ts'
import { Composer } from './composer.ts'
import { icons } from './icons.ts'
import { RichMenuPanel } from './rich-menu.ts'
import { hasSpoken } from './state.ts'
import { roleName, texts } from './texts.ts'
import type { Phone as PhoneData } from './types.ts'
import { html, memo, useEffect, useRef, type VNode } from './vendor.ts'

interface PhoneProps {
  phone: PhoneData
  botName: string
  isActive: boolean
  loadingSeconds?: number
  deeds: number
  isAnswered: boolean
}

export const Phone = memo<PhoneProps>(({ phone, botName, isActive, loadingSeconds, deeds, isAnswered }) => {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isActive) frame.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [isActive])
  return html`<section ref=${frame} class=${`phone role-${phone.role} ${isActive ? 'is-active' : ''}`} id=${`phone-${phone.id}`}
    aria-label=${texts.phoneOf(phone.name)}>
    <${Header} phone=${phone} />
    <${Chat} phone=${phone} botName=${botName} loadingSeconds=${loadingSeconds} deeds=${deeds} isAnswered=${isAnswered} />
    ${menuOf(phone)}
    ${phone.following ? html`<${Composer} phoneId=${phone.id} />` : stranger(phone, botName)}
  </section>`
})

function menuOf(phone: PhoneData): VNode | null {
  if (!phone.following || !phone.richMenu) return null
  return html`<${RichMenuPanel} richMenuId=${phone.richMenu} phoneId=${phone.id} hasSpoken=${hasSpoken(phone)} />`
}

const Header = memo<{ phone: PhoneData }>(({ phone }) => {
  const provinces = phone.provinces.join(' · ')
  const inFull = [roleName(phone.role), provinces, phone.position].filter(Boolean).join(' · ')
  return html`<header class="phone-header">
    <span class="initial" aria-hidden="true">${initialOf(phone.name)}</span>
    <div class="who">
      <h2 title=${phone.name}>${phone.name}</h2>
      <p title=${inFull}><span class="role">${roleName(phone.role)}</span>${provinces && html` <span class="province">${provinces}</span>`}</p>
    </div>
    <${PhoneMenu} phone=${phone} />
  </header>`
})

/** A disclosure that closes after a choice, on Escape and when the focus leaves it. */
function PhoneMenu({ phone }: { phone: PhoneData }): VNode {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')
  const choose = (work: () => void) => () => {
    close()
    work()
  }
  useEffect(() => {
    const closeOutside = ({ target }: Event) => {
      if (!menu.current?.contains(target as Node)) close()
    }
    const events = ['pointerdown', 'focusin']
    for (const type of events) document.addEventListener(type, closeOutside)
    return () => {
      for (const type of events) document.removeEventListener(type, closeOutside)
    }
  }, [])
  return html`<details class="phone-menu" ref=${menu}
    onKeyDown=${({ key }: KeyboardEvent) => key === 'Escape' && close()}>
    <summary class="icon-button" aria-label=${texts.menuOf(phone.name)}>${icons.more()}</summary>
    <div class="phone-menu-items">
      <button type="button" class=${phone.following ? 'danger' : ''} onClick=${choose(() => toggleFriendship(phone))}>
        ${phone.following ? texts.block : befriend(phone)}
      </button>
      <button type="button" onClick=${choose(() => void copy(phone.userId))}>${texts.copyUserId}</button>
    </div>
  </details>`
}

function stranger(phone: PhoneData, botName: string): VNode {
  const hasHistory = phone.messages.length > 0
  return html`<div class="stranger">
    <p>${hasHistory ? texts.blocked(botName) : texts.notFollowing(botName)}</p>
    <button type="button" class="primary" onClick=${() => attempt(() => api.follow(phone.id))}>${icons.add()} ${befriend(phone)}</button>
  </div>`
}

function befriend(phone: PhoneData): string {
  return phone.messages.length > 0 ? texts.unblock : texts.follow
}

/** The first consonant: a Thai name may open with a vowel, which alone says nothing. */
function initialOf(name: string): string {
  return name.match(/[ก-ฮA-Za-z]/)?.[0]?.toUpperCase() ?? '•'
}
