import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { countWaiting, events } from '../../../src/bot/event-store.ts'
import { NotKept } from '../../../src/bot/mailbox.ts'
import type { Reply } from '../../../src/bot/types.ts'
import type { Worker } from '../../../src/bot/work.ts'
import type { Store } from '../../../src/store/index.ts'
import { type Handler, openWorkBench, says, tickets, type WorkBench } from './work-bench.ts'

let bench: WorkBench
let handler: Handler

const at = (time: string) => new Date(`2026-11-19T${time}Z`)

/** Lets the worker look again at what it put off, so many times. */
async function looksAgain(times: number, idle: () => Promise<void>): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await vi.advanceTimersByTimeAsync(500)
    await idle()
  }
}

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  handler = (_turn, text) => says(text)
  bench = await openWorkBench((turn, text) => handler(turn, text))
})
afterEach(async () => {
  vi.useRealTimers()
  await bench.close()
})

describe('the order of one person’s words', () => {
  test('is that in which they were said, whatever order they came in', async () => {
    await bench.arrives({ text: 'third', occurredAt: at('03:00:03') })
    await bench.arrives({ text: 'first', occurredAt: at('03:00:01') })
    await bench.arrives({ text: 'second', occurredAt: at('03:00:02') })
    const worker = bench.worker()
    worker.take(bench.arrived)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: first', 'U1: second', 'U1: third'])
  })

  test('is told by LINE’s ids when they were said in the same millisecond', async () => {
    await bench.arrives({ text: 'second', id: '01K0B', occurredAt: at('03:00:01') })
    await bench.arrives({ text: 'first', id: '01K0A', occurredAt: at('03:00:01') })
    const worker = bench.worker()
    worker.take(bench.arrived)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: first', 'U1: second'])
  })

  test('is kept when the first was left by a process that ended, and not yet found', async () => {
    await bench.arrives({ text: 'left behind', occurredAt: at('03:00:01') })
    bench.arrived.length = 0
    await bench.arrives({ text: 'new', occurredAt: at('03:00:02') })
    const worker = bench.worker()
    worker.take(bench.arrived)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: left behind', 'U1: new'])
  })

  test('is kept when the first came to another process, which is gone', async () => {
    const worker = bench.worker()
    await worker.recover()
    await bench.arrives({ text: 'came elsewhere', occurredAt: at('03:00:01'), claimedBy: 'another process' })
    bench.arrived.length = 0
    await bench.arrives({ text: 'came here', occurredAt: at('03:00:02') })
    await worker.recover()
    worker.take(bench.arrived)
    await worker.idle()
    expect(bench.answers).toEqual(['U1: came elsewhere', 'U1: came here'])
  })

  test('is kept among those that came while an earlier one was worked', async () => {
    const held = Promise.withResolvers<void>()
    handler = async (_turn, text) => {
      if (text === 'first') await held.promise
      return says(text)
    }
    const worker = bench.worker()
    await worker.recover()
    await bench.arrives({ text: 'first', occurredAt: at('03:00:01') })
    worker.take(bench.arrived.slice(0))
    await bench.arrives({ text: 'third', occurredAt: at('03:00:03') })
    await bench.arrives({ text: 'second', occurredAt: at('03:00:02') })
    worker.take(bench.arrived.slice(1))
    held.resolve()
    await worker.idle()
    expect(bench.answers).toEqual(['U1: first', 'U1: second', 'U1: third'])
  })

  test('does not keep others waiting', async () => {
    const held = Promise.withResolvers<void>()
    handler = async (turn, text) => {
      if (turn.userId === 'U1') await held.promise
      return says(text)
    }
    await bench.arrives({ text: 'slow', userId: 'U1' })
    await bench.arrives({ text: 'quick', userId: 'U2' })
    const worker = bench.worker()
    await worker.recover()
    await vi.waitFor(() => expect(bench.answers).toEqual(['U2: quick']))
    held.resolve()
    await worker.idle()
    expect(bench.answers).toEqual(['U2: quick', 'U1: slow'])
  })
})

/** However often it is looked at, nobody is told anything until then; afterwards the word is answered. */
async function waitsUntil(worker: Worker, itIsBack: () => void): Promise<void> {
  worker.take(bench.arrived)
  await looksAgain(8, () => worker.idle())
  expect(bench.answers).toEqual([])
  itIsBack()
  await looksAgain(1, () => worker.idle())
  expect(bench.answers).toEqual(['U1: a word'])
}

const textOf = ([reply]: readonly Reply[]) => (reply?.kind === 'text' ? reply.text : '')

