/** Opens the file, makes sure that it is a store of ours, and brings its tables and indexes to what is declared. */
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SetupError } from '../../errors.ts'
import type { Collection } from '../types.ts'
import { BUSY_TIMEOUT_MS, resultCode, whenFree } from './busy.ts'
import { makeFolder } from './make-folder.ts'
import { migrate } from './migrate.ts'

/** In the header of every store file ('SLA1'), so that no other SQLite file is taken for one. */
export const APPLICATION_ID = 0x534c4131

const SQLITE_CANTOPEN = 14
const SQLITE_NOTADB = 26

/** The one connection of this process that writes. @throws SetupError */
export async function openDatabase(file: string, collections: readonly Collection[]): Promise<DatabaseSync> {
  const db = connect(file)
  try {
    await whenFree(() => mustBeOurs(db, file))
    await whenFree(() => db.exec('PRAGMA journal_mode = WAL'))
    db.exec('PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864')
    // What is removed is overwritten: erased means erased, also to whoever reads the bytes of the file.
    db.exec('PRAGMA secure_delete = ON')
    // 16 MiB of pages in memory instead of 2 (many commits look through them all, so more are dearer), and a page that is
    // written again and again goes to its place more seldom.
    db.exec('PRAGMA cache_size = -16384; PRAGMA wal_autocheckpoint = 4000')
    await whenFree(() => migrate(db, collections, APPLICATION_ID))
    return db
  } catch (error) {
    db.close()
    throw asSetupError(error, file)
  }
}

/** A connection of its own for one long reading: a snapshot that later commits do not disturb. */
export function openSnapshot(file: string): DatabaseSync {
  return new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS })
}

function connect(file: string): DatabaseSync {
  try {
    makeFolder(dirname(file))
    return new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  } catch (error) {
    throw asSetupError(error, file)
  }
}

function mustBeOurs(db: DatabaseSync, file: string): void {
  const id = db.prepare('PRAGMA application_id').get()?.application_id
  if (id === APPLICATION_ID) return
  const isEmpty = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0
  if (id !== 0 || !isEmpty)
    throw new SetupError([`${file}: another program's database; set DATA_DIR to another folder`])
}

function asSetupError(error: unknown, file: string): unknown {
  const code = resultCode(error) ?? 0
  if (code === SQLITE_NOTADB) return new SetupError([`${file}: not a database; move the file away or set DATA_DIR`])
  const isSystemError = error instanceof Error && 'syscall' in error
  if (code % 256 !== SQLITE_CANTOPEN && !isSystemError) return error
  return new SetupError([
    `${file}: cannot be opened (${(error as Error).message}); make its folder writable or set DATA_DIR`,
  ])
}
