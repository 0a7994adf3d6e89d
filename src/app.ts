/**
 * Wires the rooms together from one config object; nothing else constructs a room. Reads from top to bottom: the store,
 * the platform (LINE, or the simulator's), the features, the journey of a message, what the clock starts, the way out.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { schedule } from 'node-cron'
import { conversations } from './bot/conversation.ts'
import { countWaiting, events } from './bot/event-store.ts'
import { createFileSharer, fileLinks } from './bot/file-links.ts'
import { createMailbox, pushesInto } from './bot/mailbox.ts'
import { createMediaKeeper, media, mediaFeature } from './bot/media.ts'
import { createReceiver } from './bot/receive.ts'
import { createRoute } from './bot/route.ts'
import type { EnqueuePush, Feature } from './bot/types.ts'
import { createWorker } from './bot/work.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config, LineCredentials } from './config.ts'
import { every } from './every.ts'
import { guideCollections, openGuide } from './guide/index.ts'
import { fileRoute } from './http/files.ts'
import { createMetrics } from './http/metrics.ts'
import { openHttpServer } from './http/server.ts'
import { statusRoutes } from './http/status.ts'
import { webhookRoute } from './http/webhook.ts'
import {
  checkCards,
  composeReplies,
  countOutbox,
  createLineApi,
  createSender,
  ensureRichMenu,
  type LineApi,
  outbox,
  toBotEvent,
} from './line/index.ts'
import type { Log } from './log.ts'
import { fillEmptyRegister, pairs, pairsFeature } from './pairs/index.ts'
import { peopleCollections, peopleFeature, registerPersona, whoIs } from './people/index.ts'
import { noteFirstUse, reminderCollections, remindersFeature, runSweep } from './reminders/index.ts'
import { pairStates, reportCollections, reportsFeature } from './reports/index.ts'
import { createSimulator, type Simulator, simulatorCollections } from './simulator/index.ts'
import { openStore, type Store, stampStore, stamps } from './store/index.ts'
import { summariesFeature } from './summaries/index.ts'

/** Of one call: less than the time a process may take to stop. */
const LINE_TIMEOUT_MS = 5_000
const POLL_MS = 1_000
/** How long a stop waits for calls that are under way. */
const LAST_CALLS_MS = 4_000
const BANGKOK = 'Asia/Bangkok'

const collections = [
  stamps,
  events,
  conversations,
  media,
  fileLinks,
  outbox,
  pairs,
  ...guideCollections,
  ...peopleCollections,
  ...reportCollections,
  ...reminderCollections,
]

export interface App {
  /** Where it listens, such as http://127.0.0.1:3000. */
  readonly origin: string
  /** What to tell whoever started it. */
  readonly greeting: readonly string[]
  readonly store: Store
  readonly simulator?: Simulator
  /** Resolves when every event is worked and every message that can be sent is sent. */
  idle(): Promise<void>
  stop(): Promise<void>
}

export interface AppOptions {
  readonly log: Log
  /** The machine's time; the simulator moves its own ahead of it. */
  readonly clock?: Clock
  /** How long a request may take to arrive; default: ten seconds. */
  readonly requestTimeoutMs?: number
}

