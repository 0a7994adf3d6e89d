/** What a message shows, by its LINE type. All of it is text to preact: markup in a message stays visible as text. */
import { contentUrl } from './api.ts'
import { Flex, type OnAction } from './flex.ts'
import { icons } from './icons.ts'
import { Template } from './template.ts'
import { texts } from './texts.ts'
import type { ChatEntry, LineMessage } from './types.ts'
import { html, type VNode } from './vendor.ts'

interface BodyProps {
  entry: ChatEntry
  sender: string
  onAction: OnAction
}

const URL_IN_TEXT = /(https?:\/\/[^\s<>"']+)/

const views: Record<string, (props: BodyProps) => VNode> = {
  text: ({ entry }) => html`<div class="text-bubble">${withLinks(entry.message.text ?? '')}</div>`,
  textV2: ({ entry }) => html`<div class="text-bubble">${withLinks(entry.message.text ?? '')}</div>`,
  flex: ({ entry: { message }, onAction }) =>
    message.contents
      ? html`<${Flex} container=${message.contents} onAction=${onAction} />`
      : html`<div class="text-bubble">${message.altText}</div>`,
  template: ({ entry: { message }, onAction }) =>
    html`<${Template} template=${message.template ?? { type: 'buttons' }} onAction=${onAction} />`,
  image: photo,
  file: ({ entry: { id, message } }) =>
    html`<a class="text-bubble file-bubble" href=${contentUrl(id)} download>
      ${icons.file()}<span>${message.fileName ?? texts.file}</span>
    </a>`,
  sticker: () => html`<div class="sticker" role="img" aria-label=${texts.stickerShown}>${icons.smile()}</div>`,
}

export function MessageBody(props: BodyProps): VNode {
  const view = views[props.entry.message.type]
  return view ? view(props) : unknown(props.entry.message)
}

function photo({ entry, sender }: BodyProps): VNode {
  const { originalContentUrl, previewImageUrl } = entry.message
  const full = originalContentUrl ?? contentUrl(entry.id)
  return html`<a class="photo" href=${full} target="_blank" rel="noopener noreferrer" title=${texts.openPhoto}>
    <img src=${previewImageUrl ?? full} alt=${texts.photoOf(sender)} />
  </a>`
}

function unknown(message: LineMessage): VNode {
  return html`<div class="text-bubble">${message.text ?? message.altText ?? texts.unknownMessage(message.type)}</div>`
}

/** Splitting on the pattern leaves the links at the odd places. */
function withLinks(text: string): (string | VNode)[] {
  return text.split(URL_IN_TEXT).map((part, index) => {
    if (index % 2 === 0) return part
    return html`<a href=${part} target="_blank" rel="noopener noreferrer">${part}</a>`
  })
}
