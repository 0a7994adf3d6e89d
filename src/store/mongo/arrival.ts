/** An empty MongoDB that takes over everything of another store, revisions included. */
import type mongoose from 'mongoose'
import { SetupError } from '../../errors.ts'
import { moves } from '../moves.ts'
import type { Collection, FileStore, Stored } from '../types.ts'
import { connect, databaseOf } from './connection.ts'
import { MongoFiles } from './files.ts'
import { modelOf, type Row, type RowModel } from './model.ts'
import { prepare } from './prepare.ts'
import { readRow } from './read.ts'
import { rowOf } from './write.ts'

type Document = Stored<{ id: string }>

export interface Arrival {
  readonly files: FileStore
  fileIds(): Promise<string[]>
  /** In the order of their ids. */
  documents(from: Collection): AsyncIterable<Document>
  clear(declared: Collection): Promise<void>
  insert(into: Collection, documents: readonly Document[]): Promise<void>
  /** From now on a program may work on this store. */
  arrive(): Promise<void>
  close(): Promise<void>
}

/**
 * @returns undefined when this move has arrived already
 * @throws SetupError when there is anything in the database but a part of this very move
 */
export async function openArrival(
  uri: string,
  collections: readonly Collection[],
  moveId: string,
): Promise<Arrival | undefined> {
  const connection = await connect(uri)
  try {
    const state = await stateOf(databaseOf(connection), moveId)
    if (state === 'arrived') {
      await connection.close()
      return undefined
    }
    const models = new Map<string, RowModel>()
    for (const declared of collections) {
      const model = modelOf(connection, declared)
      await prepare(connection, declared, model)
      models.set(declared.name, model)
    }
    return await arrivalAt(connection, models, moveId)
  } catch (error) {
    await connection.close()
    throw error
  }
}

async function stateOf(db: mongoose.mongo.Db, moveId: string): Promise<string | undefined> {
  const known = await db.collection<Row>(moves.name).findOne({ _id: 'move' })
  if (known?.moveId === moveId) return String(known.state)
  const filled = await filledOf(db)
  if (filled.length === 0) return undefined
  const what = filled.join(', ')
  throw new SetupError([`MONGODB_URI: this database is not empty (${what}): name another one, nothing was changed`])
}

async function filledOf(db: mongoose.mongo.Db): Promise<string[]> {
  const filled: string[] = []
  for (const { name } of await db.listCollections({}, { nameOnly: true }).toArray())
    if (!name.startsWith('system.') && (await db.collection(name).findOne({}))) filled.push(name)
  return filled.sort()
}

async function arrivalAt(
  connection: mongoose.Connection,
  models: ReadonlyMap<string, RowModel>,
  moveId: string,
): Promise<Arrival> {
  const db = databaseOf(connection)
  const files = await MongoFiles.open(db)
  const rowsOf = ({ name }: Collection) => db.collection<Row>(name)
  const note = (state: string) => rowsOf(moves).replaceOne({ _id: 'move' }, { moveId, state, rev: 1 }, { upsert: true })
  await note('arriving')
  return {
    files,
    fileIds: () => files.ids(),
    async *documents(from) {
      const model = models.get(from.name)
      if (!model) return
      for await (const row of model.find().sort({ _id: 1 }).lean().cursor()) yield readRow(from, row)
    },
    async clear(declared) {
      await rowsOf(declared).deleteMany({})
    },
    async insert(into, documents) {
      await rowsOf(into).insertMany(documents.map(({ rev, ...fields }) => rowOf(fields, rev)))
    },
    async arrive() {
      await note('arrived')
    },
    close: () => connection.close(),
  }
}
