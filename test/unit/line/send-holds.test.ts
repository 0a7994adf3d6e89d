/** What keeps messages back: a used-up month, a refused token, what a push is worth, who cannot be reached. */
import { describe, expect, test } from 'vitest'
import { outbox } from '../../../src/line/index.ts'
import {
  answer,
  clock,
  errors,
  fateOf,
  HOUR,
  line,
  message,
  passes,
  refused,
  SECOND,
  SOMCHAI,
  sender,
  store,
  stored,
  sweep,
  unreachable,
  useSender,
} from './sender-bench.ts'

useSender()

describe('what stops more than one message', () => {
  test('edge 41: a used-up month: pushes wait, answers go on, and a person is told once', async () => {
    line.faults = [{ kind: 'quota-gone' }]
    await stored(message('ก'), message('ข', { userId: 'U-anan' }))
    await sweep()
    await passes(600 * SECOND, sender, 60 * SECOND)
    await sender.sendNow(await stored(answer('ค')))
    expect(line.shown.map(({ text }) => text)).toContain('ค')
    expect(line.calls.filter((call) => call.startsWith('push')).length).toBeLessThanOrEqual(2)
    line.faults = [{ kind: 'quota-gone' }]
    await passes(2 * HOUR, sender, 600 * SECOND)
    await passes(2 * HOUR, sender, 600 * SECOND)
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข', 'ค'])
    expect(errors).toHaveLength(1)
  })

  test('edge 42: a token that LINE does not take: everything waits, a person is told once, and all goes out afterwards', async () => {
    line.faults = Array(3).fill({ kind: 'unauthorised' })
    await stored(message('ก'), message('ข', { userId: 'U-anan' }))
    await sweep()
    await sender.sendNow(await stored(answer('ค', { userId: 'U-malee' })))
    await passes(40 * SECOND)
    await passes(120 * SECOND)
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข', 'ค'])
    expect(errors).toHaveLength(1)
  })

  test('edge 41: too many calls: the same one again, later', async () => {
    line.faults = [{ kind: 'rate-limited' }]
    await sender.sendNow(await stored(answer('ก')))
    expect(line.shown).toEqual([])
    await passes(2 * SECOND)
    expect(line.shown).toMatchObject([{ by: 'reply', text: 'ก' }])
  })
})

describe('what a push is worth', () => {
  const late = (text: string, over: Parameters<typeof answer>[1] = {}) =>
    answer(text, { tokenReceivedAt: new Date(clock.now().getTime() - 61 * SECOND), ...over })

  test('a menu that comes too late is not sent when half the month is gone, and the log names it', async () => {
    line.month = { limit: 300, used: 150 }
    const rows = await stored(late('เมนู', { worth: 'courtesy' }), late('คำตอบ', { userId: 'U-anan' }))
    await sender.sendNow(rows)
    expect(line.shown.map(({ text }) => text)).toEqual(['คำตอบ'])
    expect(await store.get(outbox, rows[0]?.id ?? '')).toMatchObject({ status: 'dropped', isOpen: false })
  })

  test('and is sent while there are plenty', async () => {
    line.month = { limit: 300, used: 0 }
    await sender.sendNow(await stored(late('เมนู', { worth: 'courtesy' })))
    expect(line.shown).toMatchObject([{ by: 'push' }])
  })

  test('reminders stop at the reserve, the supervisor’s goes on, and the rest goes out when the plan is larger', async () => {
    line.month = { limit: 300, used: 269 }
    await stored(message('ก'), message('ข', { userId: 'U-anan' }), message('ค', { userId: 'U-malee', worth: 'urgent' }))
    await sweep()
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ค'])
    expect(errors).toEqual([])
    line.month = { limit: 1000, used: 271 }
    await passes(2 * HOUR, sender, 600 * SECOND)
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข', 'ค'])
  })

  test('one that may have been shown is asked about with its key, though nothing is left', async () => {
    line.month = { limit: 300, used: 299 }
    line.faults = ['accepts silently']
    const rows = await stored(message('ก', { worth: 'urgent' }))
    await sweep()
    await passes(3 * SECOND)
    expect(await fateOf(rows[0])).toBe('accepted')
    expect(line.shown).toHaveLength(1)
  })
})

describe('edge 24: who cannot be reached', () => {
  test('gets no push, and the month keeps it', async () => {
    line.month = { limit: 300, used: 0 }
    unreachable.add(SOMCHAI)
    const rows = await stored(message('ก'))
    await sweep()
    expect(line.calls).toEqual([])
    expect(await fateOf(rows[0])).toBe('dropped')
    expect(errors).toEqual([])
  })

  test('is learnt from LINE’s refusal, once', async () => {
    line.faults = [refused(400)]
    await stored(message('ก'), message('ข', { now: new Date(clock.now().getTime() + 1) }))
    await sweep()
    await passes(3 * SECOND)
    expect(unreachable).toEqual(new Set([SOMCHAI]))
    expect(line.calls).toHaveLength(1)
  })

  test('but is not held for unreachable when the messages were at fault', async () => {
    line.faults = [refused(400, [{ message: 'invalid property', property: '/body' }])]
    await stored(message('ก'))
    await sweep()
    expect(unreachable.size).toBe(0)
  })

  test('has just written: the late answer is sent', async () => {
    unreachable.add(SOMCHAI)
    await sender.sendNow(await stored(answer('ก', { replyToken: undefined })))
    expect(line.shown).toHaveLength(1)
  })
})
