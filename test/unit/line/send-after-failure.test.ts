/** What a process that ended and a store that was away leave of messages that were on their way. */
import { describe, expect, test } from 'vitest'
import { outbox } from '../../../src/line/index.ts'
import type { Store } from '../../../src/store/index.ts'
import {
  answer,
  clock,
  fateOf,
  line,
  message,
  passes,
  restart,
  SECOND,
  SOMCHAI,
  sender,
  start,
  store,
  stored,
  storeThatMayFail,
  sweep,
  unreached,
  until,
  useSender,
} from './sender-bench.ts'

useSender()

describe('a process that ended while it was sending', () => {
  test('an answer that was shown is not shown again', async () => {
    line.faults = ['hangs']
    const rows = await stored(answer('ก'))
    void sender.sendNow(rows)
    await until(() => line.calls.length === 1)
    line.killToken('token of ก')
    const second = start('second process')
    await passes(14 * SECOND, second)
    expect(line.calls).toHaveLength(1)
    await passes(2 * SECOND, second)
    expect(line.calls).toEqual(['reply token of ก', 'reply token of ก'])
    expect(await fateOf(rows[0])).toBe('over')
    expect(line.shown).toEqual([])
  })

  test('an answer that was never sent is shown by the next process', async () => {
    const rows = await stored(answer('ก'))
    const second = start('second process')
    await passes(16 * SECOND, second)
    expect(line.shown).toMatchObject([{ by: 'reply' }])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('the only process of its store need not wait for the claim to end', async () => {
    await stored(answer('ก'), message('ข', { owner: 'first process', userId: 'U-anan' }))
    await sweep(start('second process', { isGone: () => true }))
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข'])
  })

  test('started again after a minute: the answer is undecidable, the push is sent by its key', async () => {
    const [reply, push] = await stored(answer('ก'), message('ข', { owner: 'first process', userId: 'U-anan' }))
    clock.forward(61 * SECOND)
    await sweep(start('second process', { isGone: () => true }))
    expect(await fateOf(reply)).toBe('undecidable')
    expect(await fateOf(push)).toBe('accepted')
    expect(line.shown).toEqual([{ to: 'U-anan', by: 'push', text: 'ข' }])
  })

  test('an answer that came to be when its token was dead already was never tried, so it is sent as a push', async () => {
    const tokenReceivedAt = new Date(clock.now().getTime() - 61 * SECOND)
    const rows = await stored(answer('ก', { tokenReceivedAt }))
    await sweep(start('second process', { isGone: () => true }))
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('nor was one whose token had died when the process that ended took it up', async () => {
    await stored({ ...answer('ก'), status: 'waiting' })
    clock.forward(61 * SECOND)
    const { died, itsStore } = untilOneTransaction()
    void start('second process', { store: itsStore }).sweepDue()
    await died
    expect(line.calls).toEqual([])
    await sweep(start('third process', { isGone: () => true }))
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })

  test('of one person’s answers only the first was on its way: those behind it are not undecidable', async () => {
    const [first, second, other] = await stored(answer('ก'), answer('ข'), answer('ค', { userId: 'U-anan' }))
    clock.forward(61 * SECOND)
    const next = start('second process', { isGone: () => true })
    await sweep(next)
    await passes(3 * SECOND, next)
    expect(await fateOf(first)).toBe('undecidable')
    expect(await fateOf(other)).toBe('undecidable')
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ข' }])
    expect(await fateOf(second)).toBe('over')
  })

  test('answers that two processes had for one person may both have been on their way', async () => {
    const rows = await stored(answer('ก'), answer('ข', { owner: 'a third process' }))
    clock.forward(61 * SECOND)
    await sweep(start('second process', { isGone: () => true }))
    expect(await Promise.all(rows.map(fateOf))).toEqual(['undecidable', 'undecidable'])
  })

  test('nor is the order trusted when the clock was set back between two answers', async () => {
    const first = answer('ก')
    clock.moveTo(new Date(clock.now().getTime() - 5 * SECOND))
    const rows = await stored(first, answer('ข'))
    clock.forward(70 * SECOND)
    await sweep(start('second process', { isGone: () => true }))
    expect(await Promise.all(rows.map(fateOf))).toEqual(['undecidable', 'undecidable'])
  })

  test('two processes that sweep at once send it once', async () => {
    await stored(message('ก'), message('ข', { userId: 'U-anan' }))
    const second = start('second process')
    await Promise.all([sweep(sender), sweep(second), sweep(sender), sweep(second)])
    expect(line.calls).toHaveLength(2)
  })

  test('one that is stopped in order leaves what it had not tried as untried', async () => {
    const row = answer('ก', { replyToken: undefined })
    const rows = await stored(row, answer('ข', { eventId: 'e2' }))
    const stopping = sender.stop()
    await sender.sendNow(rows)
    await stopping
    expect(line.calls).toEqual([])
    expect(await store.get(outbox, row.id)).toMatchObject({ status: 'waiting', uncertainTries: 0 })
    await sweep(start('second process'))
    await passes(2 * SECOND, start('third process'))
    expect(line.shown).toHaveLength(2)
  })
})

describe('a store that is away for a while', () => {
  test('an answer whose commit nobody confirmed is sent at the next look, and is not uncertain', async () => {
    const [row] = await stored(answer('ก'))
    line.faults = [unreached]
    await sweep()
    expect(await store.get(outbox, row?.id ?? '')).toMatchObject({ status: 'waiting', uncertainTries: 0 })
    await passes(2 * SECOND)
    expect(line.shown).toEqual([{ to: 'token of ก', by: 'reply', text: 'ก' }])
  })

  test('the next answer does not overtake it, also in a process that is alone', async () => {
    restart('first process', { isAlone: () => true })
    await sweep()
    await stored(answer('ก'))
    sender.loseTrack()
    clock.forward(1)
    await sender.sendNow(await stored(answer('ข')))
    await passes(3 * SECOND)
    expect(line.shown.map(({ text }) => text)).toEqual(['ก', 'ข'])
  })

  test('what LINE said is written when the store is back, and LINE is not asked again', async () => {
    let refusals = 2
    const failing = storeThatMayFail(() => {
      refusals -= 1
      return refusals >= 0
    })
    const rows = await stored(answer('ก'))
    await start('first process', { store: failing }).sendNow(rows)
    expect(line.calls).toEqual(['reply token of ก'])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('what was tried and could not be written is uncertain also to the process itself', async () => {
    line.faults = ['accepts silently']
    const rows = await stored(answer('ก'))
    const stopped = start('first process', { store: storeThatMayFail(() => true) })
    const sending = stopped.sendNow(rows)
    await until(() => line.calls.length === 1)
    await stopped.stop()
    await sending
    await sweep(start('second process', { isGone: () => true }))
    expect(await fateOf(rows[0])).toBe('over')
    expect(line.shown).toHaveLength(1)
  })
})

/** A process that is killed when it has written once, as its store sees it. */
function untilOneTransaction(): { itsStore: Store; died: Promise<void> } {
  const death = Promise.withResolvers<void>()
  let isOver = false
  const transaction: Store['transaction'] = (work) => {
    if (isOver) return new Promise(() => {})
    isOver = true
    return store.transaction(work).finally(death.resolve)
  }
  return { itsStore: { ...storeThatMayFail(() => false), transaction }, died: death.promise }
}
