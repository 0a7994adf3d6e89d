/** Everything that an embedded store holds, for a move to another database: read under a lock, so that nothing is added meanwhile. */
import { DatabaseSync } from 'node:sqlite'
import { moves } from '../moves.ts'
import type { Collection, FileInfo, Stored } from '../types.ts'
import { BUSY_TIMEOUT_MS, whenFree } from './busy.ts'
import { tableOf } from './layout.ts'
import { readRow } from './read.ts'

type Document = Stored<{ id: string }>

export interface Departure {
  /** In the order of their ids. */
  documents(from: Collection): Iterable<Document>
  files(): readonly FileInfo[]
  bytesOf(file: FileInfo): Buffer
  /** From now on no program works on this store. */
  leave(): void
  /** Without `leave` everything is as it was. */
  close(): void
}

export async function openDeparture(sqliteFile: string): Promise<Departure> {
  const db = new DatabaseSync(sqliteFile, { timeout: BUSY_TIMEOUT_MS })
  await whenFree(() => db.exec('BEGIN IMMEDIATE'))
  return {
    *documents(from) {
      const rows = db.prepare(`SELECT id, rev, doc FROM ${tableOf(from)} ORDER BY id`).iterate()
      for (const row of rows) yield readRow(from, row)
    },
    files: () => db.prepare('SELECT * FROM _files ORDER BY id').all() as unknown as FileInfo[],
    bytesOf(file) {
      const chunks = db.prepare('SELECT data FROM _chunks WHERE file = ? ORDER BY n').all(file.id)
      return Buffer.concat(chunks.map(({ data }) => data as Uint8Array))
    },
    leave() {
      const left = `UPDATE ${tableOf(moves)} SET rev = rev + 1, doc = json_set(doc, '$.state', 'left')`
      db.exec(`${left}; COMMIT`)
    },
    close: () => db.close(),
  }
}
