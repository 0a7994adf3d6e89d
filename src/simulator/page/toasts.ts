/** Short words about what went wrong, read out by a screen reader, gone by themselves. */
import { icons } from './icons.ts'
import { dispatch } from './store.ts'
import { texts } from './texts.ts'
import { html, memo } from './vendor.ts'

export const Toasts = memo<{ toasts: readonly { id: number; text: string }[] }>(({ toasts }) => {
  return html`<div class="toasts" role="alert">
    ${toasts.map(
      ({ id, text }) => html`<p class="toast" key=${id}>${text}
        <button type="button" class="icon-button" aria-label=${texts.dismiss} onClick=${() => dispatch({ type: 'toastOver', id })}>${icons.close()}</button>
      </p>`,
    )}
  </div>`
})
