/** `npm run crash-test -- [--minutes N] [--store sqlite|mongodb] [--bots N] [--kills-per-minute K] [--seed S]` */
import { randomBytes, randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { startMongod, withDatabase } from '../support/mongod.ts'
import { type CrashTestOptions, runCrashTest } from './crash-test.ts'
import { showReport } from './table.ts'

const USAGE =
  'usage: npm run crash-test -- [--minutes N] [--store sqlite|mongodb] [--bots N] [--kills-per-minute K] [--seed S]'

const say = (line: string) => void process.stdout.write(`${line}\n`)

const settings = readArguments()
if (!settings) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else if (settings.store === 'mongodb') {
  const { mongod, stop } = await startMongod(say)
  if ('missing' in mongod) process.exitCode = 1
  else await run({ ...settings, mongodbUri: withDatabase(mongod.uri, `crash_${randomBytes(6).toString('hex')}`) })
  await stop()
} else {
  await run(settings)
}

async function run(options: CrashTestOptions): Promise<void> {
  const { durationMs, killsPerMinute, seed, bots = 1, mongodbUri } = options
  const where = mongodbUri ? 'MongoDB' : 'SQLite'
  say(
    `crash test: ${where}, ${bots} bot(s), ${durationMs / 60_000} min, ${killsPerMinute} kills a minute, seed ${seed}`,
  )
  const report = await runCrashTest(options)
  say(showReport(report))
  if (report.problems.length > 0) process.exitCode = 1
}

function readArguments(): (CrashTestOptions & { store: string }) | undefined {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '1' },
        store: { type: 'string', default: 'sqlite' },
        bots: { type: 'string', default: '1' },
        'kills-per-minute': { type: 'string', default: '20' },
        seed: { type: 'string', default: String(randomInt(1_000_000)) },
      },
    })
    const { store, minutes } = values
    const [durationMs, bots, killsPerMinute, seed] = [
      Number(minutes) * 60_000,
      Number(values.bots),
      Number(values['kills-per-minute']),
      Number(values.seed),
    ]
    const isStore = store === 'sqlite' || store === 'mongodb'
    const isRight = durationMs > 0 && killsPerMinute > 0 && seed >= 0 && Number.isInteger(bots) && bots > 0
    if (!isStore || !isRight || (store === 'sqlite' && bots > 1)) return undefined
    return { store, durationMs, bots, killsPerMinute, seed }
  } catch {
    return undefined
  }
}
