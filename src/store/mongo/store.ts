/** The store on a MongoDB replica set, through mongoose: for several programs behind a load balancer. */
import { setTimeout as pause } from 'node:timers/promises'
import type mongoose from 'mongoose'
import { WriteBuffer } from '../buffer.ts'
import { checkDeclarations, notOpened } from '../declaration.ts'
import { checkIn } from '../document.ts'
import { COUNTERS, KeptCollections } from '../kept.ts'
import { select } from '../selection.ts'
import type { Collection, FileStore, FindOptions, Scalar, Store, Stored, Transaction } from '../types.ts'
import { withoutAbandoned } from './abandoned.ts'
import { Commits } from './commits.ts'
import { connect, databaseOf } from './connection.ts'
import { MongoFiles } from './files.ts'
import { GatheredReads } from './gathered-reads.ts'
import { fieldName, modelOf, type Row, type RowModel } from './model.ts'
import { prepare } from './prepare.ts'
import { filterOf, onlyOf, readRow, sortOf } from './read.ts'
import type { Rows } from './write.ts'

const BATCH = 100
const PING_MS = 1_500
const CLOSE_MS = 1_000

/** @throws SetupError */
export async function openMongoStore(uri: string, collections: readonly Collection[]): Promise<Store> {
  checkDeclarations(collections)
  const connection = await connect(uri)
  try {
    const models = new Map(collections.map((declared) => [declared.name, modelOf(connection, declared)]))
    const prepareAll = async () => {
      for (const declared of collections) {
        const model = models.get(declared.name)
        if (model) await prepare(connection, declared, model)
      }
    }
    await withoutAbandoned(connection, prepareAll())
    const files = await MongoFiles.open(databaseOf(connection))
    return new MongoStore(connection, models, files)
  } catch (error) {
    await connection.close()
    throw error
  }
}

class MongoStore implements Store {
  readonly files: FileStore
  readonly #connection: mongoose.Connection
  readonly #models: ReadonlyMap<string, RowModel>
  readonly #commits: Commits
  readonly #collections = new Map<string, Rows>()
  readonly #reads = new GatheredReads()
  readonly #kept = new KeptCollections()

  constructor(connection: mongoose.Connection, models: ReadonlyMap<string, RowModel>, files: FileStore) {
    this.#connection = connection
    this.#models = models
    this.#commits = new Commits(connection, (declared) => this.#rows(declared))
    this.files = files
  }

  all<T extends { id: string }, I extends string>(from: Collection<T, I>) {
    const model = this.#model(from)
    const load = async () => (await model.find().sort({ _id: 1 }).lean()).map((row) => readRow(from, row))
    return this.#kept.all(from, () => this.#changesOf(from), load)
  }

  async get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string) {
    const question = { rows: this.#rows(from), field: '_id', only: {}, sort: {} }
    const [row] = await this.#reads.ask(from.name, question, id)
    return row && readRow(from, row)
  }

  async find<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ) {
    // MongoDB takes a limit of 0 for none.
    if (options?.limit === 0) return []
    const [value] = prefix
    if (options === undefined && prefix.length === 1 && typeof value === 'string') {
      return this.#whose(from, index, value)
    }
    const rows = await this.#query(from, index, prefix, options)
    return rows.map((row) => readRow(from, row))
  }

  async *iterate<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ): AsyncGenerator<Stored<T>> {
    if (options?.limit === 0) return
    const cursor = this.#query(from, index, prefix, options).cursor({ batchSize: BATCH })
    try {
      for await (const row of cursor) yield readRow(from, row)
    } finally {
      await cursor.close()
    }
  }

  async count<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: Pick<FindOptions, 'from' | 'before'>,
  ) {
    return this.#model(from).countDocuments(filterOf(select(from, index, prefix, options)))
  }

  async transaction<R>(work: (tx: Transaction) => Promise<R> | R): Promise<R> {
    const buffer = new WriteBuffer(this)
    const result = await work(buffer)
    const writes = buffer.end()
    for (const { into } of writes) this.#model(into)
    if (writes.length > 0) await this.#commits.apply(writes)
    return result
  }

  async insertIfAbsent<T extends { id: string }, I extends string>(into: Collection<T, I>, documents: readonly T[]) {
    const checked = documents.map((document) => checkIn(into, document))
    this.#model(into)
    return this.#commits.insertIfAbsent(into, checked)
  }

  /** The driver would look for a primary for longer than whoever asks is willing to wait. */
  async ping(): Promise<void> {
    const tooLong = pause(PING_MS, undefined, { ref: false }).then(() => {
      throw new Error('no primary answers')
    })
    await Promise.race([databaseOf(this.#connection).command({ ping: 1 }), tooLong])
  }

  /** Without a primary the driver would look for one first, to end its sessions there. */
  async close(): Promise<void> {
    await Promise.race([this.#connection.close(), pause(CLOSE_MS, undefined, { ref: false })])
  }

  #query<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: string,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ) {
    const selection = select(from, index, prefix, options)
    const query = this.#model(from).find(filterOf(selection)).sort(sortOf(selection)).allowDiskUse(true).lean()
    return selection.limit === undefined ? query : query.limit(selection.limit)
  }

  async #changesOf({ name }: { readonly name: string }): Promise<number> {
    const question = { rows: databaseOf(this.#connection).collection<Row>(COUNTERS), field: '_id', only: {}, sort: {} }
    const [counter] = await this.#reads.ask(COUNTERS, question, name)
    return Number(counter?.count ?? 0)
  }

  /** As `find`, gathered with what others ask in this turn. */
  async #whose<T extends { id: string }, I extends string>(from: Collection<T, I>, index: string, value: string) {
    const selection = select(from, index, [value])
    const field = fieldName(selection.fields[0] ?? '')
    const question = { rows: this.#rows(from), field, only: onlyOf(selection), sort: sortOf(selection) }
    const rows = await this.#reads.ask(`${from.name}/${index}`, question, value)
    return rows.map((row) => readRow(from, row))
  }

  #rows(declared: { readonly name: string }): Rows {
    this.#model(declared)
    const known = this.#collections.get(declared.name)
    if (known) return known
    const rows = databaseOf(this.#connection).collection<Row>(declared.name)
    this.#collections.set(declared.name, rows)
    return rows
  }

  #model(declared: { readonly name: string }): RowModel {
    const model = this.#models.get(declared.name)
    if (!model) throw notOpened(declared)
    return model
  }
}
