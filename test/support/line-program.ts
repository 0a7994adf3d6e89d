/**
 * The whole program in LINE mode in a test: credentials set, LINE_API_BASE_URL pointing to a platform of its own, so that
 * the test knows the channel secret and can post any bytes to /webhook as LINE would, or as a stranger would.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { type App, type AppOptions, startApp } from '../../src/app.ts'
import { events, type StoredEvent } from '../../src/bot/event-store.ts'
import { ManualClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import { createSimulator, type Simulator, simulatorCollections } from '../../src/simulator/index.ts'
import { openStore } from '../../src/store/index.ts'
import type { EventJson } from './events.ts'
import { LINE_VECTOR } from './line-vector.ts'
import { type HttpAnswer, postWebhook, type WebhookPost } from './webhook-post.ts'

/** Of LINE's published example of a signature, so that the example itself can be posted. */
export const CHANNEL_SECRET = LINE_VECTOR.secret
export const ACCESS_TOKEN = 'access-token-of-the-tests'
const START = '2026-11-19T03:00:00Z'

export interface LineProgram {
  readonly app: App
  /** LINE, with phones whose owners write to the bot. */
  readonly platform: Simulator
  readonly clock: ManualClock
  /** The program's SQLite file, for a test that breaks it. */
  readonly sqliteFile: string
  /** Posts a body as it is (or as JSON), signed with the channel secret unless told otherwise. */
  post(body: unknown, how?: WebhookPost): Promise<HttpAnswer>
  /** Posts one webhook with these events. */
  postEvents(...events: readonly unknown[]): Promise<HttpAnswer>
  statusOf(event: EventJson): Promise<StoredEvent['status'] | 'not stored'>
  /** The program's calls that send a message, or try to, from the work's beginning until all is idle. */
  sentDuring(work: () => Promise<unknown>): Promise<ReturnType<Simulator['traffic']>>
  /** Resolves when every webhook is worked and every message is sent. */
  idle(): Promise<void>
  /** All that the program logged, as text. */
  logged(): string
  close(): Promise<void>
}

export interface LineProgramOptions extends Pick<AppOptions, 'requestTimeoutMs' | 'lineTimeoutMs'> {
  /** Default: 'info'. */
  readonly logLevel?: string
}

export async function openLineProgram({
  logLevel = 'info',
  ...options
}: LineProgramOptions = {}): Promise<LineProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'sistercity-line-'))
  const clock = new ManualClock(START)
  const platformStore = await openStore({ sqliteFile: join(folder, 'platform.sqlite') }, simulatorCollections)
  const platform = await createSimulator({
    store: platformStore,
    realClock: clock,
    log: createLog('silent'),
    channelSecret: CHANNEL_SECRET,
    accessToken: ACCESS_TOKEN,
    greetPersonas: false,
  })
  await platform.listen()
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: folder,
    LINE_CHANNEL_SECRET: CHANNEL_SECRET,
    LINE_CHANNEL_ACCESS_TOKEN: ACCESS_TOKEN,
    LINE_API_BASE_URL: platform.apiOrigin,
  })
  const lines: string[] = []
  const log = createLog(
    logLevel,
    new PassThrough().on('data', (line) => lines.push(String(line))),
  )
  const app = await startApp(config, { log, clock, ...options })
  await platform.start({ webhookUrl: `${app.origin}/webhook` })
  const post: LineProgram['post'] = (body, how) => postWebhook(app.origin, CHANNEL_SECRET, body, how)
  async function idle() {
    await platform.settled()
    await app.idle()
  }

  return {
    app,
    platform,
    clock,
    sqliteFile: join(folder, 'store.sqlite'),
    post,
    postEvents: (...sent) => post({ destination: platform.botUserId, events: sent }),
    statusOf: async ({ webhookEventId }) => (await app.store.get(events, webhookEventId))?.status ?? 'not stored',
    async sentDuring(work) {
      const before = Number(platform.traffic(1).at(-1)?.id ?? 0)
      await work()
      await idle()
      const since = platform.traffic(500).filter(({ id }) => Number(id) > before)
      return since.filter(({ path }) => path.startsWith('/v2/bot/message/'))
    },
    logged: () => lines.join(''),
    idle,
    async close() {
      await app.stop()
      await platform.stop()
      await platformStore.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
