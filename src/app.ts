/**
 * Wires the rooms together from one config object; nothing else constructs a room. Reads from top to bottom: the store,
 * the platform (LINE, or the simulator's), what takes webhooks in, the features, the worker, what the clock starts, the way out.
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { countWaiting } from './bot/event-store.ts'
import { createLoadingHint } from './bot/loading.ts'
import { createMailbox, pushesInto } from './bot/mailbox.ts'
import { createMediaKeeper } from './bot/media-keeper.ts'
import { joinProcesses, workAlone } from './bot/presence.ts'
import { createReceiver } from './bot/receive.ts'
import { createRoute } from './bot/route.ts'
import type { EnqueuePush } from './bot/types.ts'
import { createWorker, type Worker } from './bot/work.ts'
import { writeWith } from './bot/writing.ts'
import { type Clock, systemClock } from './clock.ts'
import type { Config } from './config.ts'
import { createDailyRound } from './daily-round.ts'
import { every, runLogged } from './every.ts'
import { featuresOf } from './features.ts'
import { openGuide } from './guide/index.ts'
import { fileRoute } from './http/files.ts'
import { createMetrics } from './http/metrics.ts'
import { createReadiness } from './http/readiness.ts'
import { openHttpServer } from './http/server.ts'
import { statusRoutes } from './http/status.ts'
import { isForWebhook, webhookRoute } from './http/webhook.ts'
import {
  checkCards,
  composeReplies,
  countTroubled,
  createLineApi,
  createQuotaGuard,
  createSender,
  createWordings,
  meetLine,
  toBotEvent,
} from './line/index.ts'
import type { Log } from './log.ts'
import { createMenuShower } from './menu-shower.ts'
import { fillEmptyRegister } from './pairs/index.ts'
import { hasBlocked, noteUnreachable, registerPersona, whoIs } from './people/index.ts'
import { openPlatform, openClock as openPlatformClock } from './platform.ts'
import { openProgramStore } from './program-store.ts'
import { tellOfQuota } from './quota-news.ts'
import { noteFirstUse } from './reminders/index.ts'
import { tellOfLostFile } from './reports/index.ts'
import type { Simulator } from './simulator/index.ts'
import type { Store } from './store/index.ts'

/** Of one call: less than the time a process may take to stop. */
const LINE_TIMEOUT_MS = 5_000
const ASK_LINE_MS = 60_000
const POLL_MS = 1_000
/** How long a stop waits for calls that are under way, and then for the store. */
const LAST_CALLS_MS = 4_500
const LAST_WORDS_MS = 1_500

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
  /** How long one call to LINE may take; default: five seconds. */
  readonly lineTimeoutMs?: number
}

/** The clock that the program goes by, for commands beside it. */
export function openClock(config: Config, log: Log): Promise<{ clock: Clock; close(): Promise<void> }> {
  return openPlatformClock(config, systemClock, log)
}

/** For commands beside a running program: what they enqueue, the program sends. */
export function enqueuePushWith(clock: Clock, log: Log): EnqueuePush {
  return pushesInto(
    writeWith((replies) => composeReplies(replies, { log })),
    clock,
  )
}

