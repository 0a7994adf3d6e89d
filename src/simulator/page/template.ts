/** LINE's older template messages: buttons, confirm and their carousel. */
import { safeUri } from './actions.ts'
import { Carousel } from './carousel.ts'
import type { OnAction } from './flex.ts'
import type { LineAction, LineTemplate } from './types.ts'
import { html, type VNode } from './vendor.ts'

export function Template({ template, onAction }: { template: LineTemplate; onAction: OnAction }): VNode {
  if (!template.columns) return card(template, onAction)
  return html`<${Carousel} cards=${template.columns.map((column) => card(column, onAction))} />`
}

function card({ type, thumbnailImageUrl, title, text, actions = [] }: LineTemplate, onAction: OnAction): VNode {
  return html`<div class="bubble template">
    ${thumbnailImageUrl && html`<img class="template-image" src=${thumbnailImageUrl} alt="" />`}
    <div class="template-words">
      ${title && html`<p class="template-title">${title}</p>`}
      <p>${text}</p>
    </div>
    <div class=${`template-actions ${type === 'confirm' ? 'in-a-row' : ''}`}>${actions.map((action) => button(action, onAction))}</div>
  </div>`
}

function button(action: LineAction, onAction: OnAction): VNode {
  const uri = safeUri(action)
  if (uri)
    return html`<a class="fx-button fx-link fx-sm" href=${uri} target="_blank" rel="noopener noreferrer">${action.label}</a>`
  return html`<button type="button" class="fx-button fx-link fx-sm" onClick=${() => onAction(action)}>${action.label}</button>`
}
