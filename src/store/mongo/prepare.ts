/** Brings the database to the declarations: collections with their validators, indexes that are new, changed or gone. */
import { isDeepStrictEqual } from 'node:util'
import type mongoose from 'mongoose'
import { SetupError } from '../../errors.ts'
import type { Collection } from '../types.ts'
import { databaseOf } from './connection.ts'
import { prepareCounter } from './counters.ts'
import { codeOf, DUPLICATE_KEY } from './errors.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { indexesOf, type RowModel } from './model.ts'

const NAMESPACE_EXISTS = 48
const INDEX_NOT_FOUND = 27

/** Several programs may start at once: each step is one that another may just have done. */
export async function prepare(connection: mongoose.Connection, declared: Collection, model: RowModel): Promise<void> {
  await setValidator(databaseOf(connection), declared)
  await dropStaleIndexes(declared, model)
  await createIndexes(declared, model)
  if (declared.isKept) await prepareCounter(databaseOf(connection), declared)
}

async function setValidator(db: mongoose.mongo.Db, declared: Collection): Promise<void> {
  const rules = {
    validator: { $jsonSchema: jsonSchemaOf(declared) },
    validationLevel: 'strict',
    validationAction: 'error',
  }
  const [present] = await db.listCollections({ name: declared.name }, { nameOnly: false }).toArray()
  if (!present) await unless(NAMESPACE_EXISTS, db.createCollection(declared.name, rules))
  if (!isDeepStrictEqual(present?.options?.validator, rules.validator))
    await db.command({ collMod: declared.name, ...rules })
}

async function dropStaleIndexes(declared: Collection, model: RowModel): Promise<void> {
  const wanted = new Set(['_id_', ...indexesOf(declared).map(({ options }) => options.name)])
  for (const { name } of await model.collection.indexes()) {
    if (name && !wanted.has(name)) await unless(INDEX_NOT_FOUND, model.collection.dropIndex(name))
  }
}

async function createIndexes(declared: Collection, model: RowModel): Promise<void> {
  try {
    await model.createIndexes()
  } catch (error) {
    if (codeOf(error) !== DUPLICATE_KEY) throw error
    throw new SetupError([
      `The store holds documents that contradict a new unique index: restore a backup, or remove the doubles from ${declared.name}`,
    ])
  }
}

async function unless(code: number, done: Promise<unknown>): Promise<void> {
  await done.catch((error: unknown) => {
    if (codeOf(error) !== code) throw error
  })
}
