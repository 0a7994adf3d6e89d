/** `npm run crash-test`: its arguments, its stores, and its exit code. USAGE says what it takes. */
import { randomBytes, randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startMongod, withDatabase } from '../support/mongod.ts'
import { ReplicaSet } from '../support/replica-set.ts'
import { type CrashTestOptions, runCrashTest } from './crash-test.ts'
import { showReport } from './table.ts'

const USAGE = `usage: npm run crash-test -- [--minutes N] [--store sqlite|mongodb] [--bots N] [--replica-set N]
                              [--kills-per-minute K] [--seed S]
  --bots N         so many processes behind one address (MongoDB)
  --replica-set N  so many mongods (3 or more), whose primary is killed again and again as well`

const say = (line: string) => void process.stdout.write(`${line}\n`)

const settings = readArguments()
if (!settings) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else if (settings.nodes > 0) {
  const replicaSet = await ReplicaSet.start(say, settings.nodes)
  await run({ ...settings, replicaSet, mongodbUri: databaseIn(replicaSet.uri) })
  await replicaSet.stop()
} else if (settings.store === 'mongodb') {
  const { mongod, stop } = await startMongod(say)
  if ('missing' in mongod) process.exitCode = 1
  else await run({ ...settings, mongodbUri: databaseIn(mongod.uri) })
  await stop()
} else {
  await run(settings)
}

function databaseIn(uri: string): string {
  return withDatabase(uri, `crash_${randomBytes(6).toString('hex')}`)
}

async function run(options: CrashTestOptions): Promise<void> {
  const { durationMs, killsPerMinute, seed, bots = 1, mongodbUri, replicaSet } = options
  const nodes = replicaSet ? ` (${replicaSet.nodes.length} nodes)` : ''
  const where = mongodbUri ? `MongoDB${nodes}` : 'SQLite'
  say(
    `crash test: ${where}, ${bots} bot(s), ${durationMs / 60_000} min, ${killsPerMinute} kills a minute, seed ${seed}`,
  )
  const report = await runCrashTest(options)
  say(showReport(report))
  if (report.problems.length > 0) process.exitCode = 1
}

function readArguments(): (CrashTestOptions & { store: string; nodes: number }) | undefined {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '1' },
        store: { type: 'string', default: 'sqlite' },
        bots: { type: 'string', default: '1' },
        'replica-set': { type: 'string', default: '0' },
        'kills-per-minute': { type: 'string', default: '20' },
        seed: { type: 'string', default: String(randomInt(1_000_000)) },
      },
    })
    const { store, minutes } = values
    const [durationMs, bots, nodes, killsPerMinute, seed] = [
      Number(minutes) * 60_000,
      Number(values.bots),
      Number(values['replica-set']),
      Number(values['kills-per-minute']),
      Number(values.seed),
    ]
    const isStore = store === 'sqlite' || store === 'mongodb'
    const isRight = durationMs > 0 && killsPerMinute > 0 && seed >= 0 && Number.isInteger(bots) && bots > 0
    // With two nodes there is no majority while one is away.
    const isSet = nodes === 0 || (Number.isInteger(nodes) && nodes >= 3 && store === 'mongodb')
    if (!isStore || !isRight || !isSet || (store === 'sqlite' && bots > 1)) return undefined
    return { store, durationMs, bots, nodes, killsPerMinute, seed }
  } catch {
    return undefined
  }
}
