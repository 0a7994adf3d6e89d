/**
 * Finds the entries that answer a question. Every phrasing of an entry is compared by itself, so that one good match is
 * enough; and as nobody can think of every phrasing, what the answer says is compared as well and added to it. Built once, in
 * memory; a search takes less than a millisecond.
 */
import type { Entry } from './entry.ts'
import { oncePerEntry } from './once-per-entry.ts'
import { createPostings } from './postings.ts'
import { isFunctionWord, isRun, NAMES, SUBJECTS, specificsIn, termsOf, yearsIn } from './terms.ts'

export interface Hit {
  readonly entry: Entry
  /** 0 to 1: how much of the question's weight the entry's words carry, and how alike the two are. */
  readonly score: number
  /** The question names a date, a letter or a year that the entry does not tell of. */
  readonly isOfOther?: boolean
}

export type Search = (question: string, isAllowed?: (entry: Entry) => boolean) => Hit[]

interface Phrasing {
  /** The entry, by its place in the list. */
  readonly of: number
  /** A phrasing of the question; else the answer. */
  readonly isQuestion: boolean
  readonly terms: ReadonlySet<string>
}

const RUN_WEIGHT = 0.35
/** How much the words of the answer itself add: measured on questions that no phrasing was written for. */
const ANSWER_WEIGHT = 0.5
/** What no entry says is likely what the question is about, but may be a filler or a slip: as much of the weight of the rarest. */
const UNKNOWN = 0.7
/** Words that hold a sentence together say little of what it is about. */
const FUNCTION_WEIGHT = 0.5
/** What is left of a likeness when the phrasing names what the question does not, or the other way round. */
const OTHER_NAME = 0.8
/** What is left when the question names a date or a letter that the entry does not tell of: it is about another one. */
const OTHER_SPECIFICS = 0.35
/** What is left when the entry only tells of it in passing. */
const IN_PASSING = 0.85
/** The same for a year, of entries that tell of what happened. */
const OTHER_YEAR = 0.65
/** How much of a likeness depends on how much else the phrasing asks. */
const CLOSENESS = 0.7
/** 'ลงวันที่ 10 ต.ค. 2560 ใช่ไหม'. */
const ASKS_TO_CONFIRM = /(?:ใช่|ถูก|แน่)(?:ต้อง|แล้ว|หรือ|รึ|เปล่า)* ?(?:ไหม|มั้ย|มั๊ย|ป่ะ|ปะ|ป่าว|เปล่า|หรือไม่|หรือ)/
/** Entries less alike than this are of no use to anybody. */
const LEAST = 0.1

