/** How often each kept collection was written to: a small document for each. */
import type mongoose from 'mongoose'
import { COUNTERS } from '../kept.ts'
import type { Collection } from '../types.ts'

interface Counter {
  readonly _id: string
  readonly count: number
}

type Db = mongoose.mongo.Db

/** Made beforehand, so that two transactions at once never both have to make it. */
export async function prepareCounter(db: Db, { name }: Collection): Promise<void> {
  await db.collection<Counter>(COUNTERS).updateOne({ _id: name }, { $setOnInsert: { count: 0 } }, { upsert: true })
}

export async function countChange(
  db: Db,
  { name }: { readonly name: string },
  session?: mongoose.ClientSession,
): Promise<void> {
  await db.collection<Counter>(COUNTERS).updateOne({ _id: name }, { $inc: { count: 1 } }, { session })
}
