/** Applies the writes of one transaction; runs inside a savepoint, so that a throw leaves nothing behind. */
import type { Write } from '../buffer.ts'
import { frozen } from '../document.ts'
import { Conflict, DuplicateKey } from '../errors.ts'
import { COUNTERS } from '../kept.ts'
import type { Collection, Stored } from '../types.ts'
import { resultCode } from './busy.ts'
import { encode } from './json.ts'
import { conditionOf, fieldOf, tableOf } from './layout.ts'
import type { Statements } from './statements.ts'

const SQLITE_CONSTRAINT = 19

/** A write with its document as text: encoded before the transaction holds the lock. */
export interface EncodedWrite {
  readonly kind: Write['kind']
  readonly into: Collection
  readonly id: string
  readonly rev: number
  readonly text: string
  /** As it stands in the store afterwards; null: it does not. */
  readonly document: Stored<{ id: string }> | null
}

export function encodeWrite(write: Write): EncodedWrite {
  const { kind, into } = write
  if ('id' in write) return { kind, into, id: write.id, rev: write.rev, text: '', document: null }
  const { document, rev } = write
  return { kind, into, id: document.id, rev, text: encode(document), document: frozen({ ...document, rev: rev + 1 }) }
}

/** @throws DuplicateKey, Conflict */
export function applyWrite(statements: Statements, write: EncodedWrite): void {
  if (changedRows(statements, write) === 0) throw new Conflict(write.into.name, write.id)
  if (write.into.isKept && write.kind !== 'expect') countChange(statements, write.into)
}

/** @returns whether the document was not there yet, by its id and by every unique index */
export function insertIfAbsent(statements: Statements, { into, id, text }: EncodedWrite): boolean {
  const sql = `INSERT INTO ${tableOf(into)} (id, rev, doc) VALUES (?, 1, ?) ON CONFLICT DO NOTHING`
  const isNew = statements.run(sql, id, text) === 1
  if (isNew && into.isKept) countChange(statements, into)
  return isNew
}

function countChange(statements: Statements, { name }: Collection): void {
  const once = 'ON CONFLICT DO UPDATE SET count = count + 1'
  statements.run(`INSERT INTO "${COUNTERS}" (collection, count) VALUES (?, 1) ${once}`, name)
}

function changedRows(statements: Statements, write: EncodedWrite): number {
  try {
    return run(statements, write)
  } catch (error) {
    if ((resultCode(error) ?? 0) % 256 !== SQLITE_CONSTRAINT) throw error
    throw new DuplicateKey(write.into.name, takenIndex(statements, write))
  }
}

function run(statements: Statements, { kind, into, id, rev, text }: EncodedWrite): number {
  const table = tableOf(into)
  switch (kind) {
    case 'insert':
      return statements.run(`INSERT INTO ${table} (id, rev, doc) VALUES (?, 1, ?)`, id, text)
    case 'replace':
      return statements.run(`UPDATE ${table} SET rev = rev + 1, doc = ? WHERE id = ? AND rev = ?`, text, id, rev)
    case 'remove':
      return statements.run(`DELETE FROM ${table} WHERE id = ? AND rev = ?`, id, rev)
    case 'expect':
      return statements.get(`SELECT 1 FROM ${table} WHERE id = ? AND rev = ?`, id, rev) ? 1 : 0
  }
}

/** Which unique index holds the key already; SQLite tells it only in the text of its message. */
function takenIndex(statements: Statements, { kind, into, id, text }: EncodedWrite): string {
  const table = tableOf(into)
  if (kind === 'insert' && statements.get(`SELECT 1 FROM ${table} WHERE id = ?`, id)) return 'id'
  const taken = Object.entries(into.indexes).find(([, { fields, unique, only }]) => {
    const keys = fields.map((field) => `${fieldOf(field)} = ?1 ->> '$.${field}'`)
    const same = [...keys, ...(only ? [conditionOf(only)] : [])].join(' AND ')
    return unique && statements.get(`SELECT 1 FROM ${table} WHERE ${same} AND id <> ?2`, text, id)
  })
  return taken?.[0] ?? 'id'
}
