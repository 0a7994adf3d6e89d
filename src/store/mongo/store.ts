/** The store on a MongoDB replica set, through mongoose: for several programs behind a load balancer. */
import { setTimeout as pause } from 'node:timers/promises'
import type mongoose from 'mongoose'
import { WriteBuffer } from '../buffer.ts'
import { checkDeclarations, notOpened } from '../declaration.ts'
import { checkIn } from '../document.ts'
import { KeptCollections } from '../kept.ts'
import { select } from '../selection.ts'
import type { Collection, FileStore, FindOptions, Scalar, Store, Stored, Transaction } from '../types.ts'
import { connect, databaseOf } from './connection.ts'
import { countOf } from './counters.ts'
import { MongoFiles } from './files.ts'
import { modelOf, type RowModel } from './model.ts'
import { prepare } from './prepare.ts'
import { filterOf, readRow, sortOf } from './read.ts'
import { applyWrites, insertIfAbsent } from './write.ts'

const BATCH = 100
const PING_MS = 1_500
const CLOSE_MS = 1_000

/** @throws SetupError */
export async function openMongoStore(uri: string, collections: readonly Collection[]): Promise<Store> {
  checkDeclarations(collections)
  const connection = await connect(uri)
  try {
    const models = new Map(collections.map((declared) => [declared.name, modelOf(connection, declared)]))
    for (const declared of collections) {
      const model = models.get(declared.name)
      if (model) await prepare(connection, declared, model)
    }
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
  readonly #kept = new KeptCollections()

  constructor(connection: mongoose.Connection, models: ReadonlyMap<string, RowModel>, files: FileStore) {
    this.#connection = connection
    this.#models = models
    this.files = files
  }

  all<T extends { id: string }, I extends string>(from: Collection<T, I>) {
    const model = this.#model(from)
    const load = async () => (await model.find().sort({ _id: 1 }).lean()).map((row) => readRow(from, row))
    return this.#kept.all(from, () => countOf(databaseOf(this.#connection), from), load)
  }

  async get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string) {
    const row = await this.#model(from).findById(id).lean()
    return row ? readRow(from, row) : undefined
  }

  async find<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ) {
    // MongoDB takes a limit of 0 for none.
    if (options?.limit === 0) return []
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
    if (writes.length > 0) await applyWrites(this.#connection, (declared) => this.#model(declared), writes)
    return result
  }

  async insertIfAbsent<T extends { id: string }, I extends string>(into: Collection<T, I>, documents: readonly T[]) {
    const checked = documents.map((document) => checkIn(into, document))
    return insertIfAbsent(this.#model(into), into, checked)
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

  #model(declared: { readonly name: string }): RowModel {
    const model = this.#models.get(declared.name)
    if (!model) throw notOpened(declared)
    return model
  }
}
