/** The messages of one person go out in the order in which they were stored. */
import { beforeEach, describe, expect, test } from 'vitest'
import {
  answer,
  clock,
  line,
  message,
  passes,
  restart,
  SECOND,
  sender,
  start,
  stored,
  sweep,
  unreached,
  until,
  useSender,
} from './sender-bench.ts'

useSender()

describe.each([
  ['by the only process', true],
  ['by one of several processes', false],
])('one person’s messages, sent %s', (_by, isAlone) => {
  beforeEach(async () => {
    restart('first process', { isAlone: () => isAlone, isGone: (owner) => owner === 'a dead process' })
    await sweep()
  })

  const inARow = (...texts: string[]) =>
    texts.map((text, i) => answer(text, { now: new Date(clock.now().getTime() + i), tokenReceivedAt: clock.now() }))

  test('go out in the order in which they were stored, also when the first has to be tried again', async () => {
    line.faults = [unreached]
    await sender.sendNow(await stored(...inARow('หนึ่ง', 'สอง', 'สาม')))
    await passes(5 * SECOND)
    expect(line.shown.map(({ text }) => text)).toEqual(['หนึ่ง', 'สอง', 'สาม'])
  })

  test('wait for one that is put off, however many come meanwhile, and for each of those in turn', async () => {
    line.faults = [unreached, unreached]
    await sender.sendNow(await stored(...inARow('หนึ่ง', 'สอง')))
    await sender.sendNow(await stored(answer('สาม', { now: new Date(clock.now().getTime() + 5) })))
    expect(line.shown).toEqual([])
    await passes(10 * SECOND)
    await sender.sendNow(await stored(answer('สี่')))
    expect(line.shown.map(({ text }) => text)).toEqual(['หนึ่ง', 'สอง', 'สาม', 'สี่'])
  })

  test('wait for one that a process left which has ended', async () => {
    const next = start('next process', { isAlone: () => isAlone, isGone: (owner) => owner === 'a dead process' })
    await stored(answer('เหลือไว้', { owner: 'a dead process' }))
    clock.forward(1)
    const rows = await stored(answer('ใหม่', { owner: 'next process' }))
    await next.sendNow(rows)
    await passes(5 * SECOND, next)
    expect(line.shown.map(({ text }) => text)).toEqual(['เหลือไว้', 'ใหม่'])
  })

  test('an answer does not wait for a push that waits', async () => {
    line.faults = [unreached]
    await stored(message('เตือน'))
    await sweep()
    clock.forward(1)
    await sender.sendNow(await stored(answer('ตอบ')))
    expect(line.shown.map(({ text }) => text)).toEqual(['ตอบ'])
  })

  test('and another person’s do not wait for them', async () => {
    line.faults = ['hangs']
    void sender.sendNow(await stored(answer('หนึ่ง')))
    await until(() => line.calls.length === 1)
    await sender.sendNow(await stored(answer('สอง', { userId: 'U-anan' })))
    expect(line.shown.map(({ text }) => text)).toEqual(['สอง'])
  })
})
