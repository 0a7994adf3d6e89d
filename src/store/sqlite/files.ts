/** Received media and exports, in chunks beside the documents: one file is the whole backup. */
import { Readable } from 'node:stream'
import { CHUNK_BYTES, describeFile } from '../files.ts'
import type { FileInfo, FileStore } from '../types.ts'
import { whenFree } from './busy.ts'
import type { CommitQueue } from './commits.ts'
import type { Statements } from './statements.ts'

const INFO = 'SELECT id, name, contentType, bytes, sha256 FROM _files WHERE id = ?'

export class SqliteFiles implements FileStore {
  readonly #statements: Statements
  readonly #commits: CommitQueue

  constructor(statements: Statements, commits: CommitQueue) {
    this.#statements = statements
    this.#commits = commits
  }

  async put(file: { id: string; name: string; contentType: string }, bytes: Uint8Array): Promise<FileInfo> {
    const info = describeFile(file, bytes)
    return this.#commits.submit(() => {
      const known = this.#info(file.id)
      if (known) return known
      this.#insert(info, bytes)
      return info
    })
  }

  async get(id: string): Promise<{ info: FileInfo; stream: Readable } | undefined> {
    const info = await whenFree(() => this.#info(id))
    return info && { info, stream: Readable.from(this.#chunks(info), { objectMode: false }) }
  }

  remove(id: string): Promise<void> {
    return this.#commits.submit(() => {
      this.#statements.run('DELETE FROM _files WHERE id = ?', id)
      this.#statements.run('DELETE FROM _chunks WHERE file = ?', id)
    })
  }

  #info(id: string): FileInfo | undefined {
    const row = this.#statements.get(INFO, id)
    return row && ({ ...row } as unknown as FileInfo)
  }

  #insert({ id, name, contentType, bytes, sha256 }: FileInfo, content: Uint8Array): void {
    this.#statements.run('INSERT INTO _files VALUES (?, ?, ?, ?, ?)', id, name, contentType, bytes, sha256)
    for (let n = 0; n * CHUNK_BYTES < bytes; n += 1) {
      const chunk = content.subarray(n * CHUNK_BYTES, (n + 1) * CHUNK_BYTES)
      this.#statements.run('INSERT INTO _chunks VALUES (?, ?, ?)', id, n, chunk)
    }
  }

  async *#chunks({ id, bytes }: FileInfo): AsyncGenerator<Uint8Array> {
    for (let n = 0; n * CHUNK_BYTES < bytes; n += 1) {
      const row = await whenFree(() => this.#statements.get('SELECT data FROM _chunks WHERE file = ? AND n = ?', id, n))
      if (!row) throw new Error(`the file ${id} was removed while it was read`)
      yield row.data as Uint8Array
    }
  }
}
