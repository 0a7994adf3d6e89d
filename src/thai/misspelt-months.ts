/** A month whose full name was misspelt: taken only when no other month is nearly as near. */
import { LONG_MONTHS } from './months.ts'

const ENGLISH = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const
/** A shorter word is too near to too many. */
const SHORTEST = 5
const LONG = 8
/** How far a long one may be off. */
const FARTHEST = 2
/** How much farther the next month must be. */
const MARGIN = 2

/** The month (1 to 12) that the word at the start of the text (normalised, lower-case) must mean, and its length. */
export function misspeltMonthAtStart(text: string): { month: number; length: number } | undefined {
  const word = /^(?:[ก-๎]+|[a-z]+)/.exec(text)?.[0] ?? ''
  if (word.length < SHORTEST) return undefined
  const names: readonly string[] = /[a-z]/.test(word) ? ENGLISH : LONG_MONTHS
  // As most words are: none can be near that is so much longer or shorter.
  if (!names.some((name) => Math.abs(name.length - word.length) <= FARTHEST)) return undefined
  const [nearest, next] = names
    .map((name, index) => ({ month: index + 1, far: distance(word, name), name }))
    .sort((a, b) => a.far - b.far)
  if (!nearest || !next || nearest.far > (nearest.name.length >= LONG ? FARTHEST : 1)) return undefined
  return next.far - nearest.far >= MARGIN ? { month: nearest.month, length: word.length } : undefined
}

/** Letters that must be put in, left out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let at = 0; at < a.length; at += 1) {
    let before = row[0] ?? 0
    row[0] = at + 1
    for (let to = 0; to < b.length; to += 1) {
      const same = before + (a[at] === b[to] ? 0 : 1)
      before = row[to + 1] ?? 0
      row[to + 1] = Math.min((row[to] ?? 0) + 1, before + 1, same)
    }
  }
  return row[b.length] ?? 0
}
