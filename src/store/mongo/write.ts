/** Applies the writes of one transaction in one session transaction of MongoDB. */
import type mongoose from 'mongoose'
import type { Write } from '../buffer.ts'
import { Conflict } from '../errors.ts'
import type { Collection } from '../types.ts'
import { databaseOf } from './connection.ts'
import { countChange } from './counters.ts'
import { DUPLICATE_KEY, inOurWords } from './errors.ts'
import type { Row, RowModel } from './model.ts'

export type ModelOf = (declared: { readonly name: string }) => RowModel

/** A write that collides with another transaction under way is run again by the driver, and then is our Conflict. */
export async function applyWrites(
  connection: mongoose.Connection,
  modelOf: ModelOf,
  writes: readonly Write[],
): Promise<void> {
  const concerns = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const
  await connection.withSession((session) =>
    session.withTransaction(async () => {
      for (const write of writes) await applyWrite(modelOf(write.into), write, session)
      for (const into of keptAmong(writes)) await countChange(databaseOf(connection), into, session)
    }, concerns),
  )
}

function keptAmong(writes: readonly Write[]): Set<Collection> {
  const changes = writes.filter(({ kind, into }) => into.isKept && kind !== 'expect')
  return new Set(changes.map(({ into }) => into))
}

/** Says of each document whether it was new. */
export async function insertIfAbsent(
  model: RowModel,
  into: Collection,
  documents: readonly { id: string }[],
): Promise<boolean[]> {
  const rows = documents.map((document) => rowOf(document, 1))
  const isNew = documents.map(() => true)
  try {
    if (rows.length > 0) await model.insertMany(rows, { ordered: false, lean: true })
  } catch (error) {
    for (const { index, code } of writeErrors(error)) {
      if (code !== DUPLICATE_KEY) throw inOurWords(error, into, documents[index]?.id ?? '')
      isNew[index] = false
    }
  }
  if (into.isKept && isNew.includes(true)) await countChange(databaseOf(model.db), into)
  return isNew
}

async function applyWrite(model: RowModel, write: Write, session: mongoose.ClientSession): Promise<void> {
  const id = 'id' in write ? write.id : write.document.id
  const isDone = await run(model, write, session).catch((error: unknown) => {
    throw inOurWords(error, write.into, id)
  })
  if (!isDone) throw new Conflict(write.into.name, id)
}

async function run(model: RowModel, write: Write, session: mongoose.ClientSession): Promise<boolean> {
  if (write.kind === 'insert') {
    // Not insertMany: only the error of a single insert tells which key was taken.
    await model.db.collection<Row>(write.into.name).insertOne(rowOf(write.document, 1), { session })
    return true
  }
  const { rev } = write
  if (write.kind === 'replace') {
    const row = rowOf(write.document, rev + 1)
    return (await model.replaceOne({ _id: row._id, rev }, row, { session })).matchedCount === 1
  }
  if (write.kind === 'remove') return (await model.deleteOne({ _id: write.id, rev }, { session })).deletedCount === 1
  // Reading alone would not collide with a writer: relying on a document must be a write of its own.
  return (await model.updateOne({ _id: write.id, rev }, { $inc: { _guards: 1 } }, { session })).matchedCount === 1
}

function rowOf({ id, ...fields }: { id: string }, rev: number): Row {
  return { ...fields, _id: id, rev }
}

/** @throws the error itself when it is not about single documents */
function writeErrors(error: unknown): readonly { index: number; code: number }[] {
  const { writeErrors: list } = error as { writeErrors?: readonly { index: number; code: number }[] }
  if (!Array.isArray(list) || list.length === 0) throw error
  return list
}
