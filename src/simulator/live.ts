/** Tells whoever watches (the page's event stream) what just happened, after it was stored. */
import type { ChatMessage, PhoneView, TrafficEntry } from './types.ts'

export type LiveEvent =
  | { readonly event: 'message'; readonly data: { readonly phoneId: string; readonly message: ChatMessage } }
  | { readonly event: 'phone'; readonly data: { readonly phone: PhoneView } }
  | { readonly event: 'clock'; readonly data: { readonly now: string } }
  | { readonly event: 'loading'; readonly data: { readonly phoneId: string; readonly seconds: number } }
  | { readonly event: 'traffic'; readonly data: { readonly entry: TrafficEntry } }

export type Watcher = (event: LiveEvent) => void

export class Live {
  readonly #watchers = new Set<Watcher>()

  /** @returns how to stop watching */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  tell(event: LiveEvent): void {
    for (const watcher of this.#watchers) watcher(event)
  }
}
