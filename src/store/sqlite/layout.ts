/**
 * How collections lie in the file: a table each, with the document as JSON; indexes are over expressions on it, so that
 * SQLite itself keeps them right whichever version of the program writes. An index's name holds its whole definition:
 * what is to be built or dropped when a declaration changes is told by comparing names.
 */
import { COUNTERS } from '../kept.ts'
import type { Collection, IndexSpec, Scalar } from '../types.ts'
import { encode } from './json.ts'

export const tableOf = (declared: { readonly name: string }): string => `"${declared.name}"`

export const createTable = (declared: { readonly name: string }): string =>
  `CREATE TABLE IF NOT EXISTS ${tableOf(declared)} (id TEXT PRIMARY KEY, rev INTEGER NOT NULL, doc TEXT NOT NULL) STRICT`

/** A top-level field of the document `json` (an SQL expression). Fields are words (store/declaration.ts): no quoting. */
export const fieldOf = (field: string, json = 'doc'): string =>
  field === 'id' && json === 'doc' ? 'id' : `${json} ->> '$.${field}'`

/** What a document's field is compared with: as `->>` shows it. */
export function asColumn(value: Scalar): string | number {
  if (typeof value === 'boolean') return Number(value)
  return value instanceof Date ? encode(value) : value
}

/** 'reports/byReceipt unique (receiptNo)', 'outbox/byDue (nextTryAt) only isOpen true' */
export const indexName = (declared: Collection, name: string, spec: IndexSpec): string =>
  `${declared.name}/${name}${spec.unique ? ' unique' : ''} (${spec.fields.join(', ')})` +
  (spec.only ? ` only ${spec.only.join(' ')}` : '')

/** Written out, not bound: SQLite uses a partial index only where it sees the index's own condition. */
export function conditionOf([field, value]: NonNullable<IndexSpec['only']>): string {
  const column = asColumn(value)
  return `${fieldOf(field)} = ${typeof column === 'number' ? column : `'${column.replaceAll("'", "''")}'`}`
}

export function createIndex(declared: Collection, name: string, spec: IndexSpec): string {
  const columns = spec.fields.map((field) => fieldOf(field))
  // The id settles the order of equals; in a unique index a missing field is NULL, which equals nothing.
  const all = spec.unique || spec.fields.includes('id') ? columns : [...columns, 'id']
  const what = spec.unique ? 'UNIQUE INDEX' : 'INDEX'
  const where = spec.only ? ` WHERE ${conditionOf(spec.only)}` : ''
  return `CREATE ${what} "${indexName(declared, name, spec)}" ON ${tableOf(declared)} (${all.join(', ')})${where}`
}

/** What the store itself needs beside the collections. */
export const ownTables = ['_files', '_chunks', COUNTERS]

export const createOwnTables = `
  CREATE TABLE IF NOT EXISTS "${COUNTERS}" (collection TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS _files (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, contentType TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS _chunks (
    file TEXT NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL, UNIQUE (file, n)
  ) STRICT;`
