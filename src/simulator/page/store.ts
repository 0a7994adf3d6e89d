/** The page's one mutable place: the present state, and whoever wants to hear that it changed. */
import { emptyState, type PageEvent, type PageState, reduce } from './state.ts'

type Listener = (state: PageState) => void

let current = emptyState
const listeners = new Set<Listener>()

export function presentState(): PageState {
  return current
}

export function dispatch(event: PageEvent): void {
  current = reduce(current, event)
  for (const listener of listeners) listener(current)
}

/** @returns what ends the subscription */
export function subscribe(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
