/** The guide's search over so many entries, beside a MiniSearch that knows Thai words and nothing else. */
import { readFileSync } from 'node:fs'
import MiniSearch from 'minisearch'
import { type Entry, loadEntries } from '../../../src/guide/entry.ts'
import { KNOWLEDGE_FOLDER } from '../../../src/guide/guide.ts'
import { createSearch } from '../../../src/guide/search.ts'
import { PROVINCES } from '../../../src/pairs/index.ts'
import { words } from '../../../src/thai/index.ts'

export interface SearchFigures {
  readonly entries: number
  readonly buildMs: number
  readonly searchUs: number
  readonly bareBuildMs: number
  readonly bareSearchUs: number
}

const { entries, seconds } = JSON.parse(process.argv[2] ?? '{}') as { entries: number; seconds: number }
process.stdout.write(JSON.stringify(measure(knowledgeOf(entries), seconds)))

function measure(known: readonly Entry[], forSeconds: number): SearchFigures {
  const file = readFileSync(new URL('../../eval/questions.jsonl', import.meta.url), 'utf8')
  const questions = file
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as { q: string }).q)
  const ours = timed(() => createSearch(known))
  const bare = timed(() => bareSearch(known))
  return {
    entries: known.length,
    buildMs: ours.ms,
    searchUs: perSearchUs(ours.result, questions, forSeconds / 2),
    bareBuildMs: bare.ms,
    bareSearchUs: perSearchUs(bare.result, questions, forSeconds / 2),
  }
}

/** The real entries; beyond those, the same questions asked about one province after the other. */
function knowledgeOf(count: number): Entry[] {
  const real = loadEntries(KNOWLEDGE_FOLDER)
  return Array.from({ length: count }, (_, number) => {
    const entry = real[number % real.length] as Entry
    const round = Math.floor(number / real.length)
    if (round === 0) return entry
    const province = PROVINCES[(number * 7) % PROVINCES.length]?.th ?? ''
    return { ...entry, id: `${entry.id}-${round}`, questions: entry.questions.map((question) => question + province) }
  })
}

function bareSearch(known: readonly Entry[]): (question: string) => unknown {
  const index = new MiniSearch({ fields: ['text'], tokenize: words })
  index.addAll(known.map(({ id, questions, title, short }) => ({ id, text: [...questions, title, short].join(' ') })))
  return (question) => index.search(question)
}

function timed<R>(work: () => R): { result: R; ms: number } {
  const start = performance.now()
  const result = work()
  return { result, ms: performance.now() - start }
}

function perSearchUs(search: (question: string) => unknown, questions: readonly string[], forSeconds: number): number {
  for (const question of questions) search(question)
  const start = performance.now()
  let count = 0
  while (performance.now() - start < forSeconds * 1000) {
    for (const question of questions) search(question)
    count += questions.length
  }
  return ((performance.now() - start) * 1000) / count
}
