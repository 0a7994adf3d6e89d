/**
 * Which of a person's events comes next. What this process stored itself it also remembers, so that an event need not be
 * looked for while nobody else works on the store; whenever the store may hold more than that, the store is asked.
 */
import type { Store, Stored } from '../store/index.ts'
import { oldestWaiting, type StoredEvent, waitingEvents } from './event-store.ts'
import type { Peers } from './presence.ts'

/** More are left to the store: a flood must not fill the memory. */
const MOST_REMEMBERED = 10_000

type Event = Stored<StoredEvent>

export interface Waiting {
  /** This process has just stored it. */
  add(event: StoredEvent): void
  /** Of the events that wait, the one that this person sent first. */
  next(userId: string): Promise<Event | undefined>
  /** Nothing of this person waits, as far as anybody knows. */
  isNothing(userId: string): boolean
  /** It waits no longer. */
  forget(event: StoredEvent): void
  /** The store may hold events of this person that are not remembered. */
  lookFor(userId: string): void
  /** Looks through the store; what it holds is known from now on. Gives everyone who has events waiting. */
  survey(): Promise<Set<string>>
}

export function createWaiting(store: Store, peers: Peers): Waiting {
  const remembered = new Map<string, Event[]>()
  const unsure = new Set<string>()
  let count = 0
  let isSurveyed = false

  function isRemembered(event: StoredEvent): boolean {
    return remembered.get(event.userId)?.some(({ id }) => id === event.id) ?? false
  }

  return {
    add(event) {
      if (count >= MOST_REMEMBERED) {
        unsure.add(event.userId)
        return
      }
      const own = remembered.get(event.userId) ?? []
      remembered.set(event.userId, [...own, { ...event, rev: 1 }].sort(inOrder))
      count += 1
    },
    async next(userId) {
      if (!peers.isAlone()) isSurveyed = false
      if (!isSurveyed || unsure.has(userId)) {
        unsure.delete(userId)
        const oldest = await oldestWaiting(store, userId)
        if (oldest) {
          unsure.add(userId)
          return oldest
        }
      }
      return remembered.get(userId)?.[0]
    },
    isNothing(userId) {
      return isSurveyed && peers.isAlone() && !unsure.has(userId) && !remembered.has(userId)
    },
    forget(event) {
      const own = remembered.get(event.userId) ?? []
      const others = own.filter(({ id }) => id !== event.id)
      count -= own.length - others.length
      if (others.length > 0) remembered.set(event.userId, others)
      else remembered.delete(event.userId)
    },
    lookFor(userId) {
      unsure.add(userId)
    },
    async survey() {
      const people = new Set<string>()
      for await (const event of waitingEvents(store)) {
        people.add(event.userId)
        if (!isRemembered(event)) unsure.add(event.userId)
      }
      isSurveyed = true
      return people
    },
  }
}

/** As the store's index has them. */
function inOrder(a: Event, b: Event): number {
  return a.occurredAt.getTime() - b.occurredAt.getTime() || (a.id < b.id ? -1 : 1)
}
