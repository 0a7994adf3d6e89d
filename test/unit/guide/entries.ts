/** A small knowledge of its own for tests: entries with what a test needs and nothing else. */
import type { Entry } from '../../../src/guide/entry.ts'

export function anEntry(id: string, given: Partial<Entry> = {}): Entry {
  return {
    id,
    kind: 'fact',
    topic: 'definition',
    certainty: 'A',
    questions: [id],
    keywords: [],
    title: id,
    short: `คำตอบของ ${id}`,
    sources: [{ id: 'plan' }],
    related: [],
    body: `ฉบับเต็มของ ${id}`,
    ...given,
  }
}
