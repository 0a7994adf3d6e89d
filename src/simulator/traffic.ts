/** The last webhooks and API calls, for the drawer on the page. Headers are never kept: they hold the token and the signature. */
import type { Clock } from '../clock.ts'
import type { Live } from './live.ts'
import type { TrafficEntry } from './types.ts'

const KEPT = 500

export class Traffic {
  readonly #clock: Clock
  readonly #live: Live
  readonly #entries: TrafficEntry[] = []
  #count = 0

  constructor(clock: Clock, live: Live) {
    this.#clock = clock
    this.#live = live
  }

  record(seen: Omit<TrafficEntry, 'id' | 'at'>): void {
    this.#count += 1
    const entry = { id: String(this.#count), at: this.#clock.now().toISOString(), ...seen }
    this.#entries.push(entry)
    if (this.#entries.length > KEPT) this.#entries.shift()
    this.#live.tell({ event: 'traffic', data: { entry } })
  }

  /** Newest last. */
  last(limit: number): TrafficEntry[] {
    return this.#entries.slice(-limit)
  }
}

/** A body as it is shown: JSON as JSON, short text as text, anything else by its size. */
export function shown(bytes: Uint8Array, contentType = ''): unknown {
  if (bytes.length === 0) return null
  const isText = contentType === '' || /json|text/.test(contentType)
  if (!isText) return `(${contentType}, ${bytes.length} ไบต์)`
  const text = Buffer.from(bytes).toString('utf8')
  try {
    return JSON.parse(text, withoutToken) as unknown
  } catch {
    return text.slice(0, 2000)
  }
}

/** Enough of a reply token to see which webhook a reply belongs to. */
function withoutToken(key: string, value: unknown): unknown {
  return key === 'replyToken' && typeof value === 'string' ? `${value.slice(0, 6)}…` : value
}
