/**
 * Works events: one sender at a time, oldest first, each in one transaction (bot/decide.ts). An event of somebody of whom
 * nothing else waits is worked as it comes and stored with what it led to; all others, and those that this fails for, are
 * stored first and worked from the store.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type Log, maskUserId } from '../log.ts'
import type { Store, Stored } from '../store/index.ts'
import { type DecisionParts, decideArrival, decideStored, HandlerFailed, isOfTheEvent, KnownAlready } from './decide.ts'
import { type Arrival, events, markWorked, type StoredEvent } from './event-store.ts'
import { createFloodGuard, type FloodGuard, type Haste } from './flood.ts'
import type { LoadingHint } from './loading.ts'
import type { Peers } from './presence.ts'
import { texts } from './texts.ts'
import { createWaiting } from './waiting.ts'

/** An event whose handler fails gets this many tries before it is given up. */
const TRIES = 3

/** How soon an event that another process holds, or that the store refused, is looked at again. */
const LOOK_AGAIN_MS = 500

/** LINE waits two seconds for its 200: what takes longer than this is stored as it is, and worked then. */
const AT_ONCE_MS = 700

export interface Worker {
  /**
   * Works an event that is not stored yet, and stores it with what it leads to.
   * @returns whether it was new; undefined: it was not possible at once, so it has to be stored first
   */
  atOnce(arrival: Arrival): Promise<boolean | undefined>
  /** These events were just stored, claimed by this process: works on them now. */
  take(events: readonly StoredEvent[]): void
  /** Takes over what a crash, or another process, left waiting. */
  recover(): Promise<void>
  /** Resolves when nothing is being worked on. */
  idle(): Promise<void>
  /** Takes no more work and finishes the event in hand. */
  stop(): Promise<void>
}

interface Parts extends DecisionParts {
  log: Log
  owner: string
  peers: Peers
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
    hold(userId, work(userId))
  }

  function hold(userId: string, until: Promise<unknown>): void {
    const lane = until.then(() => {
      lanes.delete(userId)
      if (again.delete(userId)) wake(userId)
    })
    lanes.set(userId, lane)
  }

  async function atOnce(arrival: Arrival): Promise<boolean | undefined> {
    const { userId } = arrival.event
    if (stopping || lanes.has(userId) || !waiting.isNothing(userId)) return undefined
    const haste = flood.note({ userId, receivedAt: arrival.receivedAt })
    const worked = workArrival(arrival, haste)
    hold(userId, haste.pauseMs > 0 ? worked.then(() => pause(haste.pauseMs)) : worked)
    return soon(worked)
  }

  async function workArrival(arrival: Arrival, haste: Haste): Promise<boolean | undefined> {
    const { id, userId } = arrival.event
    const answered = parts.loading?.begin({ userId, replyToken: arrival.replyToken })
    warnOfFlood(id, userId, haste)
    try {
      // The others of this turn are let in first (end-of-turn.ts).
      await Promise.resolve()
      const jobs = await decideArrival(parts, arrival, haste)
      log.info({ eventId: id }, 'event worked')
      parts.mailbox.sendNow(jobs)
      return true
    } catch (error) {
      if (error instanceof KnownAlready) return false
      // Whatever is wrong, it is found again once the event is stored, and dealt with there.
      parts.mailbox.loseTrack()
      return undefined
    } finally {
      answered?.()
    }
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
    warnOfFlood(event.id, event.userId, haste)
    try {
      const jobs = await decideStored(parts, event, haste)
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

  function warnOfFlood(eventId: string, userId: string, { isToBeTold }: Haste): void {
    if (isToBeTold) log.warn({ eventId, user: maskUserId(userId) }, 'somebody floods; slowed down')
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
    atOnce,
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

function answers(store: Store): Promise<boolean> {
  return store.ping().then(
    () => true,
    () => false,
  )
}

/** @returns undefined when it takes too long */
async function soon<Value>(work: Promise<Value>): Promise<Value | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), AT_ONCE_MS)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer))
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
