/** A push keeps its key through every try, and messages that LINE refuses are said in plain words. */
import { describe, expect, test } from 'vitest'
import { outbox } from '../../../src/line/index.ts'
import { DuplicateKey } from '../../../src/store/index.ts'
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
  start,
  store,
  stored,
  sweep,
  uncertain,
  unreached,
  useSender,
} from './sender-bench.ts'

useSender()

describe('a push', () => {
  test('leaves its key, so that it is not stored again, and neither its words nor its reader', async () => {
    const rows = await stored(message('ก'))
    await sweep()
    expect(await store.get(outbox, rows[0]?.id ?? '')).toMatchObject({
      status: 'accepted',
      key: rows[0]?.key,
      userId: '',
      messagesJson: '[]',
    })
    await expect(stored(message('ก'))).rejects.toThrow(DuplicateKey)
  })

  test('edge 37: is tried again with the same key and the same bytes, and shown once', async () => {
    line.faults = ['accepts silently', uncertain]
    const rows = await stored(message('ก'))
    await sweep()
    await passes(10 * SECOND)
    expect(line.calls).toHaveLength(3)
    expect(new Set(line.calls).size).toBe(1)
    expect(line.shown).toHaveLength(1)
    expect(await fateOf(rows[0])).toBe('accepted')
  })

  test('edge 38: survives a restart between its tries with the same key', async () => {
    line.faults = ['accepts silently']
    await stored(message('ก'))
    await sweep()
    await passes(10 * SECOND, start('second process'))
    expect(line.shown).toHaveLength(1)
    expect(new Set(line.calls).size).toBe(1)
  })

  test('edge 39: with an unknown fate is given up after 20 hours, and a person is told', async () => {
    line.faults = Array(1000).fill(uncertain)
    const rows = await stored(message('ก'))
    await sweep()
    await passes(19.5 * HOUR, sender, 300 * SECOND)
    expect(await fateOf(rows[0])).toBe('waiting')
    const tries = line.calls.length
    await passes(HOUR, sender, 300 * SECOND)
    expect(await fateOf(rows[0])).toBe('given-up')
    line.faults = []
    await passes(10 * HOUR, sender, HOUR)
    expect(line.calls.length).toBeLessThan(tries + 10)
    expect(line.shown).toEqual([])
    expect(errors).toEqual(['a message was given up'])
  })

  test('that certainly did not arrive is sent even days later', async () => {
    line.faults = Array(500).fill(unreached)
    await stored(message('ก'))
    await sweep()
    await passes(72 * HOUR, sender, 600 * SECOND)
    line.faults = []
    await passes(HOUR, sender, 600 * SECOND)
    expect(line.shown).toHaveLength(1)
  })

  test('edge 43: that LINE refuses for good is told once and does not hold up the next', async () => {
    line.faults = [refused(403)]
    const rows = await stored(message('ก'), message('ข', { now: new Date(clock.now().getTime() + 1) }))
    await sweep()
    await passes(3 * SECOND)
    expect(await fateOf(rows[0])).toBe('refused')
    expect(line.shown).toMatchObject([{ text: 'ข' }])
    expect(errors).toEqual(['LINE refused a message for good'])
  })

  test('edge 40: with a known key and no request id: it cannot be told what was accepted', async () => {
    line.faults = [refused(409)]
    const rows = await stored(message('ก'))
    await sweep()
    expect(await fateOf(rows[0])).toBe('undecidable')
  })

  test('has one row for its key, whoever stores it again', async () => {
    await stored(message('ก'))
    await expect(stored(message('ก'))).rejects.toThrow('byKey')
  })
})

describe('messages that LINE refuses are said in plain words, once', () => {
  const card = JSON.stringify([{ type: 'flex', altText: 'คู่ของเชียงราย', contents: {} }])
  const details = [{ message: 'invalid property', property: '/body/contents/0' }]

  test('an answer', async () => {
    line.faults = [refused(400)]
    const rows = await stored(answer('ก', { messagesJson: card }))
    await sender.sendNow(rows)
    expect(line.shown).toEqual([{ to: 'token of ก', by: 'reply', text: 'คู่ของเชียงราย' }])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('a push, under a new key', async () => {
    line.faults = [refused(400, details)]
    await stored(message('ก', { messagesJson: card }))
    await sweep()
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'คู่ของเชียงราย' }])
    expect(new Set(line.calls).size).toBe(2)
  })

  test('refused once more, it is refused for good', async () => {
    line.faults = [refused(400), refused(400)]
    const rows = await stored(answer('ก', { messagesJson: card }))
    await sender.sendNow(rows)
    expect(await fateOf(rows[0])).toBe('refused')
    expect(line.calls).toHaveLength(2)
  })
})
