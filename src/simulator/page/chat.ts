/** The chat of one phone: its lines with a date between days, what the bot is about to say, and what can be tapped next. */
import { perform, send } from './actions.ts'
import { api } from './api.ts'
import { icons } from './icons.ts'
import { Message } from './message.ts'
import { hasSpoken } from './state.ts'
import { dispatch } from './store.ts'
import { examplesFor, texts } from './texts.ts'
import { dayOf, showDay } from './thai-date.ts'
import type { LineAction, Phone } from './types.ts'
import { useBottomPin } from './use-bottom-pin.ts'
import { html, useEffect, type VNode } from './vendor.ts'

interface ChatProps {
  phone: Phone
  botName: string
  /** How long LINE's loading animation shows, when it does. */
  loadingSeconds?: number
  /** How often the phone's owner did something. */
  deeds: number
  isAnswered: boolean
}

export function Chat({ phone, botName, loadingSeconds, deeds, isAnswered }: ChatProps): VNode {
  const { log, content, isAway, goToEnd } = useBottomPin(phone.messages, deeds)
  return html`<div class="chat">
    <div class="chat-log" role="log" aria-label=${texts.chatOf(phone.name)} tabindex="0" ref=${log}>
      <div class="chat-content" ref=${content}>
        ${!phone.following && phone.messages.length === 0 && introduction(botName)}
        ${lines(phone, botName)}
        ${loadingSeconds !== undefined && html`<${Loading} phoneId=${phone.id} botName=${botName} seconds=${loadingSeconds} />`}
        ${!isAnswered && quickReplies(phone)}
        ${phone.following && !hasSpoken(phone) && examples(phone)}
      </div>
    </div>
    ${isAway && html`<button type="button" class="to-end" onClick=${goToEnd}>${texts.newMessages} ${icons.down()}</button>`}
  </div>`
}

function lines({ id, name, messages }: Phone, botName: string): VNode[] {
  return messages.flatMap((entry, index) => {
    const before = messages[index - 1]
    const day = dayOf(entry.at)
    const isNewDay = !before || dayOf(before.at) !== day
    const message = html`<${Message} key=${entry.id} entry=${entry} phoneId=${id} phoneName=${name} botName=${botName}
      opensGroup=${isNewDay || before?.from !== entry.from} />`
    return isNewDay
      ? [html`<p class="day" key=${`day-${entry.id}`}><span>${showDay(day)}</span></p>`, message]
      : [message]
  })
}

/** LINE shows them under the last message only; a tap or a newer message takes them away. */
function quickReplies({ id, messages }: Phone): VNode | null {
  const last = messages.at(-1)
  const items = last?.from === 'bot' ? (last.message.quickReply?.items ?? []) : []
  if (!last || items.length === 0) return null
  const tap = (action: LineAction) => {
    const keepsOffering = action.type === 'datetimepicker' || action.type.startsWith('camera')
    if (!keepsOffering) dispatch({ type: 'quickReplyTapped', entryId: last.id })
    perform(id, action)
  }
  return html`<div class="quick-replies" role="group" aria-label=${texts.quickReplies}>
    ${items.map(
      ({ action }) => html`<button type="button" class="chip" onClick=${() => tap(action)}>${action.label}</button>`,
    )}
  </div>`
}

/** What a stranger sees before adding the bot. */
function introduction(botName: string): VNode {
  return html`<div class="introduction">
    <span class="portrait">${icons.bot()}</span><b>${botName}</b>
    <p>${texts.botAbout}</p>
  </div>`
}

/** For who has not said anything yet. */
function examples({ id, role }: Phone): VNode {
  return html`<div class="examples">
    <p>${texts.tryThese}</p>
    ${examplesFor(role).map(
      (example) =>
        html`<button type="button" class="example" onClick=${() => send(id, () => api.sendText(id, example))}>${example}</button>`,
    )}
  </div>`
}

function Loading({ phoneId, botName, seconds }: { phoneId: string; botName: string; seconds: number }): VNode {
  useEffect(() => {
    const timer = setTimeout(() => dispatch({ type: 'loadingOver', phoneId }), seconds * 1000)
    return () => clearTimeout(timer)
  }, [phoneId, seconds])
  return html`<div class="message from-bot opens-group loading" role="status" aria-label=${texts.typing(botName)}>
    <span class="avatar">${icons.bot()}</span><span class="sender">${botName}</span>
    <div class="message-line"><div class="text-bubble dots"><i></i><i></i><i></i></div></div>
  </div>`
}
