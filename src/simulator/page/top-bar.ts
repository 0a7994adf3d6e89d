/** The bar above the phones: what this is, what day it is, and the page's own buttons. */
import { ClockBar } from './clock-bar.ts'
import { icons } from './icons.ts'
import { dispatch } from './store.ts'
import { PRODUCT, PRODUCT_SUFFIX, texts } from './texts.ts'
import { html, memo } from './vendor.ts'

interface TopBarProps {
  now: string
  isMovingClock: boolean
  isDrawerOpen: boolean
}

export const TopBar = memo<TopBarProps>(({ now, isMovingClock, isDrawerOpen }) => {
  return html`<header class="top-bar">
    <h1>${icons.logo()}<span><b>${PRODUCT}</b> <span class="suffix"><span class="dash">— </span>${PRODUCT_SUFFIX}</span></span></h1>
    <${ClockBar} now=${now} isMoving=${isMovingClock} />
    <div class="page-buttons">
      <button type="button" aria-label=${texts.addPhone} onClick=${() => dispatch({ type: 'dialog', dialog: { kind: 'add-phone' } })}>
        ${icons.add()}<span>${texts.addPhone}</span>
      </button>
      <button type="button" aria-label=${texts.traffic} aria-expanded=${isDrawerOpen} onClick=${() => dispatch({ type: 'drawer', isOpen: !isDrawerOpen })}>
        ${icons.code()}<span>${texts.traffic}</span>
      </button>
    </div>
  </header>`
})