describe('an event that cannot be worked', () => {
  const hopeless: Record<string, Handler> = {
    'its handler fails': () => {
      throw new TypeError('a bug')
    },
    'what it wants stored is no such document': (turn) => ({
      ...says('stored'),
      changes: [(tx) => tx.insert(tickets, { id: turn.event.id, number: Number.NaN })],
    }),
    'what it wants stored is there for ever': (turn) => ({
      ...says('stored'),
      changes: [(tx) => tx.insert(tickets, { id: turn.event.id, number: 1 })],
    }),
    'it wants one document written twice': () => ({
      ...says('stored'),
      changes: [1, 2].map((number) => (tx) => tx.insert(tickets, { id: 'same', number: number + 10 })),
    }),
  }

  for (const [why, breaks] of Object.entries(hopeless)) {
    test(`is given up after three tries because ${why}; the person is told, and the next word is answered`, async () => {
      await bench.store.insertIfAbsent(tickets, [{ id: 'taken', number: 1 }])
      handler = (turn, text) => (text === 'bad' ? breaks(turn, text) : says(text))
      await bench.arrives({ text: 'bad' })
      await bench.arrives({ text: 'good' })
      const worker = bench.worker()
      worker.take(bench.arrived)
      await worker.idle()
      expect(bench.answers).toEqual([])
      await looksAgain(2, () => worker.idle())
      expect(bench.answers).toEqual([expect.stringMatching(/REFERENCE/), 'U1: good'])
      expect(bench.errors).toEqual(['a handler failed'])
      expect(await bench.store.get(events, 'event0001')).toMatchObject({ status: 'failed' })
    })
  }

  test('is not given up while the store does not answer: it waits, and is worked once the store is back', async () => {
    let isDown = true
    const refuse = () => Promise.reject(new Error('disk full'))
    const flaky = new Proxy<Store>(bench.store, {
      get(store, name) {
        if (isDown && (name === 'transaction' || name === 'ping')) return refuse
        const value = Reflect.get(store, name, store)
        return typeof value === 'function' ? value.bind(store) : value
      },
    })
    await bench.arrives({ text: 'a word' })
    const worker = bench.worker({ store: flaky })
    await waitsUntil(worker, () => {
      isDown = false
    })
  })

  test('is not given up while its answer cannot be kept', async () => {
    let isDown = true
    await bench.arrives({ text: 'a word' })
    const worker = bench.worker({
      mailbox: (usual) => ({
        ...usual,
        enqueueReply: (tx, event, replies) =>
          isDown && textOf(replies) === 'a word'
            ? Promise.reject(new NotKept('no primary'))
            : usual.enqueueReply(tx, event, replies),
      }),
    })
    await waitsUntil(worker, () => {
      isDown = false
    })
  })
})

describe('many people at once', () => {
  test('who take the next number in the same moment each get one, without waiting and without an error', async () => {
    handler = async ({ read, event }) => {
      const [last] = await read.find(tickets, 'byNumber', [], { order: 'desc', limit: 1 })
      const number = (last?.number ?? 0) + 1
      return { ...says(String(number)), changes: [(tx) => tx.insert(tickets, { id: event.id, number })] }
    }
    for (let n = 1; n <= 40; n += 1) await bench.arrives({ text: 'next', userId: `U${n}` })
    const worker = bench.worker()
    await worker.recover()
    await worker.idle()
    const numbers = bench.answers.map((answer) => Number(answer.split(' ')[1])).toSorted((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
    expect(bench.errors).toEqual([])
  })

  test('two processes on one store work each event once', async () => {
    const until = (time: string) => ({ claimedBy: 'a dead process', claimedUntil: at(time) })
    for (let n = 1; n <= 20; n += 1) await bench.arrives({ text: 'word', userId: `U${n}`, ...until('02:59:59') })
    const workers = ['one', 'another'].map((owner) => bench.worker({ owner, isAlone: false }))
    await Promise.all(workers.map((worker) => worker.recover()))
    await Promise.all(workers.map((worker) => worker.idle()))
    expect(bench.answers.toSorted()).toEqual(Array.from({ length: 20 }, (_, n) => `U${n + 1}: word`).toSorted())
  })
})

describe('an event that another process has', () => {
  const claimed = { claimedBy: 'another process', claimedUntil: at('03:00:15') }

  test('is left to it until its claim has run out', async () => {
    await bench.arrives({ text: 'word', ...claimed })
    const worker = bench.worker({ isAlone: false })
    worker.take(bench.arrived)
    await looksAgain(3, () => worker.idle())
    expect(bench.answers).toEqual([])
    bench.clock.forward(16_000)
    await looksAgain(1, () => worker.idle())
    expect(bench.answers).toEqual(['U1: word'])
  })

  test('is taken over at once when only one process can be there', async () => {
    await bench.arrives({ text: 'word', ...claimed })
    const worker = bench.worker({ isAlone: true })
    await worker.recover()
    await worker.idle()
    expect(bench.answers).toEqual(['U1: word'])
  })

  test('is looked at by one timer, however often it is asked for', async () => {
    await bench.arrives({ text: 'word', ...claimed })
    const worker = bench.worker({ isAlone: false })
    for (let n = 0; n < 10; n += 1) {
      await worker.recover()
      await worker.idle()
    }
    expect(vi.getTimerCount()).toBe(1)
    await worker.stop()
    expect(vi.getTimerCount()).toBe(0)
    expect(await countWaiting(bench.store)).toBe(1)
  })
})
