/**
 * Takes the events of one webhook in: turns them into ours and stores each once. Only when they are on disk may the
 * caller answer 200; the worker is then told whose events came.
 */
import type { Clock } from '../clock.ts'
import type { ReceivedEvent } from '../line/index.ts'
import type { Log } from '../log.ts'
import type { Meters } from '../meters.ts'
import type { Store } from '../store/index.ts'
import { packEvent, type StoredEvent, storeNew } from './event-store.ts'
import type { BotEvent } from './types.ts'

/** LINE waits two seconds for its 200: a store that is slower is answered for with 503, and LINE comes again. */
const STORE_MS = 1_500

/** How long the process that received an event has it for itself. */
const CLAIM_MS = 15_000

export interface Receiver {
  /** Resolves when the events are stored. @throws what the store throws: the webhook then answers 503 */
  take(received: readonly ReceivedEvent[]): Promise<void>
}

export function createReceiver(parts: {
  store: Store
  clock: Clock
  log: Log
  owner: string
  toBotEvent: (received: ReceivedEvent) => BotEvent | undefined
  /** Gets the new events, once they are stored. */
  work: (events: readonly StoredEvent[]) => void
  meters: Pick<Meters, 'received'>
}): Receiver {
  const { store, clock, log, owner, toBotEvent, work, meters } = parts

  function toStored(received: ReceivedEvent): StoredEvent | undefined {
    const event = toBotEvent(received)
    if (!event) {
      log.info({ eventId: received.id, type: received.type }, 'event needs no work')
      meters.received('needless')
      return undefined
    }
    const now = clock.now()
    return {
      id: event.id,
      userId: event.userId,
      occurredAt: event.occurredAt,
      receivedAt: now,
      status: 'waiting',
      body: packEvent(event),
      ...(received.replyToken ? { replyToken: received.replyToken } : {}),
      claimedBy: owner,
      claimedUntil: new Date(now.getTime() + CLAIM_MS),
    }
  }

  return {
    async take(received) {
      const fresh = received.map(toStored).filter((event) => event !== undefined)
      if (fresh.length === 0) return
      await within(
        STORE_MS,
        storeNew(store, fresh).then((wasNew) => handOn(fresh, wasNew)),
      )
    },
  }

  function handOn(stored: readonly StoredEvent[], wasNew: readonly boolean[]): void {
    for (const [index, { id }] of stored.entries()) {
      const isNew = wasNew[index] === true
      meters.received(isNew ? 'new' : 'duplicate')
      log.info({ eventId: id, new: isNew }, isNew ? 'event stored' : 'event known already')
    }
    work(stored.filter((_event, index) => wasNew[index]))
  }
}

/** What is stored after all, later, is worked then, and known when LINE delivers it again. */
async function within<Value>(ms: number, work: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`the store took longer than ${ms} ms`)), ms)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
