/** The questions that are asked: the officers' own, and ours, batch by batch. */
import { readdirSync } from 'node:fs'

export function questionFiles(): URL[] {
  const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.jsonl'))
  return names.toSorted().map((name) => new URL(name, import.meta.url))
}
