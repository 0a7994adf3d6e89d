/** One file is the whole store: a consistent copy of it while the program runs, and the way back. */
import { closeSync, existsSync, fsyncSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { SetupError } from '../../errors.ts'
import { BUSY_TIMEOUT_MS, isBusy, whenFree } from './busy.ts'
import { APPLICATION_ID } from './database.ts'
import { makeFolder } from './make-folder.ts'

/** All pages in one step: the copy is of one moment, however much is written meanwhile. */
const WHOLE = { rate: 2 ** 31 - 1 }

/**
 * Copies the store to `target`, which may be an earlier backup; it is complete or not there at all.
 * @throws SetupError when there is no store, or something else is at `target`
 */
export async function backupStore(sqliteFile: string, target: string): Promise<void> {
  const source = await openOurs(sqliteFile)
  const copy = `${target}.${process.pid}.part`
  try {
    await mayReplace(sqliteFile, target)
    makeFolder(dirname(target))
    await backup(source, copy, WHOLE)
    await finishCopy(copy)
    renameSync(copy, target)
    syncToDisk(dirname(target))
  } finally {
    source.close()
    rmSync(copy, { force: true })
  }
}

/**
 * Puts the backup `source` in the place of the store. What was there is gone afterwards; if the machine dies meanwhile, it
 * is still there.
 * @throws SetupError when a program has the store open, or `source` is no store of ours
 */
export async function restoreStore(source: string, sqliteFile: string): Promise<void> {
  const from = await openOurs(source)
  try {
    mustBeSound(from, source)
    if (isSameFile(source, sqliteFile)) throw new SetupError([`${source} is the store itself: name a backup`])
    makeFolder(dirname(sqliteFile))
    if (existsSync(sqliteFile)) await takeOutOfUse(sqliteFile)
    await backup(from, sqliteFile, WHOLE)
  } finally {
    from.close()
  }
}

async function mayReplace(store: string, target: string): Promise<void> {
  if (!existsSync(target)) return
  if (isSameFile(store, target)) throw new SetupError([`${target} is the store itself: name another file`])
  await takeOutOfUse(target)
}

/** A single file that needs nothing beside it, checked and on disk. */
async function finishCopy(copy: string): Promise<void> {
  const db = new DatabaseSync(copy, { timeout: BUSY_TIMEOUT_MS })
  try {
    db.exec('PRAGMA journal_mode = DELETE')
    mustBeSound(db, copy)
  } finally {
    db.close()
  }
  syncToDisk(copy)
}

/**
 * Folds the store's write-ahead log into its file. SQLite does that only for whoever has the file alone: it is the one
 * sure sign that no program has it open.
 */
async function takeOutOfUse(file: string): Promise<void> {
  const db = await openOurs(file)
  try {
    db.exec('PRAGMA journal_mode = DELETE')
  } catch (error) {
    const isInUse = isBusy(error)
    throw new SetupError([
      isInUse
        ? `${file} is in use: stop the program that has it open, then try again`
        : `${file} is damaged: move it away, then try again`,
    ])
  } finally {
    db.close()
  }
}

async function openOurs(file: string): Promise<DatabaseSync> {
  if (!existsSync(file)) throw new SetupError([`${file} is not there`])
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    const header = await whenFree(() => db.prepare('PRAGMA application_id').get())
    if (header?.application_id === APPLICATION_ID) return db
  } catch (error) {
    if (isBusy(error)) throw error
  }
  db.close()
  throw new SetupError([`${file} is not a store of this program: nothing was changed`])
}

function mustBeSound(db: DatabaseSync, file: string): void {
  const [first] = db.prepare('PRAGMA quick_check(1)').all()
  if (first?.quick_check !== 'ok') throw new SetupError([`${file} is damaged: nothing was changed`])
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other)
}

function syncToDisk(path: string): void {
  const descriptor = openSync(path, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
