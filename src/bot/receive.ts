/**
 * Takes the events of one webhook in: turns them into ours and stores each once. Only when they are on disk may the
 * caller answer 200. One that can be worked at once is stored together with what it leads to; the others are stored as
 * waiting, and the worker is then told whose events came.
 */
import type { Clock } from '../clock.ts'
import type { ReceivedEvent } from '../line/index.ts'
import type { Log } from '../log.ts'
import type { Meters } from '../meters.ts'
import type { Store } from '../store/index.ts'
import { type Arrival, type StoredEvent, storeNew, toWaiting } from './event-store.ts'
import type { BotEvent } from './types.ts'
import type { Worker } from './work.ts'

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
  /** Works the events that are new; undefined: not yet. */
  worker: () => Pick<Worker, 'atOnce' | 'take'> | undefined
  meters: Pick<Meters, 'received'>
}): Receiver {
  const { store, clock, log, owner, toBotEvent, worker, meters } = parts

  function toArrival(received: ReceivedEvent): Arrival | undefined {
    const event = toBotEvent(received)
    if (event)
      return { event, receivedAt: clock.now(), ...(received.replyToken && { replyToken: received.replyToken }) }
    log.info({ eventId: received.id, type: received.type }, 'event needs no work')
    meters.received('needless')
    return undefined
  }

  function toStored(arrival: Arrival): StoredEvent {
    return toWaiting(arrival, owner, new Date(arrival.receivedAt.getTime() + CLAIM_MS))
  }

  /** @returns false when it has to be stored first */
  async function isWorkedAtOnce(arrival: Arrival): Promise<boolean> {
    const isNew = await worker()?.atOnce(arrival)
    if (isNew === undefined) return false
    count(arrival.event.id, isNew)
    return true
  }

  function count(eventId: string, isNew: boolean): void {
    meters.received(isNew ? 'new' : 'duplicate')
    if (!isNew) log.info({ eventId }, 'event known already')
  }

  return {
    async take(received) {
      const arrivals = received.map(toArrival).filter((arrival) => arrival !== undefined)
      if (arrivals.length > 0) await within(STORE_MS, keep(arrivals, received))
    },
  }

  async function keep(arrivals: readonly Arrival[], received: readonly ReceivedEvent[]): Promise<void> {
    const [only, ...more] = arrivals
    // Several at once may be one person's, and one that comes again is likely to be known.
    const isByItself = more.length === 0 && !received.some(({ isRedelivery }) => isRedelivery)
    if (only && isByItself && (await isWorkedAtOnce(only))) return
    const fresh = arrivals.map(toStored)
    handOn(fresh, await storeNew(store, fresh))
  }

  function handOn(stored: readonly StoredEvent[], wasNew: readonly boolean[]): void {
    for (const [index, { id }] of stored.entries()) {
      const isNew = wasNew[index] === true
      count(id, isNew)
      if (isNew) log.info({ eventId: id }, 'event stored')
    }
    worker()?.take(stored.filter((_event, index) => wasNew[index]))
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
