/**
 * A document meets its schema twice: on the way in, and on the way out, since a store may be older than the program.
 * Whatever a schema lets through unseen (z.unknown) still has to be what both databases can hold.
 */
import { InvalidDocument } from './errors.ts'
import type { Collection, Stored } from './types.ts'

/** What is written: the fields of the schema, a copy that nobody else holds. @throws InvalidDocument */
export function checkIn<T extends { id: string }, I extends string>(into: Collection<T, I>, document: T): T {
  const { rev: _ofTheStore, ...fields } = document as T & { rev?: number }
  return copyOf(parse(into, document.id, fields)) as T
}

/** What was read, frozen. @throws InvalidDocument */
export function checkOut<T extends { id: string }, I extends string>(
  from: Collection<T, I>,
  id: string,
  rev: number,
  fields: unknown,
): Stored<T> {
  return frozen({ ...parse(from, id, fields), rev })
}

/** Whoever reads a document is handed the same one: nobody may change it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  for (const part of Object.values(value)) frozen(part)
  return Object.freeze(value)
}

function parse<T extends { id: string }, I extends string>(within: Collection<T, I>, id: string, fields: unknown): T {
  const parsed = within.schema.safeParse(fields)
  if (!parsed.success) throw new InvalidDocument(within.name, id, describe(parsed.error.issues))
  return parsed.data
}

/** Which fields and which rule, never the values: they may be a person's. */
function describe(issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[]): string {
  return issues.map(({ path, code }) => `${path.map(String).join('.') || '(document)'} ${code}`).join(', ')
}

/** A copy that nobody else holds. As in JSON, an absent field is left out and a hole in a list is null. */
function copyOf(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Date) return copyOfDate(value)
  if (Array.isArray(value)) return value.map((item) => (item === undefined ? null : copyOf(item)))
  if (!isPlainObject(value)) throw new TypeError(`a document cannot hold this: ${typeof value}`)
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) put(copy, key, copyOf(item))
  return copy
}

/** `fields[key] = value`, but for the one key that would change what kind of object it is. */
export function put<Value>(fields: Record<string, Value>, key: string, value: Value): void {
  if (key !== '__proto__') fields[key] = value
  else Object.defineProperty(fields, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Dates are ordered as text in one of the databases: a year has four digits. */
function copyOfDate(date: Date): Date {
  const year = date.getUTCFullYear()
  if (!(year >= 0 && year <= 9999)) throw new RangeError('a year has four digits')
  return new Date(date)
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
