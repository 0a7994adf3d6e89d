/**
 * What one event leads to, in ONE transaction: the conversation, the records, the messages to send, and the event stored as
 * worked. A crash before it repeats the work from nothing; a crash after it only sends what was stored.
 */
import type { Clock } from '../clock.ts'
import type { OutboxRow } from '../line/index.ts'
import {
  Conflict,
  DuplicateKey,
  InvalidDocument,
  type Reader,
  retryOnConflict,
  type Store,
  type Stored,
  type Transaction,
} from '../store/index.ts'
import { readConversation, writeConversation } from './conversation.ts'
import {
  type Arrival,
  events,
  insertWorked,
  isKnownEvent,
  markWorked,
  type StoredEvent,
  unpackEvent,
} from './event-store.ts'
import type { Haste } from './flood.ts'
import { type Answerable, type Mailbox, NotKept } from './mailbox.ts'
import { untold } from './notices.ts'
import type { Route } from './route.ts'
import { texts } from './texts.ts'
import type { Actor, BotEvent, Reply, Turn } from './types.ts'

/** Many people may report in the same moment, and only one of them gets the next receipt number at a time. */
const TRIES_AT_CONFLICT = 100

export interface DecisionParts {
  readonly store: Store
  readonly clock: Clock
  readonly whoIs: (read: Reader, userId: string) => Promise<Actor | undefined>
  readonly route: Route
  readonly mailbox: Mailbox
}

export class HandlerFailed extends Error {}

/** The event is stored already. */
export class KnownAlready extends Error {}

/** Trying it for ever would only keep this person's later events waiting: what it writes cannot be stored. */
export function isOfTheEvent(error: unknown): boolean {
  return [HandlerFailed, InvalidDocument, DuplicateKey, Conflict].some((kind) => error instanceof kind)
}

/**
 * Of an event that waits in the store; nothing when it does not wait any more.
 * @returns the rows to send. @throws HandlerFailed, what the mailbox throws, what the store throws
 */
export function decideStored(parts: DecisionParts, asFound: Stored<StoredEvent>, haste: Haste): Promise<OutboxRow[]> {
  let known: Stored<StoredEvent> | undefined = asFound
  return decideIn(parts, async (tx) => {
    // Whoever has worked it meanwhile has changed its revision, and then it is read anew.
    const stored = known ?? (await tx.get(events, asFound.id))
    known = undefined
    if (stored?.status !== 'waiting') return []
    return handle(parts, tx, {
      asked: stored,
      event: unpackEvent(stored),
      haste,
      store: () => markWorked(tx, stored, 'done'),
    })
  })
}

/** Of an event that is not stored yet. @returns and @throws as above, and KnownAlready */
export function decideArrival(parts: DecisionParts, arrival: Arrival, haste: Haste): Promise<OutboxRow[]> {
  const { event, receivedAt, replyToken } = arrival
  const { id, userId, occurredAt } = event
  const asked = { id, userId, occurredAt, receivedAt, replyToken }
  return decideIn(parts, (tx) => handle(parts, tx, { asked, event, haste, store: () => insertWorked(tx, arrival) }))
}

/** Runs again from nothing when something it read was changed. */
function decideIn({ store }: DecisionParts, decide: (tx: Transaction) => Promise<OutboxRow[]>): Promise<OutboxRow[]> {
  const once = () =>
    store.transaction(decide).catch((error) => {
      throw isKnownEvent(error) ? new KnownAlready() : error
    })
  return retryOnConflict(once, TRIES_AT_CONFLICT)
}

interface Asked {
  readonly asked: Answerable
  readonly event: BotEvent
  readonly haste: Haste
  /** Stores the event as worked. */
  store(): void
}

async function handle(parts: DecisionParts, tx: Transaction, asked: Asked): Promise<OutboxRow[]> {
  try {
    return await readRouteAndWrite(parts, tx, asked)
  } catch (error) {
    if (error instanceof Conflict || error instanceof DuplicateKey || error instanceof NotKept) throw error
    throw new HandlerFailed('a handler failed', { cause: error })
  }
}

async function readRouteAndWrite(
  parts: DecisionParts,
  tx: Transaction,
  { asked, event, haste, store }: Asked,
): Promise<OutboxRow[]> {
  const { userId } = event
  const now = parts.clock.now()
  const before = await readConversation(tx, userId)
  const actor = await parts.whoIs(tx, userId)
  const { memory } = before.conversation
  const turn: Turn = { event, userId, actor, memory, now, read: tx }
  const { conversation, outcome } = await parts.route(turn, before.conversation)
  for (const change of outcome.changes ?? []) change(tx)
  for (const push of outcome.pushes ?? []) parts.mailbox.enqueuePush(tx, push)
  writeConversation(tx, userId, before, conversation, now)
  store()
  if (outcome.replies.length === 0) return []
  const first = await saidFirst(turn, haste)
  for (const change of first.changes) change(tx)
  const worth = haste.pauseMs > 0 ? 'courtesy' : outcome.worth
  // The mailbox knows an answer that it has written before by its list.
  const replies = first.replies.length > 0 ? [...first.replies, ...outcome.replies] : outcome.replies
  return parts.mailbox.enqueueReply(tx, asked, replies, worth)
}

/** What stands before the answer itself, whatever the answer is. */
async function saidFirst({ read, actor, now }: Turn, haste: Haste) {
  const { replies, changes } = await untold(read, actor, now)
  const slowDown: Reply[] = haste.isToBeTold ? [{ kind: 'text', text: texts.slowDown }] : []
  return { replies: [...slowDown, ...replies], changes }
}
