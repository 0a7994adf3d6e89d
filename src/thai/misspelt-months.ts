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
/** How much farther the next month must be. */
const MARGIN = 2

/** The month (1 to 12) that the word at the start of the text (normalised, lower-case) must mean, and its length. */
export function misspeltMonthAtStart(text: string): { month: number; length: number } | undefined {
  const word = /^(?:[ก-๎]+|[a-z]+)/.exec(text)?.[0] ?? ''
  if (word.length < SHORTEST) return undefined
  const names: readonly string[] = /[a-z]/.test(word) ? ENGLISH : LONG_MONTHS
  const [nearest, next] = names
    .map((name, index) => ({ month: index + 1, far: distance(word, name), name }))
    .sort((a, b) => a.far - b.far)
  if (!nearest || !next || nearest.far > (nearest.name.length >= LONG ? 2 : 1)) return undefined
  return next.far - nearest.far >= MARGIN ? { month: nearest.month, length: word.length } : undefined
}

/** Letters that must be put in, left out or changed to make one word of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (const [at, letter] of [...a].entries()) {
    const next = [at + 1]
    for (const [to, other] of [...b].entries())
      next.push(Math.min((next[to] ?? 0) + 1, (row[to + 1] ?? 0) + 1, (row[to] ?? 0) + (letter === other ? 0 : 1)))
    row = next
  }
  return row.at(-1) ?? 0
}
