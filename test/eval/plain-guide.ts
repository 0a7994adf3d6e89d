/** The guide by itself, without the program around it: for asking thousands of questions. */
import { readFileSync } from 'node:fs'
import { decide } from '../../src/guide/decide.ts'
import { loadEntries, loadSources } from '../../src/guide/entry.ts'
import { KNOWLEDGE_FOLDER } from '../../src/guide/guide.ts'
import { sayDecision } from '../../src/guide/say-decision.ts'
import { createSearch } from '../../src/guide/search.ts'
import { readPairsCsv } from '../../src/pairs/index.ts'
import { normalise } from '../../src/thai/index.ts'

/** Everything that the guide would say to a question, one text a line. */
export function openPlainGuide(now: Date): (question: string) => string {
  const loaded = loadEntries(KNOWLEDGE_FOLDER)
  const library = { entries: new Map(loaded.map((entry) => [entry.id, entry])), sources: loadSources(KNOWLEDGE_FOLDER) }
  const knowledge = { entries: library.entries, search: createSearch(loaded) }
  const read = readPairsCsv(readFileSync(new URL('../../src/pairs/pairs.csv', import.meta.url), 'utf8'))
  const pairs = read.ok ? read.pairs : []
  return (question) => {
    const decision = decide(question, knowledge, pairs, now)
    return textsIn(sayDecision(decision, library, {}).replies)
      .map(normalise)
      .join('\n')
  }
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
