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

/** Bare spelling to the word as it is written. */
export type Vocabulary = ReadonlyMap<string, string>

/** @param names kept whole, though they may be made of words */
export function vocabularyOf(texts: Iterable<string>, names: readonly string[] = []): Vocabulary {
  const times = new Map<string, number>()
  for (const text of texts) for (const word of words(normalise(text))) times.set(word, (times.get(word) ?? 0) + 1)
  const seldomFirst = [...times].sort(([, a], [, b]) => a - b).map(([word]) => word)
  return new Map([...seldomFirst, ...names].map((word) => [bare(word), word]))
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
  let allowed = typed.length >= SLIPS.longFrom ? SLIPS.long : SLIPS.short
  let found: { word: string; slips: number } | undefined
  for (const [known, word] of vocabulary) {
    if (known.length < SHORTEST || Math.abs(known.length - typed.length) > allowed) continue
    const slips = slipsBetween(typed, known, allowed)
    if (slips > allowed) continue
    found = { word, slips }
    allowed = slips - 1
    if (allowed < 0) break
  }
  return found
}

/** Letters to add, leave out, change or swap, no further than `most`. */
function slipsBetween(a: string, b: string, most: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
