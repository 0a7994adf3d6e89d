/**
 * Finds the entries that answer a question. Every phrasing of an entry is a document of its own, so that one good match is
 * enough; titles, keywords and short answers are another, which weighs less. Built once, in memory; a search takes less
 * than a millisecond.
 */
import MiniSearch from 'minisearch'
import type { Entry } from './entry.ts'
import { isFunctionWord, isRun, NAMES, termsOf } from './terms.ts'

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
}

const RUN_WEIGHT = 0.35
/** What an entry says of itself is longer, and matches by chance more easily. */
const SELF_WEIGHT = 0.8
/** Words that hold a sentence together say little of what it is about. */
const FUNCTION_WEIGHT = 0.5
/** What is left of a likeness when the phrasing names what the question does not. */
const OTHER_NAME = 0.7
/** The index is asked for what weighs most; the candidates are then compared in full. */
const QUERY_TERMS = 16
const CANDIDATES = 24

export function createSearch(entries: readonly Entry[]): Search {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const phrasings = entries.flatMap(phrasingsOf).map((phrasing, id) => ({ ...phrasing, id }))
  const terms = phrasings.map(({ text }) => new Set(termsOf(text)))
  const weightOf = weigher(entries.map((entry) => new Set(phrasingsOf(entry).flatMap(({ text }) => termsOf(text)))))
  const index = new MiniSearch<Phrasing>({
    fields: ['text'],
    tokenize: termsOf,
    processTerm: (term) => term,
    searchOptions: { boostTerm: (term) => (isRun(term) ? RUN_WEIGHT : 1) },
  })
  index.addAll(phrasings)

  return (question, isAllowed = () => true) => {
    const asked = new Set(termsOf(question))
    const total = sum(asked, weightOf)
    if (total === 0) return []
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
      .map(([entryId, score]) => ({ entry: byId.get(entryId) as Entry, score }))
      .sort((a, b) => b.score - a.score)
  }
}

function phrasingsOf(entry: Entry): Omit<Phrasing, 'id'>[] {
  const questions = [...entry.questions, entry.title]
  const self = [entry.title, ...entry.keywords, entry.short].join(' ')
  return [
    ...questions.map((text) => ({ entryId: entry.id, text, isQuestion: true })),
    { entryId: entry.id, text: self, isQuestion: false },
  ]
}

/** Terms of few entries weigh more; one that no entry has weighs most: it is what the question is about, too. */
function weigher(documents: readonly ReadonlySet<string>[]): (term: string) => number {
  const frequency = new Map<string, number>()
  for (const terms of documents) for (const term of terms) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return (term) => {
    const rarity = Math.log(1 + documents.length / (1 + (frequency.get(term) ?? 0)))
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
  return (0.7 * covered + 0.3 * (shared / sum(phrasing, weightOf))) * (isOfOther ? OTHER_NAME : 1)
}
