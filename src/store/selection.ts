/** A question to an index, checked against its declaration: what both adapters translate into their own language. */
import type { Collection, FindOptions, IndexSpec, Scalar } from './types.ts'

export interface Selection {
  /** All fields of the index, in its order. */
  readonly fields: readonly string[]
  readonly equal: readonly (readonly [field: string, value: Scalar])[]
  /** What all documents of the index have. */
  readonly only?: IndexSpec['only']
  readonly range?: { readonly field: string; readonly from?: Scalar; readonly before?: Scalar }
  readonly order: 'asc' | 'desc'
  readonly limit?: number
}

export function select(
  from: Collection,
  index: string,
  prefix: readonly Scalar[],
  options: FindOptions = {},
): Selection {
  const spec = from.indexes[index]
  if (!spec) throw new Error(`${from.name} declares no index '${index}'`)
  const { fields, only } = spec
  const { order = 'asc', limit } = options
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 0)) throw new Error(`limit ${limit}: not a count`)
  const equal = prefix.map((value, at) => [fieldAt(from, index, fields, at), scalar(from, index, value)] as const)
  return { fields, equal, only, range: rangeAfter(from, index, fields, prefix.length, options), order, limit }
}

function rangeAfter(
  from: Collection,
  index: string,
  fields: readonly string[],
  at: number,
  options: FindOptions,
): Selection['range'] {
  if (options.from === undefined && options.before === undefined) return undefined
  return { field: fieldAt(from, index, fields, at), from: options.from, before: options.before }
}

function fieldAt(from: Collection, index: string, fields: readonly string[], at: number): string {
  const field = fields[at]
  if (field === undefined) throw new Error(`${from.name}: the index '${index}' has only ${fields.length} fields`)
  return field
}

/** An undefined or null that slipped through would silently match nothing on one store and much on the other. */
function scalar(from: Collection, index: string, value: Scalar): Scalar {
  if (value === undefined || value === null) throw new Error(`${from.name}: '${index}' was asked with an empty value`)
  return value
}