export async function startApp(config: Config, options: AppOptions): Promise<App> {
  const { log, clock: realClock = systemClock, requestTimeoutMs, lineTimeoutMs = LINE_TIMEOUT_MS } = options
  checkCards()
  const store = await openProgramStore(config)
  const http = await openHttpServer({ host: config.host, port: config.port, log, requestTimeoutMs })
  const platform = await openPlatform(config, realClock, log)
  const { clock, credentials, simulator } = platform
  const api = createLineApi({ ...credentials, log, timeoutMs: lineTimeoutMs })

  const owner = randomUUID()
  const { sqliteFile } = { sqliteFile: undefined, ...config.store }
  const peers = sqliteFile ? workAlone(sqliteFile) : await joinProcesses(store, clock, log, owner)
  // The simulator's people sit at this machine; LINE's come through the public address, if there is one.
  const httpOrigin = simulator && http.origin
  const compose = (replies: Parameters<typeof composeReplies>[0]) => composeReplies(replies, { log, httpOrigin })
  const quota = createQuotaGuard({
    api,
    clock,
    log,
    onNews: (news) =>
      void runLogged('telling the admins', log, () =>
        tellOfQuota({ store, clock, enqueuePush: mailbox.enqueuePush }, news),
      ),
  })
  const metrics = createMetrics({
    waitingEvents: () => countWaiting(store),
    outbox: () => countTroubled(store),
    quotaLeft: quota.left,
  })
  const { meters } = metrics
  const recipients = {
    isUnreachable: hasBlocked,
    noteUnreachable: (userId: string) => noteUnreachable({ store, ...mailbox }, userId, clock.now()),
  }
  const wordings = createWordings(store, clock)
  const sender = createSender({ store, api, clock, log, owner, quota, recipients, wordings, meters, ...peers })
  const mailbox = createMailbox({ compose, wordings, sender, clock, owner })

  await fillEmptyRegister(store, clock.now())
  await noteFirstUse(store, clock.now())
  for (const persona of simulator?.personas ?? []) {
    if (persona.role !== 'guest') await registerPersona(store, { ...persona, role: persona.role, now: clock.now() })
  }

  const mediaKeeper = createMediaKeeper({
    store,
    clock,
    log,
    content: (messageId) => api.content(messageId),
    onLost: (messageId) => tellOfLostFile({ store, enqueuePush: mailbox.enqueuePush }, messageId),
  })
  const line = meetLine({ api, quota, clock, log, publicUrl: config.publicUrl })
  const menuShower = createMenuShower({ store, api, clock, log, ids: line.richMenuIds })
  // From here on LINE gets its 200: what comes before the guide is read waits in the store.
  let begun: Worker | undefined
  const receiver = createReceiver({ store, clock, log, owner, toBotEvent, worker: () => begun, meters })
  const { channelSecret } = credentials
  const webhook = webhookRoute({ channelSecret, botUserId: line.botUserId, receiver, clock, log, meters })
  const routes = [
    ['/', statusRoutes(createReadiness(store, api, clock), metrics)],
    ['/', fileRoute(store, clock)],
    ...(simulator ? [['/simulator', simulator.router] as const] : []),
  ] as const
  http.serve(routes, { isFor: isForWebhook, handle: webhook })

  const guide = await openGuide({ log })
  const publicOrigin = config.publicUrl ?? httpOrigin
  const features = featuresOf({ guide, store, publicOrigin, basicId: line.basicId })
  const route = createRoute({ features, guide, newNonce: () => randomBytes(6).toString('base64url') })
  const newReference = () => randomBytes(4).toString('hex')
  const loading = createLoadingHint(api.loading)
  const worker = createWorker({ store, clock, log, owner, peers, whoIs, route, mailbox, loading, newReference })
  begun = worker
  // What came meanwhile, or a crash or another process left behind.
  await runLogged('the outbox', log, sender.sweepDue)
  await worker.recover()
  const poll = every(POLL_MS, log, async () => {
    await sender.sweepDue()
    await worker.recover()
  })
  // Beside the others: a download that takes long keeps no message waiting.
  const fetching = every(POLL_MS, log, () => mediaKeeper.keepUp())

  // Nor does a LINE that does not say who we are.
  const introduced = runLogged('asking LINE who we are', log, line.keepUp)
  const asking = every(ASK_LINE_MS, log, line.keepUp)
  const showing = every(POLL_MS, log, async () => void (await menuShower.keepUp()))
  const daily = createDailyRound({ store, clock, log, guide, enqueuePush: mailbox.enqueuePush })
  await daily.run()
  simulator?.onClockMoved(async () => {
    await daily.run()
    await sender.sweepDue()
  })
  await simulator?.start({ webhookUrl: `${http.origin}/webhook` })

  async function idle(): Promise<void> {
    await simulator?.settled()
    await worker.idle()
    await mediaKeeper.keepUp()
    await introduced
    await menuShower.keepUp()
    await sender.idle()
  }

  async function stop(): Promise<void> {
    await daily.stop()
    await http.close()
    await simulator?.stop()
    const tooLong = pause(LAST_CALLS_MS, undefined, { ref: false })
    await Promise.race([worker.stop(), tooLong])
    const ended = Promise.all([
      poll.stop(),
      fetching.stop(),
      asking.stop(),
      showing.stop(),
      mediaKeeper.stop(),
      introduced,
      sender.stop(),
    ])
    // A call that still hangs is cut: its outcome is uncertain, as after a crash, and the next start goes on from there.
    await Promise.race([ended, tooLong])
    await api.close()
    // So is a store that does not answer.
    await Promise.race([Promise.all([ended, peers.stop()]), pause(LAST_WORDS_MS, undefined, { ref: false })])
    await platform.close()
    await store.close()
    log.info('stopped')
  }

  log.info({ mode: config.mode, origin: http.origin }, 'started')
  return { origin: http.origin, greeting: greetingFor(config, http.origin), store, simulator, idle, stop }
}

function greetingFor(config: Config, origin: string): string[] {
  if (config.mode === 'simulator') return [`The simulator is ready: open ${origin}/simulator`]
  const warning = 'PUBLIC_URL is not set: no image messages and no file links are sent'
  return [
    `Listening on ${origin}; LINE's webhook URL is the public https address of /webhook`,
    ...(config.publicUrl ? [] : [warning]),
  ]
}
