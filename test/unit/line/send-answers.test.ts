/** An answer is shown once, by its reply token or as a push, and one whose fate is unknown is never pushed. */
import { describe, expect, test } from 'vitest'
import { countTroubled } from '../../../src/line/index.ts'
import {
  answer,
  clock,
  deadToken,
  fateOf,
  HOUR,
  line,
  passes,
  SECOND,
  SOMCHAI,
  sender,
  store,
  stored,
  sweep,
  uncertain,
  unreached,
  useSender,
} from './sender-bench.ts'

useSender()

describe('an answer', () => {
  test('is shown once by its reply token, and is gone from the store', async () => {
    const [row] = await stored(answer('สวัสดี'))
    await sender.sendNow(row ? [row] : [])
    await passes(120 * SECOND, sender, 10 * SECOND)
    expect(line.shown).toEqual([{ to: 'token of สวัสดี', by: 'reply', text: 'สวัสดี' }])
    expect(await fateOf(row)).toBe('over')
  })

  test('to an event without a token goes out as a push', async () => {
    await sender.sendNow(await stored(answer('ก', { replyToken: undefined })))
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })

  test('that LINE could not be reached for becomes a push when its token has died', async () => {
    line.faults = Array(20).fill(unreached)
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(59 * SECOND)
    expect(line.shown).toEqual([])
    line.faults = []
    clock.forward(2 * SECOND)
    await sweep()
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })

  test('edge 34: that was worked on for too long becomes a push without trying the token', async () => {
    const rows = await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 60 * SECOND) }))
    await sender.sendNow(rows)
    expect(line.calls).toHaveLength(1)
    expect(line.shown).toMatchObject([{ by: 'push' }])
  })

  test('edge 34: worked on for 59 seconds is still a reply', async () => {
    await sender.sendNow(await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 59 * SECOND) })))
    expect(line.shown).toMatchObject([{ by: 'reply' }])
  })

  test('to an event of 20 minutes ago, redelivered just now, is a push', async () => {
    await sender.sendNow(await stored(answer('ก', { occurredAt: new Date(clock.now().getTime() - 20 * 60 * SECOND) })))
    expect(line.shown).toMatchObject([{ by: 'push' }])
  })

  test('whose token LINE calls dead at the first try was not shown, so it becomes a push', async () => {
    line.killToken('token of ก')
    await sender.sendNow(await stored(answer('ก')))
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })
})

describe('an answer whose fate is unknown is never a push', () => {
  test('edge 35: it was shown: LINE says that the token was used', async () => {
    line.faults = ['accepts silently']
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(3 * SECOND)
    expect(line.calls).toEqual(['reply token of ก', 'reply token of ก'])
    expect(line.shown).toHaveLength(1)
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('it was not shown: the same token shows it now', async () => {
    line.faults = [uncertain]
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(3 * SECOND)
    expect(line.shown).toHaveLength(1)
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('its token died meanwhile: undecidable, counted, and nothing more is sent', async () => {
    line.faults = Array(100).fill(uncertain)
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(90 * SECOND)
    const tries = line.calls.length
    await passes(HOUR, sender, 60 * SECOND)
    expect(line.calls).toHaveLength(tries)
    expect(line.calls.every((call) => call.startsWith('reply'))).toBe(true)
    expect(await fateOf(rows[0])).toBe('undecidable')
    expect(await countTroubled(store)).toMatchObject({ undecidable: 1, refused: 0, waiting: 0, sending: 0 })
  })

  test('LINE says that the token is dead, but too late to tell why: undecidable', async () => {
    line.faults = [uncertain]
    const rows = await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 58 * SECOND) }))
    await sender.sendNow(rows)
    clock.forward(1500)
    line.reply = async () => {
      clock.forward(SECOND)
      return deadToken
    }
    await sweep()
    expect(await fateOf(rows[0])).toBe('undecidable')
    expect(line.shown).toEqual([])
  })

  test('LINE calls the token dead a moment before its minute is over by our clock: it may have died by itself', async () => {
    line.faults = [uncertain]
    const rows = await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 55 * SECOND) }))
    await sender.sendNow(rows)
    line.killToken('token of ก')
    await passes(3 * SECOND)
    expect(line.calls).toHaveLength(2)
    expect(await fateOf(rows[0])).toBe('undecidable')
    expect(line.shown).toEqual([])
  })
})
