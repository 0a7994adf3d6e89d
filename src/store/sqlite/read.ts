/** Reads documents: by id, or through an index. */
import type { SQLInputValue } from 'node:sqlite'
import { checkOut } from '../document.ts'
import { COUNTERS } from '../kept.ts'
import type { Selection } from '../selection.ts'
import type { Collection, Scalar, Stored } from '../types.ts'
import { decode } from './json.ts'
import { asColumn, conditionOf, fieldOf, tableOf } from './layout.ts'
import type { Row } from './statements.ts'

export interface Query {
  readonly sql: string
  readonly values: SQLInputValue[]
}

export const byId = (from: { readonly name: string }): string =>
  `SELECT id, rev, doc FROM ${tableOf(from)} WHERE id = ?`

export function listQuery(from: { readonly name: string }, selection: Selection): Query {
  const { where, values } = conditions(selection)
  const direction = selection.order === 'desc' ? ' DESC' : ''
  // What is equal needs no sorting; SQLite then sees that the index is in this order already.
  const sorted = [...selection.fields.slice(selection.equal.length).map((field) => fieldOf(field)), 'id']
  const order = sorted.map((column) => column + direction).join(', ')
  const limit = selection.limit === undefined ? '' : ` LIMIT ${selection.limit}`
  return { sql: `SELECT id, rev, doc FROM ${tableOf(from)}${where} ORDER BY ${order}${limit}`, values }
}

/** All documents, by id. */
export const allOf = (from: { readonly name: string }): string =>
  `SELECT id, rev, doc FROM ${tableOf(from)} ORDER BY id`

/** How often a kept collection was written to. */
export const changesOf = `SELECT count FROM "${COUNTERS}" WHERE collection = ?`

export function countQuery(from: { readonly name: string }, selection: Selection): Query {
  const { where, values } = conditions(selection)
  return { sql: `SELECT count(*) AS count FROM ${tableOf(from)}${where}`, values }
}

function conditions({ equal, only, range }: Selection): { where: string; values: SQLInputValue[] } {
  const tests: [string, Scalar][] = equal.map(([field, value]) => [`${fieldOf(field)} = ?`, value])
  if (range?.from !== undefined) tests.push([`${fieldOf(range.field)} >= ?`, range.from])
  if (range?.before !== undefined) tests.push([`${fieldOf(range.field)} < ?`, range.before])
  const all = [...(only ? [conditionOf(only)] : []), ...tests.map(([test]) => test)]
  const where = all.length === 0 ? '' : ` WHERE ${all.join(' AND ')}`
  return { where, values: tests.map(([, value]) => asColumn(value)) }
}

/** @throws InvalidDocument */
export function readRow<T extends { id: string }, I extends string>(from: Collection<T, I>, row: Row): Stored<T> {
  return checkOut(from, String(row.id), Number(row.rev), decode(String(row.doc)))
}
