/** Messages that many people get: stored once, sent to the byte, and gone when nobody says them any more. */
import { describe, expect, it } from 'vitest'
import { createWordings, outbox, trimWordings, wordings, wordsOf } from '../../../src/line/index.ts'
import {
  answer,
  clock,
  errors,
  line,
  passes,
  quota,
  restart,
  sender,
  store,
  stored,
  sweep,
  useSender,
} from './sender-bench.ts'

useSender()

const SAID = JSON.stringify([{ type: 'text', text: 'หนังสือ ว 1234 ลงวันที่ 10 ตุลาคม 2561' }])
const DAY = 24 * 3600 * 1000

const kept = () => createWordings(store, clock).keep(wordsOf(SAID))

async function storedAnswer(text: string) {
  return stored(answer(text, { messagesJson: '', wording: await kept() }))
}

describe('what many are told', () => {
  it('is stored once, whoever says it, and stands in no row', async () => {
    const names = [await kept(), await kept()]
    expect(new Set(names).size).toBe(1)
    await storedAnswer('ก')
    await storedAnswer('ข')
    expect((await store.find(wordings, 'byId', [])).map(({ messagesJson }) => messagesJson)).toEqual([SAID])
    const rows = await store.find(outbox, 'byKey', [])
    expect(rows.map(({ messagesJson }) => messagesJson)).toEqual(['', ''])
  })

  it('is sent, and the row is gone', async () => {
    await sender.sendNow(await storedAnswer('ก'))
    expect(line.shown.map(({ text }) => text)).toEqual(['หนังสือ ว 1234 ลงวันที่ 10 ตุลาคม 2561'])
    expect(await store.find(outbox, 'byKey', [])).toEqual([])
  })

  it('is sent by the next process when this one ended, and is never written into the row', async () => {
    await storedAnswer('ก')
    line.faults = [{ kind: 'unreached', why: 'test' }]
    restart('second process', { isGone: () => true })
    await sweep()
    const [row] = await store.find(outbox, 'byKey', [])
    expect(row).toMatchObject({ status: 'waiting', messagesJson: '' })
    await passes(10_000)
    expect(line.shown).toHaveLength(1)
  })

  it('is said in plain words, in the row itself, when LINE refuses the messages', async () => {
    const card = JSON.stringify([{ type: 'flex', altText: 'เรียบร้อย', contents: {} }])
    const wording = await createWordings(store, clock).keep(wordsOf(card))
    const rows = await stored(answer('ก', { messagesJson: '', wording }))
    line.faults = [
      { kind: 'refused', status: 400, message: 'bad', details: [{ property: 'messages[0]', message: 'bad' }] },
      { kind: 'unreached', why: 'test' },
    ]
    await sender.sendNow(rows)
    const [row] = await store.find(outbox, 'byKey', [])
    expect(row?.wording).toBeUndefined()
    expect(JSON.parse(row?.messagesJson ?? '')).toEqual([{ type: 'text', text: 'เรียบร้อย' }])
    await passes(10_000)
    expect(line.shown.map(({ text }) => text)).toEqual(['เรียบร้อย'])
  })

  it('is given up when its words are not there, calls a person, and costs no message of the month', async () => {
    line.month = { limit: 500, used: 0 }
    const wording = '2026-11/gone'
    await sender.sendNow(await stored(answer('ก', { messagesJson: '', wording, replyToken: undefined })))
    const [row] = await store.find(outbox, 'byKey', [])
    expect(row).toMatchObject({ kind: 'push', status: 'given-up', lastError: 'its words are not there: 2026-11/gone' })
    expect(errors).toEqual(['a message was given up'])
    expect(line.calls).toEqual([])
    expect(quota.left()).toBeUndefined()
  })
})

describe('trimming', () => {
  const left = async () => (await store.find(wordings, 'byId', [])).map(({ id }) => id.slice(0, 7))

  it('leaves this month and the last', async () => {
    await kept()
    for (let month = 0; month < 3; month += 1) {
      clock.forward(30 * DAY)
      await kept()
    }
    expect(await left()).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
    expect(await trimWordings(store, clock.now())).toBe(2)
    expect(await left()).toEqual(['2027-01', '2027-02'])
  })

  it('leaves what a message that waits still says, however old it is', async () => {
    await storedAnswer('ก')
    clock.forward(200 * DAY)
    expect(await trimWordings(store, clock.now())).toBe(0)
    expect(await left()).toEqual(['2026-11'])
  })
})
