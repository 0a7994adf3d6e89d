/**
 * One running program on a store file. It holds a lock of the operating system on a small file beside it, which is let go
 * also when the program is killed; commands that only read or add a document do not ask for it.
 */
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SetupError } from '../../errors.ts'
import { isBusy } from './busy.ts'
import { makeFolder } from './make-folder.ts'

export interface Hold {
  release(): void
}

/** @throws SetupError when another program holds it */
export function holdAlone(sqliteFile: string): Hold {
  makeFolder(dirname(sqliteFile))
  const lock = new DatabaseSync(`${sqliteFile}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return { release: () => lock.close() }
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new SetupError([
      `${sqliteFile} is in use by another running program: stop that one, set DATA_DIR to another folder, or use MONGODB_URI for several at once`,
    ])
  }
}
