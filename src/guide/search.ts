/**
 * Finds the entries that answer a question. Every phrasing of an entry is a document of its own, so that one good match is
 * enough; all that an entry says of itself is another, which weighs less. Built once, in memory; a search takes less
 * than a millisecond.
 */
import MiniSearch from 'minisearch'
import type { Entry } from './entry.ts'
import { isFunctionWord, isRun, NAMES, specificsIn, termsOf, yearsIn } from './terms.ts'

export interface Hit {
  readonly entry: Entry
  /** 0 to 1: how much of the question's weight the entry's words carry, and how alike the two are. */
  readonly score: number
}

export type Search = (question: string, isAllowed?: (entry: Entry) => boolean) => Hit[]

interface Phrasing {
  id: number
  entryId: string
  text: string
  /** A phrasing of the question; else what the entry says of itself. */
  isQuestion: boolean
  terms: readonly string[]
}

const RUN_WEIGHT = 0.35
/** What an entry says of itself is longer, and matches by chance more easily. */
const SELF_WEIGHT = 0.7
/** What no entry says is likely what the question is about, but may be a filler or a slip of the finger. */
const UNKNOWN = 0.7
/** Words that hold a sentence together say little of what it is about. */
const FUNCTION_WEIGHT = 0.5
/** What is left of a likeness when the phrasing names what the question does not. */
const OTHER_NAME = 0.7
/** What is left when the question names a date or a letter that the entry does not tell of: it is about another one. */
const OTHER_SPECIFICS = 0.5
/** The same for a year, of entries that tell of what happened. */
const OTHER_YEAR = 0.65
/** The index is asked for what weighs most; the candidates are then compared in full. */
const QUERY_TERMS = 16
const CANDIDATES = 24

export function createSearch(entries: readonly Entry[]): Search {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const phrasings = entries.flatMap(phrasingsOf).map((phrasing, id) => ({ ...phrasing, id }))
  const terms = phrasings.map((phrasing) => new Set(phrasing.terms))
  const weightOf = weigher(entries.map((entry) => new Set(phrasingsOf(entry).flatMap((phrasing) => phrasing.terms))))
  const termsIn = new Map(phrasings.map((phrasing) => [phrasing.text, phrasing.terms]))
  const index = new MiniSearch<Phrasing>({
    fields: ['text'],
    tokenize: (text) => [...(termsIn.get(text) ?? termsOf(text))],
    processTerm: (term) => term,
    searchOptions: { boostTerm: (term) => (isRun(term) ? RUN_WEIGHT : 1) },
  })
  index.addAll(phrasings)
  const told = new Map(entries.map((entry) => [entry.id, specificsOf(entry)]))
  const years = new Map(entries.map((entry) => [entry.id, yearsOf(entry)]))

  return (question, isAllowed = () => true) => {
    const asked = new Set(termsOf(question))
    const total = sum(asked, weightOf)
    if (total === 0) return []
    const named = specificsIn(question)
    const yearsNamed = yearsIn(question)
    const best = new Map<string, number>()
    const heaviest = [...asked].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, QUERY_TERMS)
    const found = index.search(question, {
      tokenize: () => heaviest,
      filter: ({ id }) => isAllowed(byId.get(phrasings[id]?.entryId ?? '') as Entry),
    })
    for (const { id } of found.slice(0, CANDIDATES)) {
      const phrasing = phrasings[id] as Phrasing
      const score = likeness(asked, total, terms[id] ?? new Set(), weightOf, phrasing.isQuestion)
      if (score > (best.get(phrasing.entryId) ?? 0)) best.set(phrasing.entryId, score)
    }
    return [...best]
      .map(([entryId, score]) => {
        const entry = byId.get(entryId) as Entry
        const ofOther = tellsOf(told.get(entryId), named) ? 1 : OTHER_SPECIFICS
        return { entry, score: score * ofOther * (tellsOf(years.get(entryId), yearsNamed) ? 1 : OTHER_YEAR) }
      })
      .sort((a, b) => b.score - a.score)
  }
}

/** Reads each entry once: an index that is built anew after a change of one entry is there at once. */
function oncePerEntry<T>(read: (entry: Entry) => T): (entry: Entry) => T {
  const known = new WeakMap<Entry, { readonly value: T }>()
  return (entry) => {
    const held = known.get(entry) ?? { value: read(entry) }
    known.set(entry, held)
    return held.value
  }
}

/** Undefined for entries that tell of nothing in particular: what is not found, is refused, or is about this program. */
const specificsOf = oncePerEntry((entry): ReadonlySet<string> | undefined => {
  if (entry.kind === 'not-found' || entry.kind === 'refusal' || entry.kind === 'system') return undefined
  return new Set(allTextOf(entry).flatMap(specificsIn))
})

/** Undefined for what holds in any year: rules, and counts, which carry their own date. */
const yearsOf = oncePerEntry((entry): ReadonlySet<string> | undefined => {
  const tellsOfAYear = (entry.kind === 'fact' || entry.kind === 'case') && entry.topic !== 'counts'
  return tellsOfAYear ? new Set(allTextOf(entry).flatMap(yearsIn)) : undefined
})

const allTextOf = ({ title, short, body, questions, sources }: Entry): string[] => [
  ...[title, short, body, ...questions],
  ...sources.map(({ date = '', heading = '' }) => `${heading} ${date}`),
]

const tellsOf = (told: ReadonlySet<string> | undefined, named: readonly string[]): boolean =>
  told === undefined || named.every((specific) => told.has(specific))

const phrasingsOf = oncePerEntry((entry): Omit<Phrasing, 'id'>[] => {
  const { id: entryId, questions, title, keywords, short } = entry
  const self = [title, ...keywords, short, ...questions].join(' ')
  return [
    ...[...questions, title].map((text) => ({ entryId, text, isQuestion: true, terms: termsOf(text) })),
    { entryId, text: self, isQuestion: false, terms: termsOf(self) },
  ]
})

/** Terms of few entries weigh more. */
function weigher(documents: readonly ReadonlySet<string>[]): (term: string) => number {
  const frequency = new Map<string, number>()
  for (const terms of documents) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const rarest = Math.log(1 + documents.length)
  return (term) => {
    const known = frequency.get(term)
    const rarity = known === undefined ? rarest * UNKNOWN : Math.log(1 + documents.length / (1 + known))
    return rarity * (isRun(term) ? RUN_WEIGHT : isFunctionWord(term) ? FUNCTION_WEIGHT : 1)
  }
}

function sum(terms: Iterable<string>, weightOf: (term: string) => number): number {
  let total = 0
  for (const term of terms) total += weightOf(term)
  return total
}

/** How much of the question is in the phrasing, and a little how much of the phrasing is in the question. */
function likeness(
  asked: ReadonlySet<string>,
  total: number,
  phrasing: ReadonlySet<string>,
  weightOf: (term: string) => number,
  isQuestion: boolean,
): number {
  const shared = sum(asked.intersection(phrasing), weightOf)
  const covered = shared / total
  if (!isQuestion) return covered * SELF_WEIGHT
  const isOfOther = !NAMES.isDisjointFrom(phrasing.difference(asked))
  const precision = shared / sum(phrasing, weightOf)
  return covered * (0.7 + 0.3 * precision) * (isOfOther ? OTHER_NAME : 1)
}
