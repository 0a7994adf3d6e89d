/**
 * Programs under the load of webhooks: how soon each starts, how much it takes, how long people wait, what it costs. All of
 * them run, and have the load in turns of some seconds: how fast the machine is changes by a quarter within minutes, and
 * what is measured one after the other then says more about the machine than about the programs.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, freePort, startChild } from './child.ts'
import { openCountingLine } from './counting-line.ts'
import { Crowd } from './crowd.ts'
import { inAll, Load, type Measured } from './load.ts'
import { WebhookClient } from './webhook-client.ts'

const SECRET = 'channel-secret-of-the-benchmark'
const CONNECTIONS = 64
/** People wait for an answer before they say more: so many at once. */
const MOST_UNANSWERED = 512
export const STEADY_PER_SECOND = 400
/** Long enough for what comes in and goes out to be in step, short enough for the machine to be the same for all. */
const TURN_SECONDS = 2
/** Of latencies it is the worst hundredth that is told, and not that of programs that wake up after the others' turns. */
const STEADY_TURN_SECONDS = 4
const WAKING_SECONDS = 1
const LONGEST_START_MS = 20_000

export interface Subject {
  readonly name: string
  /** The URL of the program's file. */
  readonly path: string
  /** What its start command gives to node. */
  readonly nodeFlags?: readonly string[]
  /** Whether it sends an answer for each event. */
  readonly answers: boolean
  /** How long LINE takes for each call. */
  readonly lineMs?: number
  /** More of its environment, once its folder is known; seeds its store. */
  prepare?(folder: string): Promise<Readonly<Record<string, string>>>
}

export interface Webhooks {
  readonly coldStartMs: number
  readonly burst: Measured
  readonly flatOut: Measured
  readonly cpuMsPerEvent: number
  readonly rssMiB: number
  readonly steady: Measured
  /** Answers that came as a push instead of a reply. */
  readonly pushes: number
}

interface Running {
  readonly name: string
  readonly child: Child
  readonly load: Load
  readonly coldStartMs: number
  readonly pushes: () => number
  /** The end of what it printed. */
  output(): Promise<string>
  stop(): Promise<void>
}

/** @param seconds of load for each of them. @returns in their order */
export async function measureWebhooks(subjects: readonly Subject[], seconds: number): Promise<Webhooks[]> {
  const all: Running[] = []
  try {
    // One after the other: a start has the machine for itself.
    for (const subject of subjects) all.push(await start(subject))
    return await underLoad(all, seconds)
  } finally {
    await Promise.all(all.map((each) => each.stop()))
  }
}

async function start(subject: Subject): Promise<Running> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const line = await openCountingLine(subject.lineMs)
  const port = await freePort()
  const more = (await subject.prepare?.(folder)) ?? {}
  const env = {
    PORT: String(port),
    DATA_DIR: folder,
    LINE_CHANNEL_SECRET: SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: 'token',
    LINE_API_BASE_URL: line.origin,
    ...more,
  }
  const started = performance.now()
  const child = startChild(subject.path, subject.nodeFlags ?? [], env, join(folder, 'output.log'))
  const output = async () => (await readFile(join(folder, 'output.log'), 'utf8')).slice(-2_000)
  const stop = async () => {
    await child.stop()
    line.close()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const origin = `http://127.0.0.1:${port}`
    const first = await firstAnswer(origin, started)
    const coldStartMs = performance.now() - started
    first.close()
    const client = await WebhookClient.open(origin, SECRET, CONNECTIONS)
    const load = new Load(client, line, new Crowd('ab'), subject.answers)
    const hangUpAndStop = () => {
      client.close()
      return stop()
    }
    return { name: subject.name, child, load, coldStartMs, pushes: line.pushes, output, stop: hangUpAndStop }
  } catch (cause) {
    const printed = await output()
    await stop()
    throw new Error(`${subject.name}; the end of its output:\n${printed}`, { cause })
  }
}

async function underLoad(all: readonly Running[], seconds: number): Promise<Webhooks[]> {
  const flatOut = ({ load }: Running, forSeconds: number) => load.flatOut(forSeconds, CONNECTIONS, MOST_UNANSWERED)
  await inTurns(all, seconds * 0.2, flatOut)
  const bursts = await inTurns(all, seconds * 0.1, ({ load }, forSeconds) =>
    load.flatOut(forSeconds, CONNECTIONS, Number.POSITIVE_INFINITY),
  )
  const flat = await inTurns(all, seconds * 0.3, async (each, forSeconds) => {
    const before = each.child.cpuSeconds()
    const slice = await flatOut(each, forSeconds)
    return { ...slice, cpuSeconds: each.child.cpuSeconds() - before }
  })
  const rssMiB = all.map(({ child }) => child.rssMiB())
  const steadily = async ({ load }: Running, forSeconds: number) => {
    await load.steadily(WAKING_SECONDS, STEADY_PER_SECOND)
    return load.steadily(forSeconds, STEADY_PER_SECOND)
  }
  const steady = await inTurns(all, seconds * 0.4, steadily, STEADY_TURN_SECONDS)
  const ended = all.find(({ child }) => !child.isRunning())
  if (ended) throw new Error(`${ended.name} ended under the load; the end of its output:\n${await ended.output()}`)
  return all.map(({ coldStartMs, pushes }, at) => {
    const slices = flat[at] ?? []
    const cpuSeconds = slices.reduce((total, slice) => total + slice.cpuSeconds, 0)
    const measured = inAll(slices)
    return {
      coldStartMs,
      burst: inAll(bursts[at] ?? []),
      flatOut: measured,
      cpuMsPerEvent: (cpuSeconds * 1000) / measured.sent,
      rssMiB: rssMiB[at] ?? 0,
      steady: inAll(steady[at] ?? []),
      pushes: pushes(),
    }
  })
}

/** Each in turn, forwards and then backwards, until each had so many seconds. @returns the slices of each */
async function inTurns<Result>(
  all: readonly Running[],
  seconds: number,
  load: (each: Running, seconds: number) => Promise<Result>,
  turnSeconds = TURN_SECONDS,
): Promise<Result[][]> {
  const turns = Math.max(1, Math.round(seconds / turnSeconds))
  const slices: Result[][] = all.map(() => [])
  for (let turn = 0; turn < turns; turn += 1) {
    const places = [...all.keys()]
    for (const at of turn % 2 === 0 ? places : places.reverse()) {
      const each = all[at] as Running
      slices[at]?.push(await load(each, seconds / turns))
    }
  }
  return slices
}

/** The first signed webhook that is taken: what LINE's "Verify" button sends. */
async function firstAnswer(origin: string, started: number): Promise<WebhookClient> {
  while (performance.now() - started < LONGEST_START_MS) {
    const client = await WebhookClient.open(origin, SECRET, 1).catch(() => undefined)
    if ((await client?.post('{"events":[]}')) === 200 && client) return client
    client?.close()
    await pause(5)
  }
  throw new Error('the program did not start')
}
