/** LINE, as the crash test needs it: the simulator's platform on a store of its own, which is the log of what was said. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { systemClock } from '../../src/clock.ts'
import { retryKeyOf } from '../../src/line/outbox.ts'
import { createLog } from '../../src/log.ts'
import {
  type ChatEntry,
  chat,
  phones,
  replyTokens,
  retryKeys,
  simulatorCollections,
  type Webhook,
  webhooks,
} from '../../src/simulator/collections.ts'
import { createSimulator, type Simulator } from '../../src/simulator/index.ts'
import { openStore, type Store } from '../../src/store/index.ts'
import { readableText } from '../support/readable.ts'

/** Much sooner than LINE would, so that a short run sees many redeliveries. */
const REDELIVER_AFTER_MS = 250

export type Said = ReadonlyMap<string, readonly ChatEntry[]>

export interface Platform {
  readonly simulator: Simulator
  readonly channelSecret: string
  readonly accessToken: string
  /** The ids of the calls that answered an event, by its reply token or by a push. More than one: answered twice. */
  answersTo(eventId: string): Promise<string[]>
  isAcknowledged(eventId: string): Promise<boolean>
  /** What a call brought into a chat just now, oldest first. */
  saidLately(requestId: string, phoneId: string): Promise<ChatEntry[]>
  /** Everything that happened on the phones, oldest first. */
  happenings(): Promise<(Webhook & { readonly phoneId: string })[]>
  /** All that the bot said, by the call that said it, oldest first. */
  saidByBot(): Promise<Said>
  close(): Promise<void>
}

export async function openPlatform(folder: string): Promise<Platform> {
  const store = await openStore({ sqliteFile: join(folder, 'platform.sqlite') }, simulatorCollections)
  const secrets = { channelSecret: randomBytes(16).toString('hex'), accessToken: randomBytes(16).toString('hex') }
  const simulator = await createSimulator({
    store,
    realClock: systemClock,
    log: createLog('error'),
    greetPersonas: false,
    monthlyQuota: 'none',
    redeliverAfterMs: REDELIVER_AFTER_MS,
    ...secrets,
  })
  await simulator.listen()
  return {
    simulator,
    ...secrets,
    answersTo: (eventId) => answersTo(store, eventId),
    isAcknowledged: async (eventId) => (await store.get(webhooks, eventId))?.state === 'acknowledged',
    saidLately: async (requestId, phoneId) => {
      const newest = await store.find(chat, 'byPhone', [phoneId], { order: 'desc', limit: 20 })
      return newest.filter((entry) => entry.requestId === requestId).toReversed()
    },
    happenings: () => happenings(store),
    saidByBot: async () => {
      const entries = (await store.find(chat, 'inOrder', [])).filter((entry) => entry.from === 'bot')
      return Map.groupBy(entries, (entry) => entry.requestId ?? '')
    },
    async close() {
      await simulator.stop()
      await store.close()
    },
  }
}

/** An answer as a person reads it. */
export function readAloud(entries: readonly ChatEntry[]): string {
  return entries.map(({ message }) => readableText(message)).join('\n')
}

async function answersTo(store: Store, eventId: string): Promise<string[]> {
  const webhook = await store.get(webhooks, eventId)
  const token = webhook?.replyToken ? await store.get(replyTokens, webhook.replyToken) : undefined
  const pushes = await Promise.all([false, true].map((isPlain) => store.get(retryKeys, retryKeyOf(eventId, isPlain))))
  return [token?.usedBy, ...pushes.map((push) => push?.requestId)].filter((id) => id !== undefined)
}

async function happenings(store: Store) {
  const all = await store.find(phones, 'inOrder', [])
  const phoneOf = new Map(all.map(({ userId, id }) => [userId, id]))
  const happened = await store.find(webhooks, 'inOrder', [])
  return happened.map((webhook) => ({ ...webhook, phoneId: phoneOf.get(webhook.userId) ?? '' }))
}
