/**
 * The events that were answered 200, each stored once under LINE's webhookEventId and worked once. What a person wrote, and who
 * it was, is kept only until it is worked; the id stays, so that a redelivery is known for what it is.
 */
import { z } from 'zod'
import { collection, DuplicateKey, type Reader, type Store, type Stored, type Transaction } from '../store/index.ts'
import type { BotEvent } from './types.ts'

const StoredEvent = z.object({
  id: z.string(),
  /** Empty once it is worked: a redelivery is known by the id alone. */
  userId: z.string(),
  occurredAt: z.date(),
  receivedAt: z.date(),
  status: z.enum(['waiting', 'done', 'failed']),
  /** The event as JSON, while it is waiting. */
  body: z.string().optional(),
  replyToken: z.string().optional(),
  /** The process that works on this person's events, until the claim runs out. */
  claimedBy: z.string().optional(),
  claimedUntil: z.date().optional(),
})
export type StoredEvent = z.infer<typeof StoredEvent>

export const events = collection('events', {
  schema: StoredEvent,
  indexes: { waitingOf: { fields: ['userId', 'occurredAt'], only: ['status', 'waiting'] } },
})

/** An event that was just received, before anything of it is stored. */
export interface Arrival {
  readonly event: BotEvent
  readonly receivedAt: Date
  readonly replyToken?: string
}

/** The event this person sent first among those that wait. */
export async function oldestWaiting(read: Reader, userId: string): Promise<Stored<StoredEvent> | undefined> {
  const [oldest] = await read.find(events, 'waitingOf', [userId], { limit: 1 })
  return oldest
}

/** All that wait: after a crash, or left by another process. */
export function waitingEvents(read: Reader): AsyncIterable<Stored<StoredEvent>> {
  return read.iterate(events, 'waitingOf', [])
}

export function countWaiting(read: Reader): Promise<number> {
  return read.count(events, 'waitingOf', [])
}

/** Stores what is new; says of each whether it was. */
export function storeNew(store: Store, received: readonly StoredEvent[]): Promise<boolean[]> {
  return store.insertIfAbsent(events, received)
}

/** As it is stored when it has to wait; the process that received it has it for itself until `claimedUntil`. */
export function toWaiting(
  { event, receivedAt, replyToken }: Arrival,
  claimedBy: string,
  claimedUntil: Date,
): StoredEvent {
  const { id, userId, occurredAt } = event
  const token = replyToken === undefined ? {} : { replyToken }
  return {
    id,
    userId,
    occurredAt,
    receivedAt,
    status: 'waiting',
    body: packEvent(event),
    ...token,
    claimedBy,
    claimedUntil,
  }
}

/** Stores an event that is worked already: with what it led to, in one transaction. */
export function insertWorked(tx: Transaction, { event: { id, occurredAt }, receivedAt }: Arrival): void {
  tx.insert(events, { id, userId: '', occurredAt, receivedAt, status: 'done' })
}

/** Whether a transaction was rejected because the event that it wanted to store is stored. */
export function isKnownEvent(error: unknown): boolean {
  return error instanceof DuplicateKey && error.collection === events.name
}

/** Marks the event as worked and forgets what was said in it, and by whom. */
export function markWorked(tx: Transaction, event: Stored<StoredEvent>, status: 'done' | 'failed'): void {
  const { body: _said, replyToken: _spent, claimedBy: _owner, claimedUntil: _until, ...kept } = event
  tx.replace(events, { ...kept, userId: '', status })
}

export function packEvent(event: BotEvent): string {
  return JSON.stringify(event)
}

export function unpackEvent(stored: StoredEvent): BotEvent {
  return { ...JSON.parse(stored.body ?? 'null'), occurredAt: stored.occurredAt }
}
