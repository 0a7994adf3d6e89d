import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createLoadingHint } from '../../../src/bot/loading.ts'
import type { LineOutcome } from '../../../src/line/index.ts'

describe('edge 56: the loading animation', () => {
  const shown: string[] = []
  const show = async (userId: string, seconds: number): Promise<LineOutcome> => {
    shown.push(`${userId} ${seconds}`)
    return { kind: 'uncertain', why: 'LINE failed' }
  }
  beforeEach(() => {
    vi.useFakeTimers()
    shown.length = 0
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is not shown for an answer that comes at once', () => {
    const answered = createLoadingHint(show).begin({ userId: 'U1', replyToken: 'token' })
    vi.advanceTimersByTime(600)
    answered()
    vi.advanceTimersByTime(10_000)
    expect(shown).toEqual([])
  })

  test('is shown once to whoever waits longer, for seconds that LINE takes; that it fails does not matter', () => {
    const answered = createLoadingHint(show).begin({ userId: 'U1', replyToken: 'token' })
    vi.advanceTimersByTime(10_000)
    answered()
    expect(shown).toEqual(['U1 20'])
  })

  test('is not shown where nobody waits for an answer', () => {
    createLoadingHint(show).begin({ userId: 'U1' })
    vi.advanceTimersByTime(10_000)
    expect(shown).toEqual([])
  })
})
