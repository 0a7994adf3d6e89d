/** What is read out of an entry is read once: what is built anew after a change of one entry is there at once. */
import type { Entry } from './entry.ts'

export function oncePerEntry<T>(read: (entry: Entry) => T): (entry: Entry) => T {
  const known = new WeakMap<Entry, { readonly value: T }>()
  return (entry) => {
    const held = known.get(entry) ?? { value: read(entry) }
    known.set(entry, held)
    return held.value
  }
}
