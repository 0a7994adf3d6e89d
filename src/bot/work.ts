/**
 * Works the stored events: one sender at a time, oldest first, and everything an event leads to in ONE transaction: the
 * conversation, the records, the messages to send, and the event marked as worked. A crash before it repeats the work from
 * nothing; a crash after it only sends what was stored.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { OutboxRow } from '../line/index.ts'
import { type Log, maskUserId } from '../log.ts'
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
import { events, markWorked, type StoredEvent, unpackEvent } from './event-store.ts'
import { createFloodGuard, type FloodGuard, type Haste } from './flood.ts'
import type { LoadingHint } from './loading.ts'
import { type Mailbox, NotKept } from './mailbox.ts'
import { untold } from './notices.ts'
import type { Peers } from './presence.ts'
import type { Route } from './route.ts'
import { texts } from './texts.ts'
import type { Actor, Reply, Turn } from './types.ts'
import { createWaiting } from './waiting.ts'

/** An event whose handler fails gets this many tries before it is given up. */
const TRIES = 3

/** Many people may report in the same moment, and only one of them gets the next receipt number at a time. */
const TRIES_AT_CONFLICT = 100

/** How soon an event that another process holds, or that the store refused, is looked at again. */
const LOOK_AGAIN_MS = 500

export interface Worker {
  /** These events were just stored, claimed by this process: works on them now. */
  take(events: readonly StoredEvent[]): void
  /** Takes over what a crash, or another process, left waiting. */
  recover(): Promise<void>
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>
  /** Takes no more work and finishes the event in hand. */
  stop(): Promise<void>
}

interface Parts {
  store: Store
  clock: Clock
  log: Log
  owner: string
  peers: Peers
  whoIs: (read: Reader, userId: string) => Promise<Actor | undefined>
  route: Route
  mailbox: Mailbox
  /** Default: one that slows down whoever sends faster than a person can. */
  flood?: FloodGuard
  loading?: LoadingHint
  newReference: () => string
}

export function createWorker(parts: Parts): Worker {
  const { store, clock, log, owner, peers, flood = createFloodGuard() } = parts
  const lanes = new Map<string, Promise<void>>()
  const again = new Set<string>()
  const waiting = createWaiting(store, peers)
  const timers = new Map<string, NodeJS.Timeout>()
  const failures = new Map<string, number>()
  let stopping = false

  function wake(userId: string): void {
    if (stopping) return
    if (lanes.has(userId)) {
      again.add(userId)
      return
    }
    const lane = work(userId).finally(() => {
      lanes.delete(userId)
      if (again.delete(userId)) wake(userId)
    })
    lanes.set(userId, lane)
  }

  async function work(userId: string): Promise<void> {
    try {
      for (let event = await waiting.next(userId); event && !stopping; event = await waiting.next(userId)) {
        if (isHeldElsewhere(event)) return lookAgain(userId)
        const haste = flood.note(event)
        if (!(await workOne(event, haste))) return lookAgain(userId)
        if (haste.pauseMs > 0) await pause(haste.pauseMs)
      }
    } catch (error) {
      log.error({ err: error }, 'the store refused; the events stay waiting')
      parts.mailbox.loseTrack()
      lookAgain(userId)
    }
  }

  /** @returns false when it is to be tried again */
  async function workOne(event: Stored<StoredEvent>, haste: Haste): Promise<boolean> {
    const answered = parts.loading?.begin(event)
    if (haste.isToBeTold)
      log.warn({ eventId: event.id, user: maskUserId(event.userId) }, 'somebody floods; slowed down')
    try {
      const jobs = await retryOnConflict(decisionOn(parts, event, haste), TRIES_AT_CONFLICT)
      log.info({ eventId: event.id }, 'event worked')
      parts.mailbox.sendNow(jobs)
    } catch (error) {
      // A store that does not answer is not the event's fault: the event waits until it does.
      if (!isOfTheEvent(error) || !(await answers(store))) throw error
      const tries = (failures.get(event.id) ?? 0) + 1
      failures.set(event.id, tries)
      if (tries < TRIES) return false
      await apologise(parts, event, error instanceof HandlerFailed ? error.cause : error)
    } finally {
      answered?.()
    }
    failures.delete(event.id)
    waiting.forget(event)
    return true
  }

  function isHeldElsewhere(event: StoredEvent): boolean {
    const { claimedBy, claimedUntil } = event
    if (!claimedBy || claimedBy === owner || peers.isGone(claimedBy)) return false
    return claimedUntil !== undefined && claimedUntil > clock.now()
  }

  function lookAgain(userId: string): void {
    if (stopping || timers.has(userId)) return
    const look = () => {
      timers.delete(userId)
      waiting.lookFor(userId)
      wake(userId)
    }
    timers.set(userId, setTimeout(look, LOOK_AGAIN_MS))
  }

  async function idle(): Promise<void> {
    while (lanes.size > 0) await Promise.all(lanes.values())
  }

  return {
    idle,
    take(stored) {
      for (const event of stored) waiting.add(event)
      for (const userId of new Set(stored.map((event) => event.userId))) wake(userId)
    },
    async recover() {
      for (const userId of await waiting.survey()) wake(userId)
    },
    async stop() {
      stopping = true
      for (const timer of timers.values()) clearTimeout(timer)
      await idle()
    },
  }
}

