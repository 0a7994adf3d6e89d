import { beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../src/clock.ts'
import { createReadiness } from '../../../src/http/readiness.ts'
import type { Readiness } from '../../../src/http/status.ts'
import type { LineApi } from '../../../src/line/index.ts'

const WELL = { kind: 'accepted', value: { userId: 'U1', displayName: 'bot' } } as const

let clock: ManualClock
let asked: number
let line: Awaited<ReturnType<LineApi['botInfo']>>
let store: () => Promise<void>
let readiness: Readiness

beforeEach(() => {
  clock = new ManualClock('2026-11-19T03:00:00Z')
  asked = 0
  line = WELL
  store = async () => {}
  const botInfo = async () => {
    asked += 1
    return line
  }
  readiness = createReadiness({ ping: () => store() }, { botInfo }, clock)
})

describe('readiness', () => {
  test('asks LINE once in five seconds while all is well, however often it is asked itself', async () => {
    for (let second = 0; second < 10; second += 1) {
      await Promise.all([readiness.problems(), readiness.problems(), readiness.problems()])
      clock.forward(1_000)
    }
    expect(asked).toBe(2)
  })

  test('asks LINE every time while it is not, so that it is ready again at once', async () => {
    line = { kind: 'unauthorised' }
    expect(await readiness.problems()).toEqual(['LINE: unauthorised'])
    line = WELL
    expect(await readiness.problems()).toEqual([])
  })

  test('asks the store every time', async () => {
    expect(await readiness.problems()).toEqual([])
    store = () => Promise.reject(new Error('away'))
    expect(await readiness.problems()).toEqual(['the store does not answer'])
  })

  test('a LINE that has too many calls, or an API without this question, is reached all the same', async () => {
    line = { kind: 'rate-limited' }
    expect(await readiness.problems()).toEqual([])
    line = { kind: 'refused', status: 404, message: 'Not found', details: [] }
    expect(await readiness.problems()).toEqual([])
  })
})
