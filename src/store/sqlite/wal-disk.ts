/**
 * Makes what was committed outlast a power cut: `synchronous=FULL`, without stopping the event loop for it. In WAL mode FULL
 * differs from NORMAL in one thing: a commit ends with an fsync of the log. That call is made here instead, on another
 * thread, and whoever waits for the commit waits for it.
 */
import { closeSync, fdatasync, openSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'

export interface CommitDisk {
  /** Resolves when all that was committed before the call is on disk. */
  sync(): Promise<void>
  close(): void
}

/** @returns undefined where SQLite has no log of its own (memory, some network disks): there it syncs by itself */
export function openWalDisk(db: DatabaseSync): CommitDisk | undefined {
  const file = db.location()
  if (file === null || db.prepare('PRAGMA journal_mode').get()?.journal_mode !== 'wal') return undefined
  db.exec('PRAGMA synchronous = NORMAL')
  let fd: number | undefined
  return {
    sync() {
      // SQLite makes the log with the first commit and leaves it where it is until the last connection closes.
      fd ??= openSync(`${file}-wal`, 'r+')
      const log = fd
      return new Promise((resolve, reject) => fdatasync(log, (error) => (error ? reject(error) : resolve())))
    },
    close() {
      if (fd !== undefined) closeSync(fd)
      fd = undefined
    },
  }
}
