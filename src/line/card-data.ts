/**
 * A card's data brought to the shape of its sample: the sample is the contract. What was left out becomes empty, so that a
 * template needs no conditions; what the sample does not know is refused, so that a misspelt field is found at once.
 */
import { isButton } from './card-actions.ts'

type Fields = Record<string, unknown>

/** @throws Error that names the field, when the data has one that the sample has not, or of another kind */
export function fillBySample(sample: unknown, data: unknown, path: string): unknown {
  if (data === undefined || data === null) return emptyOf(sample, path)
  if (isButton(sample)) return requireThat(isButton(data), data, path)
  if (Array.isArray(sample)) return fillList(sample, data, path)
  if (isPlain(sample)) return fillFields(sample, data, path)
  if (typeof sample === 'boolean') return requireThat(typeof data === 'boolean', data, path)
  requireThat(typeof data === 'string' || (typeof data === 'number' && Number.isFinite(data)), data, path)
  return typeof data === 'string' ? data.toWellFormed() : data
}

function fillList(sample: readonly unknown[], data: unknown, path: string): unknown[] {
  const list = requireThat(Array.isArray(data), data, path) as unknown[]
  const item = itemOf(sample)
  return list.map((each, i) => fillBySample(item, each, `${path}[${i}]`))
}

function fillFields(sample: Fields, data: unknown, path: string): Fields {
  const given = requireThat(isPlain(data), data, path) as Fields
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(sample, key))
  if (unknown !== undefined) throw new Error(`${path}.${unknown}: the card's sample has no such field`)
  return Object.fromEntries(
    Object.entries(sample).map(([key, value]) => [key, fillBySample(value, given[key], `${path}.${key}`)]),
  )
}

function emptyOf(sample: unknown, path: string): unknown {
  if (isButton(sample)) return null
  if (Array.isArray(sample)) return []
  if (isPlain(sample)) return fillFields(sample, {}, path)
  if (typeof sample === 'number') return 0
  return typeof sample === 'boolean' ? false : ''
}

/** What an item of the list may hold: the fields of all of the sample's items. */
function itemOf(sample: readonly unknown[]): unknown {
  const [first] = sample
  if (isButton(first) || !isPlain(first)) return first
  return Object.assign({}, ...sample)
}

function isPlain(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function requireThat(holds: boolean, data: unknown, path: string): unknown {
  if (!holds) throw new Error(`${path}: another kind of value than in the card's sample`)
  return data
}