/** The program's store, stamped with its mode. @throws SetupError when it belongs to the other mode or cannot be opened */
export async function openProgramStore(config: Config): Promise<Store> {
  const store = await openStore(config.store, collections)
  try {
    await stampStore(store, config.mode)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

/** The clock that the program goes by: in simulator mode the moved one. */
export async function openClock(config: Config, log: Log): Promise<{ clock: Clock; close(): Promise<void> }> {
  if (config.mode === 'line') return { clock: systemClock, close: async () => {} }
  const store = await openStore({ sqliteFile: config.simulatorFile }, simulatorCollections)
  const simulator = await createSimulator({ store, realClock: systemClock, log, ...playCredentials() })
  return { clock: simulator.clock, close: () => store.close() }
}

/** For commands beside a running program: what they enqueue, the program sends. */
export function enqueuePushWith(clock: Clock, log: Log): EnqueuePush {
  return pushesInto((replies) => composeReplies(replies, { log }), clock)
}

export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { log, clock: realClock = systemClock, requestTimeoutMs } = options
  checkCards()
  const store = await openProgramStore(config)
  const http = await openHttpServer({ host: config.host, port: config.port, log, requestTimeoutMs })
  const platform = await openPlatform(config, realClock, log)
  const { clock, credentials, simulator } = platform
  const api = createLineApi({ ...credentials, log, timeoutMs: LINE_TIMEOUT_MS })

  const owner = randomUUID()
  // One program at a time is on a SQLite file: whatever was left there is ours to take over at once.
  const isAlone = 'sqliteFile' in config.store
  const compose = (replies: Parameters<typeof composeReplies>[0]) => composeReplies(replies, { log })
  const sender = createSender({ store, api, clock, log, owner, random: Math.random, takeOverAtOnce: isAlone })
  const mailbox = createMailbox({ compose, sender, clock, owner })

  await fillEmptyRegister(store, clock.now())
  await noteFirstUse(store, clock.now())
  for (const persona of simulator?.personas ?? []) {
    if (persona.role !== 'guest') await registerPersona(store, { ...persona, role: persona.role, now: clock.now() })
  }

  const mediaKeeper = createMediaKeeper({ store, clock, log, content: (messageId) => api.content(messageId) })
  const guide = await openGuide({ log })
  // The simulator's people sit at this machine; LINE's come through the public address, if there is one.
  const publicOrigin = config.publicUrl ?? (simulator ? http.origin : undefined)
  const features: Feature[] = [
    peopleFeature,
    reportsFeature,
    remindersFeature,
    summariesFeature({ shareFile: createFileSharer(store, publicOrigin) }),
    pairsFeature({ stateOf: pairStates }),
    guide.feature,
    mediaFeature,
  ]
  const route = createRoute({ features, guide, newNonce: () => randomBytes(6).toString('base64url') })
  const newReference = () => randomBytes(4).toString('hex')
  const worker = createWorker({ store, clock, log, owner, isAlone, whoIs, route, mailbox, newReference })
  const receiver = createReceiver({ store, clock, log, owner, toBotEvent, wake: worker.wake })

  const sweep = () => runSweep({ store, enqueuePush: mailbox.enqueuePush, now: clock.now() })
  const bot = await meetLine(api, log)
  const counts = { waitingEvents: () => countWaiting(store), outbox: () => countOutbox(store) }
  http.serve([
    [
      '/',
      webhookRoute({ channelSecret: credentials.channelSecret, botUserId: () => bot.userId, receiver, clock, log }),
    ],
    ['/', statusRoutes({ problems: () => problemsNow(store, api) }, createMetrics(counts))],
    ['/', fileRoute(store, clock)],
    ...(simulator ? [['/simulator', simulator.router] as const] : []),
  ])

  // What a crash, or another process, left behind.
  await runLogged('the outbox', log, sender.sweepDue)
  await worker.recover()
  const poll = every(POLL_MS, log, async () => {
    await sender.sweepDue()
    await worker.recover()
  })
  // Beside the others: a download that takes long keeps no message waiting.
  const fetching = every(POLL_MS, log, () => mediaKeeper.keepUp())
  await runLogged('the reminder sweep', log, sweep)
  const cron = schedule('0 9 * * *', () => runLogged('the reminder sweep', log, sweep), { timezone: BANGKOK })
  simulator?.onClockMoved(async () => {
    await runLogged('the reminder sweep', log, sweep)
    await sender.sweepDue()
  })
  await simulator?.start({ webhookUrl: `${http.origin}/webhook` })

  async function idle(): Promise<void> {
    await simulator?.settled()
    await worker.idle()
    await mediaKeeper.keepUp()
    await sender.idle()
  }

  async function stop(): Promise<void> {
    await cron.stop()
    await http.close()
    await simulator?.stop()
    await worker.stop()
    const ended = Promise.all([poll.stop(), fetching.stop(), mediaKeeper.stop(), sender.stop()])
    // A call that still hangs is cut: its outcome is uncertain, as after a crash, and the next start goes on from there.
    await Promise.race([ended, pause(LAST_CALLS_MS, undefined, { ref: false })])
    await api.close()
    await ended
    await platform.close()
    await store.close()
    log.info('stopped')
  }

  log.info({ mode: config.mode, origin: http.origin }, 'started')
  return { origin: http.origin, greeting: greetingFor(config, http.origin), store, simulator, idle, stop }
}

interface Platform {
  readonly clock: Clock
  readonly credentials: LineCredentials
  readonly simulator?: Simulator
  close(): Promise<void>
}

/** LINE as configured, or the program's own, listening. */
async function openPlatform(config: Config, realClock: Clock, log: Log): Promise<Platform> {
  if (config.line) return { clock: realClock, credentials: config.line, close: async () => {} }
  const store = await openStore({ sqliteFile: config.simulatorFile }, simulatorCollections)
  const play = playCredentials()
  const simulator = await createSimulator({ store, realClock, log, ...play })
  await simulator.listen()
  const credentials = { ...play, apiBaseUrl: simulator.apiOrigin, dataApiBaseUrl: simulator.apiOrigin }
  return { clock: simulator.clock, credentials, simulator, close: () => store.close() }
}

/** The simulator's own secrets: made anew at each start, since they open nothing outside this process. */
function playCredentials(): Pick<LineCredentials, 'channelSecret' | 'accessToken'> {
  return { channelSecret: randomBytes(16).toString('hex'), accessToken: randomBytes(32).toString('base64url') }
}

/** Who the bot is at LINE, and its rich menu; a platform that does not answer does not stop the start. */
async function meetLine(api: LineApi, log: Log): Promise<{ userId?: string }> {
  const info = await api.botInfo()
  if (info.kind !== 'accepted') {
    log.error({ outcome: info.kind }, 'LINE did not say who this bot is: check the token and the network')
    return {}
  }
  await ensureRichMenu(api, log)
  return { userId: info.value.userId }
}

async function problemsNow(store: Store, api: LineApi): Promise<string[]> {
  const [storeAnswers, info] = await Promise.all([
    store.ping().then(
      () => true,
      () => false,
    ),
    api.botInfo(),
  ])
  const refused = info.kind === 'unauthorised' || info.kind === 'unreached' || info.kind === 'uncertain'
  return [...(storeAnswers ? [] : ['the store does not answer']), ...(refused ? [`LINE: ${info.kind}`] : [])]
}

function greetingFor(config: Config, origin: string): string[] {
  if (config.mode === 'simulator') return [`The simulator is ready: open ${origin}/simulator`]
  const warning = 'PUBLIC_URL is not set: no image messages and no file links are sent'
  return [
    `Listening on ${origin}; LINE's webhook URL is the public https address of /webhook`,
    ...(config.publicUrl ? [] : [warning]),
  ]
}

async function runLogged(what: string, log: Log, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error) => log.error({ err: error }, `${what} failed`))
}
