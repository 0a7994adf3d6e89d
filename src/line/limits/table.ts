/** LINE's limits as numbers, read from `limits.json`: each with its counting unit and the page of LINE's documentation it is from. */
import { graphemeCount } from '../../thai/segment.ts'
import limits from '../limits.json' with { type: 'json' }

type Unit = 'grapheme' | 'utf16'

/** @throws when `limits.json` has no such number: a slip in the program, which its first test finds */
export function numberOf(object: string, property: string, kind: string): number {
  const { value } = entryOf(object, property, kind)
  if (typeof value !== 'number') throw new Error(`limits.json: ${object} ${property} ${kind} is not a number`)
  return value
}

export interface LengthLimit {
  readonly max: number
  readonly unit: Unit
}

/** The longest a text may be, in the unit that LINE counts it in: a Thai label has fewer graphemes than UTF-16 units. */
export function maxLengthOf(object: string, property: string): LengthLimit {
  const { unit } = entryOf(object, property, 'maxLength')
  return { max: numberOf(object, property, 'maxLength'), unit: unit === 'grapheme' ? 'grapheme' : 'utf16' }
}

/**
 * LINE documents "30 KB" and "50 KB" without saying whether a KB has 1000 or 1024 bytes: the smaller is held.
 */
export function maxBytesOf(object: string): number {
  return Math.floor(numberOf(object, 'JSON', 'maxBytes') / 1024) * 1000
}

function lengthIn(unit: Unit, text: string): number {
  return unit === 'grapheme' ? graphemeCount(text) : text.length
}

/** Whether a text is too long, without counting graphemes when the UTF-16 length already settles it. */
export function isTooLong(text: string, { max, unit }: LengthLimit): boolean {
  return text.length > max && (unit === 'utf16' || lengthIn(unit, text) > max)
}

const nameOf = (object: string, property: string, kind: string): string => `${object} ${property} ${kind}`

const entries = new Map(limits.limits.map((limit) => [nameOf(limit.object, limit.property, limit.kind), limit]))

function entryOf(object: string, property: string, kind: string): { value: unknown; unit: string } {
  const entry = entries.get(nameOf(object, property, kind))
  if (!entry) throw new Error(`limits.json has no ${kind} of ${object} ${property}`)
  return entry
}
