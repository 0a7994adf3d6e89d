/** The two stores that everything must run on, each with a place of its own for every test that asks. */
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { inject } from 'vitest'
import type { StoreOptions } from '../../src/store/index.ts'
import { type TestMongod, withDatabase } from './mongod.ts'

/** A place where no store is yet. */
export interface StorePlace {
  readonly options: StoreOptions
  remove(): Promise<void>
}

export interface StoreKind {
  /** 'SQLite', 'MongoDB', or 'MongoDB (skipped: why, and what to do)'. */
  readonly name: string
  /** For `describe.skipIf`. */
  readonly isMissing: boolean
  newPlace(): Promise<StorePlace>
}

/** @throws with CI=true when there is no mongod: there, a skipped half would pass unseen */
export async function storeKinds(): Promise<StoreKind[]> {
  return [{ name: 'SQLite', isMissing: false, newPlace: newFolder }, await mongodb()]
}

async function mongodb(): Promise<StoreKind> {
  const mongod = (await (await fetch(inject('mongodDesk'))).json()) as TestMongod
  if ('uri' in mongod) return { name: 'MongoDB', isMissing: false, newPlace: () => newDatabase(mongod.uri) }
  if (process.env.CI === 'true') throw new Error(mongod.missing)
  const newPlace = () => Promise.reject(new Error(mongod.missing))
  return { name: `MongoDB (skipped: ${mongod.missing})`, isMissing: true, newPlace }
}

async function newFolder(): Promise<StorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'store-'))
  return {
    options: { sqliteFile: join(folder, 'store.sqlite') },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function newDatabase(server: string): Promise<StorePlace> {
  const mongodbUri = withDatabase(server, `test_${randomBytes(8).toString('hex')}`)
  return { options: { mongodbUri }, remove: () => drop(mongodbUri) }
}

async function drop(mongodbUri: string): Promise<void> {
  const connection = await mongoose.createConnection(mongodbUri).asPromise()
  await connection.dropDatabase()
  await connection.close()
}
