/** One line of a chat: whose it is, what it shows, when it came. */
import { attempt, perform } from './actions.ts'
import { api } from './api.ts'
import { icons } from './icons.ts'
import { MessageBody } from './message-body.ts'
import { texts } from './texts.ts'
import { showTime } from './thai-date.ts'
import type { ChatEntry, LineAction } from './types.ts'
import { html, memo, useMemo, type VNode } from './vendor.ts'

interface MessageProps {
  entry: ChatEntry
  phoneId: string
  phoneName: string
  botName: string
  /** Bot lines that follow one another share one avatar. */
  opensGroup: boolean
}

const UNSENDABLE = ['text', 'image', 'file', 'sticker']
const WIDE = ['flex', 'template', 'imagemap']

export const Message = memo<MessageProps>(({ entry, phoneId, phoneName, botName, opensGroup }) => {
  const onAction = useMemo(() => (action: LineAction) => perform(phoneId, action), [phoneId])
  if (entry.from === 'system') return html`<p class="system-note">${entry.message.text ?? entry.message.altText}</p>`
  const fromBot = entry.from === 'bot'
  const width = WIDE.includes(entry.message.type) ? 'wide' : ''
  const time = html`<time class="message-time" datetime=${entry.at}>${showTime(entry.at)}</time>`
  const body = html`<${MessageBody} entry=${entry} sender=${fromBot ? botName : phoneName} onAction=${onAction} />`
  return html`<div class=${`message from-${entry.from} ${width} ${opensGroup ? 'opens-group' : ''}`} data-message-id=${entry.id}>
    ${fromBot && opensGroup && html`<span class="avatar">${icons.bot()}</span><span class="sender">${botName}</span>`}
    <div class="message-line">${body}${time}${!fromBot && unsendButton(phoneId, entry)}</div>
  </div>`
})

function unsendButton(phoneId: string, entry: ChatEntry): VNode | null {
  if (!UNSENDABLE.includes(entry.message.type)) return null
  return html`<button type="button" class="unsend" title=${texts.unsend} aria-label=${texts.unsend}
    onClick=${() => attempt(() => api.unsend(phoneId, entry.id))}>${icons.undo()}</button>`
}