export function createSearch(entries: readonly Entry[]): Search {
  const phrasings = entries.flatMap((entry, of) => phrasingsOf(entry).map((phrasing) => ({ ...phrasing, of })))
  const postings = createPostings(phrasings.map(({ terms }) => terms))
  const weightOf = weigher(entries.map((entry) => new Set(phrasingsOf(entry).flatMap(({ terms }) => [...terms]))))
  const weights = Float64Array.from(phrasings, ({ terms }) => sum(terms, weightOf))
  const names = phrasings.map(({ terms }) => bitsOf(NAMES, terms))
  const subjects = phrasings.map(({ terms }) => bitsOf(SUBJECTS, terms))

  function likenesses(asked: ReadonlySet<string>): Float64Array {
    const total = sum(asked, weightOf)
    const shared = postings.sharedBy(asked, weightOf)
    const likest = new Float64Array(entries.length)
    const answers = new Float64Array(entries.length)
    const unnamed = ~bitsOf(NAMES, asked)
    const about = bitsOf(SUBJECTS, asked)
    for (let at = 0; at < phrasings.length; at += 1) {
      const weight = shared[at] ?? 0
      if (weight === 0) continue
      const { of, isQuestion } = phrasings[at] as Phrasing
      const covered = weight / total
      if (!isQuestion) {
        answers[of] = covered * ANSWER_WEIGHT
        continue
      }
      const closeness = 1 - CLOSENESS + CLOSENESS * (weight / (weights[at] ?? 1))
      const isOfOther = ((names[at] ?? 0) & unnamed) !== 0 || (about & ~(subjects[at] ?? 0)) !== 0
      const likeness = covered * closeness * (isOfOther ? OTHER_NAME : 1)
      if (likeness > (likest[of] ?? 0)) likest[of] = likeness
    }
    return likest.map((likeness, of) => Math.min(1, likeness + (answers[of] ?? 0)))
  }

  return (question, isAllowed = () => true) => {
    // who wants it confirmed may well have the day wrong, and is told the right one
    const isSure = !ASKS_TO_CONFIRM.test(question)
    const named = isSure ? specificsIn(question) : []
    const years = isSure ? yearsIn(question) : []
    const hits: Hit[] = []
    for (const [at, likeness] of likenesses(new Set(termsOf(question))).entries()) {
      const entry = entries[at]
      if (likeness < LEAST || !entry || !isAllowed(entry)) continue
      const ofOther = howFarItTells(entry, named)
      const ofOtherYear = tellsOf(yearsOf(entry), years) ? 1 : OTHER_YEAR
      const left = ofOther * ofOtherYear
      hits.push({ entry, score: likeness * left, isOfOther: left < IN_PASSING })
    }
    return hits.sort((a, b) => b.score - a.score)
  }
}

/** Which of the names the terms hold, a bit for each. */
function bitsOf(names: ReadonlySet<string>, terms: ReadonlySet<string>): number {
  let bits = 0
  let bit = 1
  for (const name of names) {
    if (terms.has(name)) bits |= bit
    bit <<= 1
  }
  return bits
}

const phrasingsOf = oncePerEntry((entry): Omit<Phrasing, 'of'>[] => {
  const { questions, title, keywords, short } = entry
  const answer = [title, ...keywords, short].join(' ')
  return [
    ...[...questions, title].map((text) => ({ isQuestion: true, terms: new Set(termsOf(text)) })),
    { isQuestion: false, terms: new Set(termsOf(answer)) },
  ]
})

/** Reads the words of an entry, which is most of the work of building the index. */
export function readForSearch(entry: Entry): void {
  phrasingsOf(entry)
}

const allTextOf = ({ title, short, body, questions, sources }: Entry): string[] => [
  ...[title, short, body, ...questions],
  ...sources.map(({ date = '', heading = '' }) => `${heading} ${date}`),
]

const isOfNothingInParticular = ({ kind }: Entry) => kind === 'not-found' || kind === 'refusal' || kind === 'system'

const specificsOf = oncePerEntry((entry) => ({
  foremost: new Set([entry.title, entry.short, ...entry.questions].flatMap(specificsIn)),
  all: new Set(allTextOf(entry).flatMap(specificsIn)),
}))

/** How much is left of the likeness of an entry when the question names these dates, letters or numbers of a row. */
function howFarItTells(entry: Entry, named: readonly string[]): number {
  if (named.length === 0 || isOfNothingInParticular(entry)) return 1
  const { foremost, all } = specificsOf(entry)
  if (named.every((specific) => foremost.has(specific))) return 1
  return named.every((specific) => all.has(specific)) ? IN_PASSING : OTHER_SPECIFICS
}

/** Undefined for what holds in any year: rules, and counts, which carry their own date. */
const yearsOf = oncePerEntry((entry): ReadonlySet<string> | undefined => {
  const tellsOfAYear = (entry.kind === 'fact' || entry.kind === 'case') && entry.topic !== 'counts'
  return tellsOfAYear ? new Set(allTextOf(entry).flatMap(yearsIn)) : undefined
})

const tellsOf = (told: ReadonlySet<string> | undefined, named: readonly string[]): boolean =>
  told === undefined || named.every((specific) => told.has(specific))

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
