/** Brings the file to the declarations: tables that are missing, indexes that are new, changed or gone. */
import type { DatabaseSync } from 'node:sqlite'
import { SetupError } from '../../errors.ts'
import type { Collection } from '../types.ts'
import { resultCode } from './busy.ts'
import { createIndex, createOwnTables, createTable, indexName, ownTables } from './layout.ts'

const SQLITE_CONSTRAINT = 19

/**
 * All or nothing, in one transaction; without a write when all is in place, so that a command can be started beside a
 * busy program. Collections that are not declared are left alone.
 */
export function migrate(db: DatabaseSync, collections: readonly Collection[], applicationId: number): void {
  if (isInPlace(db, collections)) return
  db.exec('BEGIN IMMEDIATE')
  try {
    db.exec(`PRAGMA application_id = ${applicationId}`)
    db.exec(createOwnTables)
    for (const declared of collections) migrateCollection(db, declared)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

function isInPlace(db: DatabaseSync, collections: readonly Collection[]): boolean {
  const tables = namesOf(db, 'table')
  if (!ownTables.every((name) => tables.has(name))) return false
  return collections.every((declared) => {
    const { missing, stale } = compare(db, declared)
    return tables.has(declared.name) && missing.length === 0 && stale.length === 0
  })
}

function migrateCollection(db: DatabaseSync, declared: Collection): void {
  db.exec(createTable(declared))
  const { missing, stale } = compare(db, declared)
  for (const name of stale) db.exec(`DROP INDEX "${name}"`)
  for (const { name, sql } of missing) build(db, declared, name, sql)
}

function compare(db: DatabaseSync, declared: Collection) {
  const present = namesOf(db, 'index')
  // The one over the id alone is the table's own.
  const built = Object.entries(declared.indexes).filter(([, { fields }]) => fields.join() !== 'id')
  const wanted = built.map(([name, spec]) => ({
    name: indexName(declared, name, spec),
    sql: createIndex(declared, name, spec),
  }))
  const ofThisCollection = [...present].filter((name) => name.startsWith(`${declared.name}/`))
  return {
    missing: wanted.filter(({ name }) => !present.has(name)),
    stale: ofThisCollection.filter((name) => !wanted.some((index) => index.name === name)),
  }
}

function build(db: DatabaseSync, declared: Collection, name: string, sql: string): void {
  try {
    db.exec(sql)
  } catch (error) {
    if ((resultCode(error) ?? 0) % 256 !== SQLITE_CONSTRAINT) throw error
    throw new SetupError([
      `The store holds documents that contradict the new unique index ${name}: restore a backup, or remove the doubles from ${declared.name}`,
    ])
  }
}

function namesOf(db: DatabaseSync, type: 'table' | 'index'): Set<string> {
  const rows = db.prepare('SELECT name FROM sqlite_schema WHERE type = ?').all(type)
  return new Set(rows.map(({ name }) => String(name)))
}
