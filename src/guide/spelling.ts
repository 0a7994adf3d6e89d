/**
 * A text with its slips of the finger mended: what is no word becomes the nearest word that the entries or the register
 * know. Only for a text that says nothing as it was typed, since a name that nobody knows must stay unknown.
 */
import { normalise, words } from '../thai/index.ts'

/** Shorter words are too like each other. */
const SHORTEST = 4
const LONGEST = 18
/** So many slips are forgiven in a word, and in a long one. */
const SLIPS = { short: 1, long: 2, longFrom: 10 }
const MOST_PARTS = 6
const MARKS = /[็-์]/g
const bare = (text: string) => text.toLowerCase().replace(MARKS, '')

interface Known {
  readonly bare: string
  /** As it is written. */
  readonly word: string
  /** Its place among all: of two that are equally near, the first is meant. */
  readonly place: number
}

/** Words by their bare spelling. */
export class Vocabulary {
  readonly #words: ReadonlyMap<string, string>
  readonly #byLength: ReadonlyMap<number, readonly Known[]>

  constructor(words: ReadonlyMap<string, string>) {
    this.#words = words
    const known = [...words].map(([bare, word], place): Known => ({ bare, word, place }))
    this.#byLength = Map.groupBy(known, ({ bare }) => bare.length)
  }

  has = (bare: string): boolean => this.#words.has(bare)

  get = (bare: string): string | undefined => this.#words.get(bare)

  ofLength = (letters: number): readonly Known[] => this.#byLength.get(letters) ?? []

  /** The words of both. */
  with(other: Vocabulary): Vocabulary {
    return new Vocabulary(new Map([...this.#words, ...other.#words]))
  }
}

/** @param names kept whole, though they may be made of words */
export function vocabularyOf(texts: Iterable<string>, names: readonly string[] = []): Vocabulary {
  const times = new Map<string, number>()
  for (const text of texts) for (const word of words(normalise(text))) times.set(word, (times.get(word) ?? 0) + 1)
  const seldomFirst = [...times].sort(([, a], [, b]) => a - b).map(([word]) => word)
  return new Vocabulary(new Map([...seldomFirst, ...names].map((word) => [bare(word), word])))
}

/** Undefined when nothing was mended. */
export function respell(text: string, vocabulary: Vocabulary): string | undefined {
  const said = normalise(text)
  const mended = said.split(' ').map((chunk) => mend(words(chunk), vocabulary))
  const result = mended.join(' ')
  return result === said ? undefined : result
}

function mend(parts: readonly string[], vocabulary: Vocabulary): string {
  let result = ''
  let at = 0
  while (at < parts.length) {
    const found = nearestAt(parts, at, vocabulary)
    result += found?.word ?? withMarks(parts[at] ?? '', vocabulary)
    at += found?.parts ?? 1
  }
  return result
}

/** 'คู' is คู่, and 'กี' is กี่: the marks that were left out. */
const withMarks = (part: string, vocabulary: Vocabulary): string =>
  part === bare(part) ? (vocabulary.get(part) ?? part) : part

interface Near {
  readonly word: string
  readonly parts: number
  /** Slips for each letter. */
  readonly cost: number
}

/** The word that the parts from here on were most likely meant as: unknown words are cut into pieces anywhere. */
function nearestAt(parts: readonly string[], at: number, vocabulary: Vocabulary): Near | undefined {
  let best: Near | undefined
  for (let count = 1; count <= MOST_PARTS && at + count <= parts.length; count += 1) {
    const window = parts.slice(at, at + count)
    const typed = bare(window.join(''))
    if (typed.length > LONGEST) break
    // a number that was typed was meant
    if (typed.length < SHORTEST || /\d/.test(typed) || window.every((part) => vocabulary.has(bare(part)))) continue
    const near = nearest(typed, vocabulary)
    if (near && (best === undefined || near.slips / typed.length < best.cost))
      best = { word: near.word, parts: count, cost: near.slips / typed.length }
  }
  return best
}

function nearest(typed: string, vocabulary: Vocabulary): { word: string; slips: number } | undefined {
  const most = typed.length >= SLIPS.longFrom ? SLIPS.long : SLIPS.short
  let found: { known: Known; slips: number } | undefined
  for (let length = Math.max(SHORTEST, typed.length - most); length <= typed.length + most; length += 1) {
    for (const known of vocabulary.ofLength(length)) {
      const slips = slipsBetween(typed, known.bare, found?.slips ?? most)
      if (slips > (found?.slips ?? most)) continue
      if (found === undefined || slips < found.slips || known.place < found.known.place) found = { known, slips }
    }
  }
  return found && { word: found.known.word, slips: found.slips }
}

/** Three rows of the table of distances, used again and again: nothing here waits. */
const rows = [0, 1, 2].map(() => new Uint8Array(LONGEST + SLIPS.long + 1)) as [Uint8Array, Uint8Array, Uint8Array]

/** Letters to add, leave out, change or swap; what is more than `most` is some number above it. */
function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, row, next] = rows
  for (let j = 0; j <= b.length; j += 1) row[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    next[0] = i
    let least = i
    for (let j = 1; j <= b.length; j += 1) {
      const cost = costAt(a, b, i, j, before, row, next)
      next[j] = cost
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    const done = before
    before = row
    row = next
    next = done
  }
  return row[b.length] ?? 0
}

function costAt(a: string, b: string, i: number, j: number, before: Uint8Array, row: Uint8Array, next: Uint8Array) {
  const letter = a.charCodeAt(i - 1)
  const other = b.charCodeAt(j - 1)
  const added = Math.min(row[j] ?? 0, next[j - 1] ?? 0) + 1
  const cost = Math.min(added, (row[j - 1] ?? 0) + (letter === other ? 0 : 1))
  const isSwapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2)
  return isSwapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost
}
