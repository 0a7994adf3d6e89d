import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Arrival } from '../../../src/bot/event-store.ts'
import { events, storeNew, toWaiting } from '../../../src/bot/event-store.ts'
import type { Worker } from '../../../src/bot/work.ts'
import { type Handler, openWorkBench, says, tickets, type WorkBench } from './work-bench.ts'

let bench: WorkBench
let handler: Handler

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  handler = (_turn, text) => says(text)
  bench = await openWorkBench((turn, text) => handler(turn, text))
})
afterEach(async () => {
  vi.useRealTimers()
  await bench.close()
})

/** One that has looked through the store. */
async function begun(options?: Parameters<WorkBench['worker']>[0]): Promise<Worker> {
  const worker = bench.worker(options)
  await worker.recover()
  return worker
}

/** As the receiver does with what could not be worked at once. */
async function isStored(worker: Worker, arrival: Arrival): Promise<boolean> {
  const waiting = toWaiting(arrival, 'this process', bench.clock.now())
  const [isNew] = await storeNew(bench.store, [waiting])
  if (isNew) worker.take([waiting])
  return isNew === true
}

const storedAs = async ({ event }: Arrival) => (await bench.store.get(events, event.id))?.status

describe('an event that comes by itself', () => {
  test('is stored as worked, with what it led to and without what was said', async () => {
    handler = (_turn, text) => ({ ...says(text), changes: [(tx) => tx.insert(tickets, { id: 'T1', number: 1 })] })
    const worker = await begun()
    const arrival = bench.comes({ text: 'hello' })
    expect(await worker.atOnce(arrival)).toBe(true)
    expect(bench.answers).toEqual(['U1: hello'])
    const { id, occurredAt } = arrival.event
    const stored = { id, userId: '', occurredAt, receivedAt: arrival.receivedAt, status: 'done', rev: 1 }
    expect(await bench.store.get(events, id)).toEqual(stored)
    expect(await bench.store.get(tickets, 'T1')).toMatchObject({ number: 1 })
  })

  test('is known when it comes again, and nothing happens twice', async () => {
    const worker = await begun()
    const arrival = bench.comes({ text: 'hello' })
    expect([await worker.atOnce(arrival), await worker.atOnce(arrival)]).toEqual([true, false])
    expect(bench.answers).toEqual(['U1: hello'])
  })

  test('is decided again when something it read was changed', async () => {
    let tries = 0
    handler = async ({ read }) => {
      tries += 1
      const number = 1 + (await read.count(tickets, 'byNumber', []))
      if (tries === 1) await bench.store.insertIfAbsent(tickets, [{ id: 'of another', number }])
      return { ...says(String(number)), changes: [(tx) => tx.insert(tickets, { id: 'own', number })] }
    }
    expect(await (await begun()).atOnce(bench.comes({ text: 'a ticket' }))).toBe(true)
    expect(bench.answers).toEqual(['U1: 2'])
  })

  test('goes together with others that came in the same turn, each person’s by itself', async () => {
    const worker = await begun()
    const arrivals = ['U1', 'U2', 'U3'].map((userId) => bench.comes({ userId, text: 'hello' }))
    expect(await Promise.all(arrivals.map(worker.atOnce))).toEqual([true, true, true])
    expect(bench.answers).toHaveLength(3)
  })
})

describe('an event has to be stored first', () => {
  test('before this process has looked through the store', async () => {
    expect(await bench.worker().atOnce(bench.comes({ text: 'hello' }))).toBe(undefined)
  })

  test('while others may work on the store', async () => {
    expect(await (await begun({ isAlone: false })).atOnce(bench.comes({ text: 'hello' }))).toBe(undefined)
  })

  test('when this person has others waiting, which are answered before it', async () => {
    await bench.arrives({ text: 'first' })
    const worker = bench.worker()
    const recovered = worker.recover()
    const arrival = bench.comes({ text: 'second' })
    await recovered
    expect(await worker.atOnce(arrival)).toBe(undefined)
    expect(await isStored(worker, arrival)).toBe(true)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: first', 'U1: second'])
  })

  test('when another of this person has come in the same turn, which is answered before it', async () => {
    const worker = await begun()
    const [first, second] = ['first', 'second'].map((text) => bench.comes({ text })) as [Arrival, Arrival]
    const worked = worker.atOnce(first)
    expect(await worker.atOnce(second)).toBe(undefined)
    expect(await isStored(worker, second)).toBe(true)
    expect(await worked).toBe(true)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: first', 'U1: second'])
  })

  test('when its handler fails: nothing of it is written', async () => {
    handler = (_turn, text) => {
      if (text === 'bad') throw new Error('a bug')
      return says(text)
    }
    const worker = await begun()
    const arrival = bench.comes({ text: 'bad' })
    expect(await worker.atOnce(arrival)).toBe(undefined)
    expect(await storedAs(arrival)).toBe(undefined)
    expect(await worker.atOnce(bench.comes({ text: 'good' }))).toBe(true)
    expect(bench.answers).toEqual(['U1: good'])
  })

  test('while this person’s last one keeps them waiting, since they flood', async () => {
    const worker = await begun({ flood: { note: () => ({ pauseMs: 1, isToBeTold: false }) } })
    expect(await worker.atOnce(bench.comes({ text: 'one of many' }))).toBe(true)
    expect(await worker.atOnce(bench.comes({ text: 'the next' }))).toBe(undefined)
  })

  test('when its handler takes long; what it decides in the end is then not written', async () => {
    let isReady = () => {}
    const ready = new Promise<void>((resolve) => {
      isReady = resolve
    })
    let tries = 0
    handler = async (_turn, text) => {
      tries += 1
      if (tries === 1) await ready
      return says(`${text}, at try ${tries}`)
    }
    const worker = await begun()
    const arrival = bench.comes({ text: 'hello' })
    const worked = worker.atOnce(arrival)
    await vi.waitFor(() => expect(tries).toBe(1))
    await vi.advanceTimersByTimeAsync(700)
    expect(await worked).toBe(undefined)
    expect(await isStored(worker, arrival)).toBe(true)
    isReady()
    await worker.idle()
    expect(bench.answers).toEqual(['U1: hello, at try 2'])
    expect(await storedAs(arrival)).toBe('done')
  })

  test('or the decision was written meanwhile after all, and then it is known', async () => {
    const worker = await begun()
    const arrival = bench.comes({ text: 'hello' })
    expect(await worker.atOnce(arrival)).toBe(true)
    expect(await isStored(worker, arrival)).toBe(false)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: hello'])
  })
})
