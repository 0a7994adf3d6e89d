/** The raw side of the story: signed webhooks to the bot and the bot's calls to LINE, newest first. */
import { icons } from './icons.ts'
import { dispatch } from './store.ts'
import { texts } from './texts.ts'
import { dayOf, showDay, showTime } from './thai-date.ts'
import { isShown, pretty, type TrafficFilter } from './traffic.ts'
import type { TrafficEntry } from './types.ts'
import { html, memo, useEffect, useRef, useState, type VNode } from './vendor.ts'

const FILTERS: { value: TrafficFilter; label: string }[] = [
  { value: 'all', label: texts.trafficAll },
  { value: 'webhook', label: texts.trafficWebhook },
  { value: 'api', label: texts.trafficApi },
  { value: 'failed', label: texts.trafficFailed },
]

const close = () => dispatch({ type: 'drawer', isOpen: false })

export const TrafficDrawer = memo<{ traffic: readonly TrafficEntry[] }>(({ traffic }) => {
  const [filter, setFilter] = useState<TrafficFilter>('all')
  const [search, setSearch] = useState('')
  const closeButton = useRef<HTMLButtonElement>(null)
  useEffect(() => closeButton.current?.focus(), [])
  const shown = traffic.filter((entry) => isShown(entry, filter, search))

  return html`<aside class="drawer" aria-label=${texts.traffic} onKeyDown=${({ key }: KeyboardEvent) => key === 'Escape' && close()}>
    <header>
      <div><h2>${texts.traffic}</h2><p>${texts.trafficHint}</p></div>
      <button type="button" class="icon-button" ref=${closeButton} aria-label=${texts.close} onClick=${close}>${icons.close()}</button>
    </header>
    <div class="drawer-filters">
      <select aria-label=${texts.trafficFilter} value=${filter}
        onChange=${(event: Event) => setFilter((event.target as HTMLSelectElement).value as TrafficFilter)}>
        ${FILTERS.map(({ value, label }) => html`<option value=${value}>${label}</option>`)}
      </select>
      <input type="search" aria-label=${texts.trafficSearch} placeholder=${texts.trafficSearch} value=${search}
        onInput=${(event: Event) => setSearch((event.target as HTMLInputElement).value)} />
    </div>
    <ol class="drawer-list">${shown.map((entry) => html`<${Entry} key=${entry.id} entry=${entry} />`)}</ol>
    ${shown.length === 0 && html`<p class="drawer-empty">${texts.trafficEmpty}</p>`}
  </aside>`
})

/** The JSON of an entry is written out when it is opened, not before. */
const Entry = memo<{ entry: TrafficEntry }>(({ entry }) => {
  const [isOpen, setIsOpen] = useState(false)
  const outcome = entry.status >= 200 && entry.status < 300 ? 'good' : 'bad'
  return html`<li class=${`traffic is-${entry.direction}`}>
    <details onToggle=${({ target }: Event) => setIsOpen((target as HTMLDetailsElement).open)}>
      <summary>
        <span class="direction">${entry.direction === 'webhook' ? 'webhook' : 'API'}</span>
        <code>${entry.method} ${entry.path}</code>
        <span class=${`status ${outcome}`}>${entry.status || '—'}</span>
        <small>${showDay(dayOf(entry.at))} ${showTime(entry.at)}${entry.ms === undefined ? '' : ` · ${Math.round(entry.ms)} ms`}</small>
      </summary>
      ${isOpen && html`${body(texts.requestBody, entry.requestBody)}${body(texts.responseBody, entry.responseBody)}`}
    </details>
  </li>`
})

function body(title: string, value: unknown): VNode {
  return html`<h3>${title}</h3><pre tabindex="0">${pretty(value) || texts.noBody}</pre>`
}
