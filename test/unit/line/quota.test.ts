import { beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../src/clock.ts'
import { createQuotaGuard, type QuotaGuard } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { FakeLine } from './fake-line.ts'

const MINUTE = 60_000

let clock: ManualClock
let line: FakeLine
let news: string[]
let errors: string[]
let guard: QuotaGuard

beforeEach(() => {
  clock = new ManualClock('2026-11-21T02:00:00Z')
  line = new FakeLine()
  news = []
  errors = []
  const log = createLog('error', { write: (entry: string) => void errors.push(JSON.parse(entry).msg) })
  guard = createQuotaGuard({ api: line, clock, log, onNews: ({ kind, month }) => news.push(`${kind} ${month}`) })
})

async function takes(count: number, worth: 'courtesy' | 'usual' | 'urgent' = 'usual'): Promise<number> {
  let taken = 0
  for (let at = 0; at < count; at += 1) if (await guard.take(worth)) taken += 1
  return taken
}

describe('edge 44: the month’s messages', () => {
  test('without a limit: nothing is held back and nothing is told', async () => {
    line.month = { limit: 'none', used: 1_000_000 }
    expect(await takes(50)).toBe(50)
    expect(guard.left()).toBeUndefined()
    expect(news).toEqual([])
  })

  test('300 with 299 used: 30 reminders wait, the one that is urgent goes, and the next waits', async () => {
    line.month = { limit: 300, used: 299 }
    expect(await takes(30)).toBe(0)
    expect(await takes(2, 'urgent')).toBe(1)
    expect(guard.left()).toBe(0)
  })

  test('a push for a group of 30 counts 30, before it is sent', async () => {
    line.month = { limit: 300, used: 250 }
    expect(await guard.take('urgent', 51)).toBe(false)
    expect(await guard.take('urgent', 30)).toBe(true)
    expect(guard.left()).toBe(20)
  })

  test('64 pushes at once do not take more than there is', async () => {
    line.month = { limit: 300, used: 260 }
    const taken = await Promise.all(Array.from({ length: 64 }, () => guard.take('usual')))
    expect(taken.filter(Boolean)).toHaveLength(10)
  })

  test('LINE’s figure lags: what was sent within the hour counts all the same', async () => {
    line.month = { limit: 300, used: 200 }
    expect(await takes(50)).toBe(50)
    clock.forward(30 * MINUTE)
    await guard.read()
    expect(guard.left()).toBe(50)
    line.month = { limit: 300, used: 240 }
    clock.forward(31 * MINUTE)
    await guard.read()
    expect(guard.left()).toBe(60)
  })

  test('what was certainly not sent is not counted', async () => {
    line.month = { limit: 300, used: 0 }
    await guard.take('usual')
    guard.giveBack()
    expect(guard.left()).toBe(300)
  })

  test('a new month is asked for and begins with its own figure', async () => {
    clock.moveTo('2026-11-30T16:59:00Z')
    line.month = { limit: 300, used: 300 }
    expect(await guard.take('urgent')).toBe(false)
    line.month = { limit: 300, used: 0 }
    clock.forward(2 * MINUTE)
    expect(await guard.take('usual')).toBe(true)
    expect(guard.left()).toBe(299)
  })

  test('LINE does not tell them: pushes go out, and it is asked again after a minute, not at each', async () => {
    expect(await takes(20)).toBe(20)
    line.month = { limit: 300, used: 300 }
    expect(await guard.take('usual')).toBe(true)
    clock.forward(MINUTE)
    expect(await guard.take('usual')).toBe(false)
  })
})

describe('what is worth how much', () => {
  test('a courtesy comes late only while half the month is left', async () => {
    line.month = { limit: 300, used: 148 }
    expect(await takes(10, 'courtesy')).toBe(2)
  })

  test('a tenth is kept for what is urgent', async () => {
    line.month = { limit: 300, used: 265 }
    expect(await takes(10)).toBe(5)
    expect(await takes(40, 'urgent')).toBe(30)
  })
})

describe('the admins', () => {
  test('are told at four fifths, once a month', async () => {
    line.month = { limit: 300, used: 238 }
    await takes(1)
    expect(news).toEqual([])
    await takes(5)
    expect(news).toEqual(['low 2026-11'])
    clock.moveTo('2026-12-05T02:00:00Z')
    line.month = { limit: 300, used: 250 }
    await guard.read()
    expect(news).toEqual(['low 2026-11', 'low 2026-12'])
    expect(errors).toEqual([])
  })

  test('are told once when nothing is left, whoever found it out first, and a person is called', async () => {
    line.month = { limit: 300, used: 100 }
    await guard.read()
    guard.noteGone()
    guard.noteGone()
    expect(await guard.take('urgent')).toBe(false)
    expect(news).toEqual(['gone 2026-11'])
    expect(errors).toHaveLength(1)
  })
})
