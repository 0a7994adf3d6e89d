import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFloodGuard } from '../../../src/bot/flood.ts'
import { openWorkBench, says, type WorkBench } from './work-bench.ts'

const at = (second: number) => new Date(Date.UTC(2026, 10, 19, 3, 0, second))

describe('the flood guard', () => {
  test('lets an album of photos and a hurried person through', () => {
    const guard = createFloodGuard()
    const notes = Array.from({ length: 120 }, () => guard.note({ userId: 'U1', receivedAt: at(1) }))
    expect(notes.every(({ pauseMs, isToBeTold }) => pauseMs === 0 && !isToBeTold)).toBe(true)
  })

  test('slows down what is beyond, and says so once a minute', () => {
    const guard = createFloodGuard({ hurried: 3, paceMs: 250 })
    const note = (second: number) => guard.note({ userId: 'U1', receivedAt: at(second) })
    const told = (count: number, second: number) =>
      Array.from({ length: count }, () => note(second)).filter(({ isToBeTold }) => isToBeTold).length
    expect(told(20, 1)).toBe(1)
    expect(note(59).pauseMs).toBe(250)
    expect(note(60)).toEqual({ pauseMs: 0, isToBeTold: false })
    expect(told(20, 61)).toBe(1)
  })

  test('knows one person from another', () => {
    const guard = createFloodGuard({ hurried: 1 })
    for (const _ of [1, 2, 3]) guard.note({ userId: 'U1', receivedAt: at(1) })
    expect(guard.note({ userId: 'U2', receivedAt: at(1) }).pauseMs).toBe(0)
  })
})

describe('edge 58: one user sends 200 messages at once', () => {
  let bench: WorkBench
  beforeEach(async () => {
    bench = await openWorkBench((_turn, text) => says(text))
  })
  afterEach(() => bench.close())

  test('the others are answered before them, and each of the 200 is answered, with one polite word', async () => {
    for (let n = 1; n <= 200; n += 1) await bench.arrives({ userId: 'U-flood', text: `${n}`, occurredAt: at(n / 10) })
    for (let n = 1; n <= 10; n += 1) await bench.arrives({ userId: `U-${n}`, text: 'ถาม' })
    const worker = bench.worker({ flood: createFloodGuard({ hurried: 120, paceMs: 1 }) })
    worker.take(bench.arrived)
    await worker.idle()
    await worker.stop()
    const others = bench.answers.filter((answer) => !answer.startsWith('U-flood'))
    const flooders = bench.answers.filter((answer) => answer.startsWith('U-flood'))
    expect(others).toHaveLength(10)
    expect(flooders).toHaveLength(200)
    expect(bench.answers.slice(0, 60).filter((answer) => !answer.startsWith('U-flood'))).toHaveLength(10)
    expect(flooders.filter((answer) => answer.includes('ตอบทีละข้อความ'))).toHaveLength(1)
  })
})