class HandlerFailed extends Error {}

/** Trying it for ever would only keep this person's later events waiting: what it writes cannot be stored. */
function isOfTheEvent(error: unknown): boolean {
  return [HandlerFailed, InvalidDocument, DuplicateKey, Conflict].some((kind) => error instanceof kind)
}

function answers(store: Store): Promise<boolean> {
  return store.ping().then(
    () => true,
    () => false,
  )
}

/** Reads, routes and writes inside one transaction; runs again from nothing when something it read was changed. */
function decisionOn(parts: Parts, asFound: Stored<StoredEvent>, haste: Haste): () => Promise<OutboxRow[]> {
  let known: Stored<StoredEvent> | undefined = asFound
  const decide = async (tx: Transaction) => {
    // Whoever has worked it meanwhile has changed its revision, and then it is read anew.
    const event = known ?? (await tx.get(events, asFound.id))
    known = undefined
    if (event?.status !== 'waiting') return []
    try {
      return await handle(parts, tx, event, haste)
    } catch (error) {
      if (error instanceof Conflict || error instanceof DuplicateKey || error instanceof NotKept) throw error
      throw new HandlerFailed('a handler failed', { cause: error })
    }
  }
  return () => parts.store.transaction(decide)
}

async function handle(parts: Parts, tx: Transaction, event: Stored<StoredEvent>, haste: Haste): Promise<OutboxRow[]> {
  const { userId } = event
  const now = parts.clock.now()
  const before = await readConversation(tx, userId)
  const actor = await parts.whoIs(tx, userId)
  const { memory } = before.conversation
  const turn: Turn = { event: unpackEvent(event), userId, actor, memory, now, read: tx }
  const { conversation, outcome } = await parts.route(turn, before.conversation)
  for (const change of outcome.changes ?? []) change(tx)
  for (const push of outcome.pushes ?? []) parts.mailbox.enqueuePush(tx, push)
  writeConversation(tx, userId, before, conversation, now)
  markWorked(tx, event, 'done')
  if (outcome.replies.length === 0) return []
  const first = await saidFirst(turn, haste)
  for (const change of first.changes) change(tx)
  const worth = haste.pauseMs > 0 ? 'courtesy' : outcome.worth
  // The mailbox knows an answer that it has written before by its list.
  const replies = first.replies.length > 0 ? [...first.replies, ...outcome.replies] : outcome.replies
  return parts.mailbox.enqueueReply(tx, event, replies, worth)
}

/** What stands before the answer itself, whatever the answer is. */
async function saidFirst({ read, actor, now }: Turn, haste: Haste) {
  const { replies, changes } = await untold(read, actor, now)
  const slowDown: Reply[] = haste.isToBeTold ? [{ kind: 'text', text: texts.slowDown }] : []
  return { replies: [...slowDown, ...replies], changes }
}

/** A bug: the event is given up, the person is told, and the reference they can quote is in the log. */
async function apologise(parts: Parts, event: Stored<StoredEvent>, error: unknown): Promise<void> {
  const reference = parts.newReference()
  parts.log.error({ err: error, eventId: event.id, reference }, 'a handler failed')
  const jobs = await parts.store.transaction(async (tx) => {
    const now = await tx.get(events, event.id)
    if (now?.status !== 'waiting') return []
    markWorked(tx, now, 'failed')
    return parts.mailbox.enqueueReply(tx, now, [{ kind: 'text', text: texts.broken(reference) }])
  })
  parts.mailbox.sendNow(jobs)
}
