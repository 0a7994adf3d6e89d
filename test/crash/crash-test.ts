/**
 * Kills the bot while officers and guests talk to it, starts it again, and counts what was lost, doubled and undecidable.
 * The bot is a real process in LINE mode; LINE is the simulator's platform in this one, with wires between that can be cut.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/config.ts'
import { outbox } from '../../src/line/outbox.ts'
import type { Store } from '../../src/store/index.ts'
import type { ReplicaSet } from '../support/replica-set.ts'
import { until } from '../support/until.ts'
import { gatherCast } from './cast.ts'
import { type Answers, judgeAnswers } from './judge.ts'
import type { Kill } from './killer.ts'
import { Mischief, type MischiefCounts } from './mischief.ts'
import { Ledger } from './people.ts'
import { openPlatform, type Platform } from './platform.ts'
import type { Failover } from './primary-killer.ts'
import { Random } from './random.ts'
import { isDrained, judgeRecords, openBotStore, type Records } from './records.ts'
import { type Stage, setStage } from './stage.ts'
import { unjustified } from './undecidable.ts'

export interface CrashTestOptions {
  /** At least so long, and until there were so many kills and events. */
  readonly durationMs: number
  readonly leastKills?: number
  readonly leastEvents?: number
  readonly killsPerMinute: number
  readonly seed: number
  /** A database of its own; unset: the embedded store. */
  readonly mongodbUri?: string
  /** Processes behind one address; more than one needs MongoDB. */
  readonly bots?: number
  /** That of `mongodbUri`, to take its primary away again and again. */
  readonly replicaSet?: ReplicaSet
}

export interface CrashReport {
  readonly seconds: number
  readonly kills: readonly Kill[]
  readonly failovers: readonly Failover[]
  readonly mischief: MischiefCounts
  readonly answers: Answers
  readonly records: Records
  /** What the bot logged as errors. */
  readonly complaints: readonly string[]
  /** Why the test has failed; empty: it has not. */
  readonly problems: readonly string[]
}

const OUTAGE = { everyMs: 180_000, lastsMs: 65_000 }
const SETTLED_WITHIN_MS = 120_000

export async function runCrashTest(options: CrashTestOptions): Promise<CrashReport> {
  const folder = await mkdtemp(join(tmpdir(), 'crash-test-'))
  const random = new Random(options.seed)
  const platform = await openPlatform(folder)
  const { mongodbUri, bots = 1, replicaSet } = options
  const stage = await setStage(platform, random, { folder, mongodbUri, bots, replicaSet })
  try {
    const ledger = new Ledger()
    const mischief = new Mischief(platform, ledger, random)
    const seconds = await play(options, { platform, stage, ledger, mischief, random })
    const judged = await judge(platform, stage, ledger)
    const { killer, primaryKiller } = stage
    const failovers = primaryKiller?.failovers ?? []
    return { seconds, kills: killer.kills, failovers, mischief: mischief.counts, ...judged }
  } finally {
    await stage.close()
    await platform.close()
    await rm(folder, { recursive: true, force: true })
  }
}

interface Play {
  readonly platform: Platform
  readonly stage: Stage
  readonly ledger: Ledger
  readonly mischief: Mischief
  readonly random: Random
}

/** The load, and the kills. @returns how many seconds it took */
async function play(options: CrashTestOptions, { platform, stage, ledger, mischief, random }: Play): Promise<number> {
  const { bots, killer, primaryKiller } = stage
  const cast = await gatherCast(platform, stage.settings, ledger, random)
  for (const bot of bots) bot.start()
  await Promise.all(bots.map((bot) => bot.whenReady()))
  await platform.simulator.start({ webhookUrl: stage.webhookUrl })

  const started = performance.now()
  let isOver = false
  const parts = [...cast, mischief.play.bind(mischief)].map((part) => part(() => isOver))
  const rage = Promise.all([killer.rage(60_000 / options.killsPerMinute, OUTAGE), primaryKiller?.rage()])
  const isEnough = () =>
    performance.now() - started >= options.durationMs &&
    killer.kills.length >= (options.leastKills ?? 0) &&
    ledger.words.size >= (options.leastEvents ?? 0)
  await Promise.race([until('the end of the play', isEnough, Number.POSITIVE_INFINITY), ...parts, rage])
  isOver = true
  killer.end()
  primaryKiller?.end()
  await Promise.all([...parts, rage])
  return (performance.now() - started) / 1000
}

type Judged = Pick<CrashReport, 'answers' | 'records' | 'complaints' | 'problems'>

/** Lets everything come to its end, ends the bots, and looks at what is there. */
async function judge(platform: Platform, { bots, settings, killer }: Stage, ledger: Ledger): Promise<Judged> {
  const store = await openBotStore(readConfig({ ...settings }).store)
  try {
    const unsettled = await settle(platform, store)
    const exits = await Promise.all(bots.map((bot) => bot.stop()))
    const unclean = exits.filter((exit) => exit?.code !== 0).map((exit) => `SIGTERM ended a bot with ${exit?.code}`)
    const rows = await store.find(outbox, 'byKey', [])
    const said = await platform.saidByBot()
    const answers = await judgeAnswers(platform, ledger, said, rows)
    const records = await judgeRecords(store, platform, ledger, said)
    const ownProblems = [...unsettled, ...unclean, ...unjustified(rows, killer.kills)]
    const problems = [...ownProblems, ...problemsOf(answers), ...records.problems]
    return { answers, records, complaints: bots.flatMap((bot) => bot.complaints()), problems }
  } finally {
    await store.close()
  }
}

async function settle(platform: Platform, store: Store): Promise<string[]> {
  try {
    await platform.simulator.settled()
    await until('an empty queue', () => isDrained(store), SETTLED_WITHIN_MS)
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}

function problemsOf(answers: Answers): string[] {
  const kinds = ['lost', 'doubled', 'unasked', 'wrong', 'outOfOrder'] as const
  const found = kinds.flatMap((kind) => answers[kind].map((what) => `${kind}: ${what}`))
  const missing = answers.events - answers.acknowledged
  return missing === 0 ? found : [...found, `${missing} webhooks were never acknowledged`]
}
