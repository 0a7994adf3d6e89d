/** On a small screen: whose phone is shown, and who has something new. */
import { dispatch } from './store.ts'
import { roleName, texts } from './texts.ts'
import type { Phone } from './types.ts'
import { html, memo, useEffect, useRef } from './vendor.ts'

interface PhoneTabsProps {
  phones: readonly Phone[]
  activePhone: string
  unread: Readonly<Record<string, number>>
}

export const PhoneTabs = memo<PhoneTabsProps>(({ phones, activePhone, unread }) => {
  const current = useRef<HTMLElement>(null)
  useEffect(() => current.current?.scrollIntoView({ block: 'nearest', inline: 'center' }), [activePhone])
  return html`<nav class="tabs" aria-label=${texts.phones}>
    ${phones.map(({ id, name, role }) => {
      const count = unread[id] ?? 0
      const isActive = id === activePhone
      return html`<button key=${id} ref=${isActive ? current : undefined} type="button" class=${`tab role-${role}`} aria-current=${isActive ? 'true' : undefined}
        onClick=${() => dispatch({ type: 'phoneChosen', phoneId: id })}>
        <b>${name}</b><small>${roleName(role)}</small>
        ${count > 0 && html`<span class="unread" aria-label=${texts.unread(count)}>${count}</span>`}
      </button>`
    })}
  </nav>`
})
