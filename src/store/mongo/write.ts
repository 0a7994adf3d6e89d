/** Writes in MongoDB's words: a transaction in one session, several of them in one, and inserts that may find themselves there. */
import type mongoose from 'mongoose'
import type { Write } from '../buffer.ts'
import { Conflict } from '../errors.ts'
import type { Collection } from '../types.ts'
import { databaseOf } from './connection.ts'
import { countChange } from './counters.ts'
import { GroupBroken, inOurWords, isOverOneDocument, refusalOf, writeErrors } from './errors.ts'
import type { Row } from './model.ts'

/** The driver's own collection: mongoose would cast what zod has checked already. */
export type Rows = mongoose.mongo.Collection<Row>
export type RowsOf = (declared: { readonly name: string }) => Rows

const CONCERNS = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const

/** Reading alone would not collide with a writer: relying on a document must be a write of its own. */
const RELIED_ON: mongoose.mongo.UpdateFilter<{ _guards: number }> = { $inc: { _guards: 1 } }

/**
 * Applies the writes of one transaction. A write that collides with another transaction under way is run again by the driver,
 * and then is our Conflict.
 */
export async function applyWrites(
  connection: mongoose.Connection,
  rowsOf: RowsOf,
  writes: readonly Write[],
): Promise<void> {
  const [only, ...others] = writes
  // A single write is a transaction by itself.
  if (only && others.length === 0 && !only.into.isKept) return applyWrite(rowsOf(only.into), only)
  await connection.withSession((session) =>
    session.withTransaction(async () => {
      for (const write of writes) await applyWrite(rowsOf(write.into), write, session)
      for (const into of keptAmong(writes)) await countChange(databaseOf(connection), into, session)
    }, CONCERNS),
  )
}

/**
 * Applies the writes of several transactions, no two of them about one document, in one: all of them, or none.
 * @throws GroupBroken when one of them cannot hold, or collides with another process's
 */
export async function applyTogether(
  connection: mongoose.Connection,
  rowsOf: RowsOf,
  writes: readonly Write[],
): Promise<void> {
  const collections = [...new Set(writes.map(({ into }) => into))]
  await connection.withSession((session) =>
    session.withTransaction(async () => {
      for (const into of collections) {
        const own = writes.filter((write) => write.into === into)
        await applyAll(rowsOf(into), own, session)
      }
      for (const into of keptAmong(writes)) await countChange(databaseOf(connection), into, session)
    }, CONCERNS),
  )
}

async function applyAll(rows: Rows, writes: readonly Write[], session: mongoose.ClientSession): Promise<void> {
  const wanted = { inserted: 0, matched: 0, deleted: 0 }
  for (const { kind } of writes) wanted[kind === 'insert' ? 'inserted' : kind === 'remove' ? 'deleted' : 'matched'] += 1
  try {
    const done = await rows.bulkWrite(byKind(writes).map(operationOf), { ordered: true, session })
    const { insertedCount, matchedCount, deletedCount } = done
    const isWhole =
      insertedCount === wanted.inserted && matchedCount === wanted.matched && deletedCount === wanted.deleted
    if (!isWhole) throw new GroupBroken()
  } catch (error) {
    throw isOverOneDocument(error) ? new GroupBroken() : error
  }
}

/**
 * One command for each kind. In order, so that the first that fails is heard of: it has ended the transaction, and whatever
 * came after it would be told to try the transaction again, for two minutes.
 */
function byKind(writes: readonly Write[]): Write[] {
  return writes.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0))
}

function operationOf(write: Write): mongoose.mongo.AnyBulkWriteOperation<Row> {
  if (write.kind === 'insert') return { insertOne: { document: rowOf(write.document, 1) } }
  if (write.kind === 'remove') return { deleteOne: { filter: { _id: write.id, rev: write.rev } } }
  if (write.kind === 'expect') {
    return { updateOne: { filter: { _id: write.id, rev: write.rev }, update: RELIED_ON } }
  }
  const { _id, ...replacement } = rowOf(write.document, write.rev + 1)
  return { replaceOne: { filter: { _id, rev: write.rev }, replacement } }
}

function keptAmong(writes: readonly Write[]): Set<Collection> {
  const changes = writes.filter(({ kind, into }) => into.isKept && kind !== 'expect')
  return new Set(changes.map(({ into }) => into))
}

/** Says of each document whether it was new, or why it was refused. @throws what is about no single document */
export async function insertEach(
  connection: mongoose.Connection,
  rows: Rows,
  into: Collection,
  documents: readonly { id: string }[],
): Promise<(boolean | Error)[]> {
  const outcomes: (boolean | Error)[] = documents.map(() => true)
  if (documents.length === 0) return outcomes
  try {
    const all = documents.map((document) => rowOf(document, 1))
    await rows.insertMany(all, { ordered: false })
  } catch (error) {
    for (const one of writeErrors(error)) {
      outcomes[one.index] = refusalOf(one, into, documents[one.index]?.id ?? '') ?? false
    }
  }
  if (into.isKept && outcomes.includes(true)) await countChange(databaseOf(connection), into)
  return outcomes
}

async function applyWrite(rows: Rows, write: Write, session?: mongoose.ClientSession): Promise<void> {
  const id = 'id' in write ? write.id : write.document.id
  const isDone = await run(rows, write, session).catch((error: unknown) => {
    throw inOurWords(error, write.into, id)
  })
  if (!isDone) throw new Conflict(write.into.name, id)
}

async function run(rows: Rows, write: Write, session?: mongoose.ClientSession): Promise<boolean> {
  if (write.kind === 'insert') {
    // Not insertMany: only the error of a single insert tells which key was taken.
    await rows.insertOne(rowOf(write.document, 1), { session })
    return true
  }
  const { rev } = write
  if (write.kind === 'replace') {
    const { _id, ...replacement } = rowOf(write.document, rev + 1)
    return (await rows.replaceOne({ _id, rev }, replacement, { session })).matchedCount === 1
  }
  if (write.kind === 'remove') return (await rows.deleteOne({ _id: write.id, rev }, { session })).deletedCount === 1
  return (await rows.updateOne({ _id: write.id, rev }, RELIED_ON, { session })).matchedCount === 1
}

export function rowOf({ id, ...fields }: { id: string }, rev: number): Row {
  return { ...fields, _id: id, rev }
}
