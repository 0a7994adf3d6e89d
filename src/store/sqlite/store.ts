/** The store on one SQLite file: no server, nothing to install, one file to back up. */
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { WriteBuffer } from '../buffer.ts'
import { checkDeclarations, notOpened } from '../declaration.ts'
import { checkIn } from '../document.ts'
import { KeptCollections } from '../kept.ts'
import { select } from '../selection.ts'
import type { Collection, FileStore, FindOptions, Scalar, Store, Stored, Transaction } from '../types.ts'
import { whenFree } from './busy.ts'
import { CommitQueue } from './commits.ts'
import { openDatabase, openSnapshot } from './database.ts'
import { SqliteFiles } from './files.ts'
import { KnownDocuments } from './known-documents.ts'
import { OtherWriters } from './other-writers.ts'
import { allOf, byId, changesOf, countQuery, listQuery, readRow } from './read.ts'
import { Statements } from './statements.ts'
import { applyWrite, type EncodedWrite, encodeWrite, insertIfAbsent } from './write.ts'

/** How many documents of a long reading are handed out before others get their turn. */
const BATCH = 100

export async function openSqliteStore(file: string, collections: readonly Collection[]): Promise<Store> {
  checkDeclarations(collections)
  return new SqliteStore(file, await openDatabase(file, collections), new Set(collections.map(({ name }) => name)))
}

class SqliteStore implements Store {
  readonly files: FileStore
  readonly #file: string
  readonly #db: DatabaseSync
  readonly #known: ReadonlySet<string>
  readonly #statements: Statements
  readonly #commits: CommitQueue
  readonly #documents = new KnownDocuments()
  readonly #counts = new Map<string, number>()
  readonly #others: OtherWriters
  readonly #kept = new KeptCollections()
  #closing: Promise<void> | undefined

  constructor(file: string, db: DatabaseSync, known: ReadonlySet<string>) {
    this.#file = file
    this.#db = db
    this.#known = known
    this.#statements = new Statements(db)
    this.#commits = new CommitQueue(db, { onUndone: () => this.#forget() })
    this.#others = new OtherWriters(db)
    this.files = new SqliteFiles(this.#statements, this.#commits)
  }

  all<T extends { id: string }, I extends string>(from: Collection<T, I>) {
    this.#mustKnow(from)
    const count = () => whenFree(() => this.#changesOf(from.name))
    const load = async () => (await whenFree(() => this.#statements.all(allOf(from)))).map((row) => readRow(from, row))
    return this.#kept.all(from, count, load)
  }

  get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string) {
    return whenFree(() => this.#read(from, id))
  }

  async find<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ) {
    this.#mustKnow(from)
    const { sql, values } = listQuery(from, select(from, index, prefix, options))
    const rows = await whenFree(() => this.#statements.all(sql, ...values))
    return rows.map((row) => readRow(from, row))
  }

  async *iterate<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ): AsyncGenerator<Stored<T>> {
    this.#mustKnow(from)
    const { sql, values } = listQuery(from, select(from, index, prefix, options))
    const snapshot = await whenFree(() => openSnapshot(this.#file))
    try {
      let given = 0
      for (const row of await whenFree(() => snapshot.prepare(sql).iterate(...values))) {
        yield readRow(from, row)
        given += 1
        if (given % BATCH === 0) await nextTurn()
      }
    } finally {
      snapshot.close()
    }
  }

  async count<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: Pick<FindOptions, 'from' | 'before'>,
  ) {
    this.#mustKnow(from)
    const { sql, values } = countQuery(from, select(from, index, prefix, options))
    const row = await whenFree(() => this.#statements.get(sql, ...values))
    return Number(row?.count)
  }

  async transaction<R>(work: (tx: Transaction) => Promise<R> | R): Promise<R> {
    const buffer = new WriteBuffer(this)
    const result = await work(buffer)
    const writes = buffer.end().map(encodeWrite)
    for (const { into } of writes) this.#mustKnow(into)
    if (writes.length > 0) {
      await this.#commits.submit(() => {
        for (const write of writes) this.#apply(write)
      })
    }
    return result
  }

  async insertIfAbsent<T extends { id: string }, I extends string>(into: Collection<T, I>, documents: readonly T[]) {
    this.#mustKnow(into)
    const writes = documents.map((document) =>
      encodeWrite({ kind: 'insert', into, document: checkIn(into, document), rev: 0 }),
    )
    return this.#commits.submit(() => writes.map((write) => this.#insertIfAbsent(write)))
  }

  async ping(): Promise<void> {
    this.#commits.mustWork()
    await whenFree(() => this.#statements.get('SELECT count(*) FROM sqlite_schema'))
  }

  /** Waits for what was already handed in, then lets go of the file. */
  close(): Promise<void> {
    this.#closing ??= this.#commits.drained().then(() => this.#letGo())
    return this.#closing
  }

  #read<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string): Stored<T> | undefined {
    this.#mustKnow(from)
    this.#heedOthers()
    const known = this.#documents.get(from, id)
    if (known !== undefined) return known ?? undefined
    const row = this.#statements.get(byId(from), id)
    const document = row && readRow(from, row)
    this.#documents.keep(from, id, document ?? null, String(row?.doc ?? '').length)
    return document
  }

  /** How often a kept collection was written to. */
  #changesOf(name: string): number {
    this.#heedOthers()
    const count = this.#counts.get(name) ?? Number(this.#statements.get(changesOf, name)?.count ?? 0)
    this.#counts.set(name, count)
    return count
  }

  #apply(write: EncodedWrite): void {
    applyWrite(this.#statements, write)
    if (write.kind !== 'expect') this.#note(write)
  }

  #insertIfAbsent(write: EncodedWrite): boolean {
    const isNew = insertIfAbsent(this.#statements, write)
    if (isNew) this.#note(write)
    return isNew
  }

  #note({ into, id, document, text }: EncodedWrite): void {
    this.#documents.note(into, id, document, text.length)
    this.#counts.delete(into.name)
  }

  #heedOthers(): void {
    if (this.#others.haveWritten()) this.#forget()
  }

  #forget(): void {
    this.#documents.forgetAll()
    this.#counts.clear()
  }

  #letGo(): void {
    this.#commits.close()
    this.#db.close()
  }

  #mustKnow(declared: { readonly name: string }): void {
    if (this.#closing) throw new Error('the store is closed')
    if (!this.#known.has(declared.name)) throw notOpened(declared)
  }
}
