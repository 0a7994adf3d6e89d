/**
 * Moves the embedded store to MongoDB: every document with its revision, and all files. It may break off at any moment and be
 * run again: until everything was compared no program works on the new place, and the old one stays as it is.
 */
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { v7 as uuidV7 } from 'uuid'
import { SetupError } from '../errors.ts'
import type { Arrival } from './mongo/arrival.ts'
import { moves } from './moves.ts'
import { type Departure, openDeparture } from './sqlite/departure.ts'
import { holdAlone } from './sqlite/hold.ts'
import { encode } from './sqlite/json.ts'
import { openSqliteStore } from './sqlite/store.ts'
import type { Collection, FileInfo, Stored } from './types.ts'

export interface Move {
  readonly sqliteFile: string
  readonly mongodbUri: string
  readonly collections: readonly Collection[]
  /** Says in a line how far it is. */
  readonly say: (line: string) => void
}

const BATCH = 500

/** @throws SetupError when a program works on the store, or the database is not empty, or what arrived is not what left */
export async function moveStore(move: Move): Promise<void> {
  const hold = holdAlone(move.sqliteFile)
  try {
    const moveId = await idOf(move)
    const { openArrival } = await import('./mongo/arrival.ts')
    const departure = await openDeparture(move.sqliteFile)
    try {
      const arrival = await openArrival(move.mongodbUri, move.collections, moveId)
      if (arrival) await copyAndCompare(move, departure, arrival).finally(() => arrival.close())
      departure.leave()
    } finally {
      departure.close()
    }
  } finally {
    hold.release()
  }
}

/** The same in every run, so that a part that arrived is known for ours. */
async function idOf({ sqliteFile, collections }: Move): Promise<string> {
  const store = await openSqliteStore(sqliteFile, collections)
  try {
    await store.insertIfAbsent(moves, [{ id: 'move', moveId: uuidV7(), state: 'begun' }])
    return (await store.get(moves, 'move'))?.moveId ?? ''
  } finally {
    await store.close()
  }
}

async function copyAndCompare(move: Move, departure: Departure, arrival: Arrival): Promise<void> {
  const collections = move.collections.filter(({ name }) => name !== moves.name)
  for (const each of collections) await copyDocuments(departure, arrival, each)
  for (const file of departure.files()) await copyFile(departure, arrival, file)
  await removeOthers(departure, arrival)
  for (const each of collections)
    move.say(`${each.name}: ${await compareDocuments(departure, arrival, each)} documents`)
  const files = departure.files()
  for (const file of files) await compareFile(arrival, file)
  move.say(`files: ${files.length}, ${files.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`)
  await arrival.arrive()
}

/** From nothing: what an earlier run brought may have been changed since where it came from. */
async function copyDocuments(departure: Departure, arrival: Arrival, declared: Collection): Promise<void> {
  await arrival.clear(declared)
  let batch: Stored<{ id: string }>[] = []
  for (const document of departure.documents(declared)) {
    batch.push(document)
    if (batch.length < BATCH) continue
    await arrival.insert(declared, batch)
    batch = []
  }
  if (batch.length > 0) await arrival.insert(declared, batch)
}

async function copyFile(departure: Departure, arrival: Arrival, file: FileInfo): Promise<void> {
  const there = await arrival.files.put(file, departure.bytesOf(file))
  if (there.sha256 === file.sha256) return
  await arrival.files.remove(file.id)
  await arrival.files.put(file, departure.bytesOf(file))
}

async function removeOthers(departure: Departure, arrival: Arrival): Promise<void> {
  const wanted = new Set(departure.files().map(({ id }) => id))
  for (const id of await arrival.fileIds()) if (!wanted.has(id)) await arrival.files.remove(id)
}

/** @returns how many there are */
async function compareDocuments(departure: Departure, arrival: Arrival, declared: Collection): Promise<number> {
  const left = await digestOf(departure.documents(declared))
  const arrived = await digestOf(arrival.documents(declared))
  if (left.sha256 === arrived.sha256) return left.count
  throw notTheSame(
    `${declared.name}: ${left.count} documents left, ${arrived.count} arrived, and they are not the same`,
  )
}

async function compareFile(arrival: Arrival, file: FileInfo): Promise<void> {
  const there = await arrival.files.get(file.id)
  const sha256 =
    there &&
    createHash('sha256')
      .update(await buffer(there.stream))
      .digest('hex')
  if (sha256 !== file.sha256) throw notTheSame(`the file ${file.id} did not arrive whole`)
}

function notTheSame(what: string): SetupError {
  return new SetupError([`${what}: run npm run move-store again; the embedded store is as it was`])
}

type Documents = Iterable<Stored<{ id: string }>> | AsyncIterable<Stored<{ id: string }>>

async function digestOf(documents: Documents): Promise<{ count: number; sha256: string }> {
  const hash = createHash('sha256')
  let count = 0
  for await (const document of documents) {
    hash.update(`${encode(inOrder(document))}\n`)
    count += 1
  }
  return { count, sha256: hash.digest('hex') }
}

/** The same fields in one order: each database has its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, inOrder(item)]))
}
