/** The store's door: everything the rest of the program may know of it. */
import { openSqliteStore } from './sqlite/store.ts'
import type { Collection, Store } from './types.ts'

export { changeEach } from './change-each.ts'
export { Conflict, DuplicateKey, FileTooLarge, InvalidDocument } from './errors.ts'
export { MAX_FILE_BYTES } from './files.ts'
export { moveStore } from './move.ts'
export { moves, refuseMoved } from './moves.ts'
export { retryOnConflict } from './retry.ts'
export { backupStore, restoreStore } from './sqlite/backup.ts'
export { holdAlone } from './sqlite/hold.ts'
export { stampStore, stamps } from './stamp.ts'
export * from './types.ts'

export type StoreOptions = { readonly sqliteFile: string } | { readonly mongodbUri: string }

/**
 * Opens the store with all collections of the program, and brings what is there to what they declare. The file and its
 * folder are made when they are not there.
 * @throws SetupError when it cannot be opened as it was set up
 */
export async function openStore(options: StoreOptions, collections: readonly Collection[]): Promise<Store> {
  if ('sqliteFile' in options) return openSqliteStore(options.sqliteFile, collections)
  const { openMongoStore } = await import('./mongo/store.ts')
  return openMongoStore(options.mongodbUri, collections)
}
