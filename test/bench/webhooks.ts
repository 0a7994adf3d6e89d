/** One program under the load of webhooks: how soon it starts, how much it takes, how long people wait, what it costs. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Child, freePort, startChild } from './child.ts'
import { type CountingLine, openCountingLine } from './counting-line.ts'
import { Crowd } from './crowd.ts'
import { Load, type Measured } from './load.ts'
import { WebhookClient } from './webhook-client.ts'

const SECRET = 'channel-secret-of-the-benchmark'
const CONNECTIONS = 64
/** People wait for an answer before they say more: so many at once. */
const MOST_UNANSWERED = 512
export const STEADY_PER_SECOND = 400
const LONGEST_START_MS = 20_000

export interface Subject {
  readonly name: string
  /** The URL of the program's file. */
  readonly path: string
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

/** @param seconds of load in all */
export async function measureWebhooks(subject: Subject, seconds: number): Promise<Webhooks> {
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
  const child = startChild(subject.path, env, join(folder, 'output.log'))
  try {
    const client = await firstAnswer(`http://127.0.0.1:${port}`, started)
    const coldStartMs = performance.now() - started
    client.close()
    const figures = await underLoad(child, subject, line, port, seconds)
    if (!child.isRunning()) throw new Error('the program ended under the load')
    return { coldStartMs, ...figures }
  } catch (cause) {
    const output = await readFile(join(folder, 'output.log'), 'utf8')
    throw new Error(`${subject.name}; the end of its output:\n${output.slice(-2_000)}`, { cause })
  } finally {
    await child.stop()
    line.close()
    await rm(folder, { recursive: true, force: true })
  }
}

async function underLoad(child: Child, subject: Subject, line: CountingLine, port: number, seconds: number) {
  const client = await WebhookClient.open(`http://127.0.0.1:${port}`, SECRET, CONNECTIONS)
  const load = new Load(client, line, new Crowd('ab'), subject.answers)
  await load.flatOut(seconds * 0.15, CONNECTIONS, MOST_UNANSWERED)
  const burst = await load.flatOut(seconds * 0.2, CONNECTIONS, Number.POSITIVE_INFINITY)
  const cpuBefore = child.cpuSeconds()
  const flatOut = await load.flatOut(seconds * 0.4, CONNECTIONS, MOST_UNANSWERED)
  const cpuMsPerEvent = ((child.cpuSeconds() - cpuBefore) * 1000) / flatOut.sent
  const rssMiB = child.rssMiB()
  const steady = await load.steadily(seconds * 0.25, STEADY_PER_SECOND)
  client.close()
  return { burst, flatOut, cpuMsPerEvent, rssMiB, steady, pushes: line.pushes() }
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
