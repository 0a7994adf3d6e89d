/** What is signed is stored before the 200 and worked exactly once, whatever else stands in the same webhook. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../src/bot/event-store.ts'
import { outbox } from '../../src/line/index.ts'
import { type EventJson, GUEST_ID, textEvent } from '../support/events.ts'
import { type LineProgram, openLineProgram } from '../support/line-program.ts'
import { readableText } from '../support/readable.ts'

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram()
})
afterAll(() => program.close())

const statusOf = async (event: EventJson) =>
  (await program.app.store.get(events, event.webhookEventId))?.status ?? 'not stored'
const postEvents = (...sent: unknown[]) => program.post({ destination: program.platform.botUserId, events: sent })
/** Where LINE's list of calls stands now, for `sentSince`. */
const now = () => Number(program.platform.traffic(1).at(-1)?.id ?? 0)
/** The bot's calls since then that send a message, or try to. */
const sentSince = (mark: number) =>
  program.platform.traffic(500).filter((entry) => Number(entry.id) > mark && entry.path.startsWith('/v2/bot/message/'))

async function saidBy(bot: LineProgram, phoneId: string): Promise<string[]> {
  const messages = await bot.platform.messagesOf(phoneId)
  return messages.filter(({ from }) => from === 'bot').map(({ message }) => readableText(message))
}

test('edge 8: LINE’s ping without events is 200, with and without a destination', async () => {
  expect(await program.post({ destination: program.platform.botUserId, events: [] })).toMatchObject({
    status: 200,
    body: '{}',
  })
  expect((await program.post({ events: [] })).status).toBe(200)
})

test('edge 9: a webhook for another bot is 200, ignored, and told to whoever reads the log', async () => {
  const event = textEvent('เมนู')
  // Who we are is asked at the start, and nothing waits for it.
  await program.idle()
  const answer = await program.post({ destination: `U${'f'.repeat(32)}`, events: [event] })
  expect(answer.status).toBe(200)
  expect(await statusOf(event)).toBe('not stored')
  expect(program.logged()).toContain('a webhook for another bot was received and ignored')
})

describe('edge 10: a hundred events of fifty people in one webhook', () => {
  test('are acknowledged within LINE’s two seconds, and each is answered once, in order', async () => {
    const people = await Promise.all(Array.from({ length: 50 }, (_, at) => program.platform.addPhone(`ผู้ใช้ ${at + 1}`)))
    await program.idle()
    program.platform.hold()
    for (const { id } of people) await program.platform.phone(id).say('ช่วยเหลือ')
    for (const { id } of people) await program.platform.phone(id).say('เมนู')
    const before = await Promise.all(people.map(({ id }) => saidBy(program, id)))

    const began = performance.now()
    await program.platform.release({ batched: true })
    expect(performance.now() - began).toBeLessThan(2_000)
    await program.idle()

    const webhook = program.platform.traffic(500).findLast((entry) => entry.direction === 'webhook')
    expect(webhook?.requestBody).toHaveProperty('events.length', 100)
    const answers = await Promise.all(
      people.map(async ({ id }, at) => (await saidBy(program, id)).slice(before[at]?.length)),
    )
    expect(answers.map((said) => said.length)).toEqual(people.map(() => 2))
    // Everyone has heard the same two things: first the help, then the menu.
    expect(new Set(answers.map((said) => said.join('\n---\n'))).size).toBe(1)
    expect(answers[0]?.[0]).not.toBe(answers[0]?.[1])
  })
})

test('what was worked and answered leaves its id and its times, and nothing of who said what', async () => {
  const { id } = await program.platform.addPhone('คนที่ถามแล้ว')
  await program.idle()
  const eventId = await program.platform.phone(id).say('เมนู')
  await program.idle()
  const left = await program.app.store.get(events, eventId)
  expect(left).toEqual({
    id: eventId,
    rev: 1,
    userId: '',
    status: 'done',
    occurredAt: left?.occurredAt,
    receivedAt: left?.receivedAt,
  })
  expect(await program.app.store.count(outbox, 'byKey', [eventId])).toBe(0)
})

test('edge 11: a poisoned event does not hold up its neighbours', async () => {
  const [first, second] = [textEvent('เมนู'), textEvent('ช่วยเหลือ')]
  const poison = textEvent('x', { message: { type: 'text', id: {}, text: { toString: null } }, timestamp: 'yesterday' })
  expect((await postEvents(first, poison, { type: 7 }, null, second)).status).toBe(200)
  await program.idle()
  expect([await statusOf(first), await statusOf(second)]).toEqual(['done', 'done'])
  expect(await statusOf(poison)).toBe('not stored')
})

describe('edge 12: the same webhook again', () => {
  test('the very same bytes ten times at once: one answer in the chat', async () => {
    const { id, userId } = await program.platform.addPhone('คนใจร้อน')
    await program.idle()
    const before = await saidBy(program, id)
    const event = textEvent('เมนู', { source: { type: 'user', userId } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => postEvents(event)))
    await program.idle()
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect((await saidBy(program, id)).length - before.length).toBe(1)
  })

  test('edge 13: LINE’s own redelivery of what was answered leads to nothing', async () => {
    const { id } = await program.platform.addPhone('คนรอคำตอบ')
    const eventId = await program.platform.phone(id).say('เมนู')
    await program.idle()
    const before = await saidBy(program, id)
    expect(await program.platform.redeliver(eventId)).toBe(200)
    await program.idle()
    expect(await saidBy(program, id)).toEqual(before)
  })

  test('edge 14: twice in one webhook, and later without being called a redelivery: one answer', async () => {
    const event = textEvent('เมนู')
    await postEvents(event, event)
    await program.idle()
    await postEvents(event)
    await program.idle()
    expect(await statusOf(event)).toBe('done')
    expect(await program.app.store.count(outbox, 'byKey', [event.webhookEventId])).toBe(1)
  })

  test('two events without an id that differ are two, and a redelivery of one is known', async () => {
    const unnamed = (words: string) => textEvent(words, { webhookEventId: undefined })
    const [one, other] = [unnamed('เมนู'), unnamed('ช่วยเหลือ')]
    const before = now()
    await postEvents(one, other, { ...one, deliveryContext: { isRedelivery: true } })
    await program.idle()
    // Each is tried as a reply and, its token being unknown to LINE, as a push.
    expect(sentSince(before)).toHaveLength(4)
  })
})

describe('edge 19: what nobody here knows is 200', () => {
  const group = { type: 'group', groupId: `C${'a'.repeat(32)}` }

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a type that does not exist', { type: 'foo' }],
    ['a source of a new kind', { source: { type: 'planet', planetId: 'P1' } }],
    ['no source', { source: undefined }],
    ['a group', { source: { ...group, userId: GUEST_ID } }],
    [
      'edge 21: a button tapped in a group, without a user',
      { source: group, type: 'postback', postback: { data: 'a=x' } },
    ],
    ['edge 21: an account link that failed', { type: 'accountLink', source: undefined, replyToken: undefined }],
    ['a delivery report', { type: 'delivery', message: undefined }],
    [
      'edge 22: a message of a group that was edited',
      { type: 'messageEdited', source: { ...group, userId: GUEST_ID }, message: { type: 'text', id: '1', text: 'แก้' } },
    ],
    [
      'edge 33: a group that calls the bot by its name, or calls everybody',
      {
        source: { ...group, userId: GUEST_ID },
        message: {
          type: 'text',
          id: '2',
          text: '🧨 @bot @All เมนู',
          mention: {
            mentionees: [
              { index: 3, length: 4, type: 'user', isSelf: true },
              { index: 8, length: 4, type: 'all' },
            ],
          },
        },
      },
    ],
  ])('and needs no work: %s', async (_what, changes) => {
    const before = now()
    const event = textEvent('เมนู', changes)
    expect((await postEvents(event)).status).toBe(200)
    await program.idle()
    expect(await statusOf(event)).toBe('not stored')
    expect(sentSince(before)).toEqual([])
  })

  test('and is answered when a person said it: a message of a new kind', async () => {
    const event = textEvent('', { message: { type: 'hologram', id: '1' } })
    expect((await postEvents(event)).status).toBe(200)
    await program.idle()
    expect(await statusOf(event)).toBe('done')
    expect(await program.app.store.count(outbox, 'byKey', [event.webhookEventId])).toBe(1)
  })

  test('a message without a time counts as said now: it is answered with its token', async () => {
    const event = textEvent('เมนู', { timestamp: undefined })
    const before = now()
    await postEvents(event)
    await program.idle()
    expect(sentSince(before)[0]?.path).toBe('/v2/bot/message/reply')
  })

  test('a missing mode and a missing id do not keep a message from being worked', async () => {
    const before = now()
    const { mode: _mode, webhookEventId: _id, ...bare } = textEvent('เมนู')
    expect((await postEvents(bare)).status).toBe(200)
    await program.idle()
    expect(sentSince(before)).not.toEqual([])
  })
})

describe('edge 29: a photo at an address that its sender chose', () => {
  test('is never fetched, and its sender is told that it is no answer', async () => {
    const asked: unknown[] = []
    const elsewhere = createServer((request, response) => {
      asked.push(request.url)
      response.end()
    })
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening')
    const { port } = elsewhere.address() as AddressInfo
    const address = `http://127.0.0.1:${port}/latest/meta-data`
    const contentProvider = { type: 'external', originalContentUrl: address, previewImageUrl: address }
    const event = textEvent('', { message: { type: 'image', id: 'external', contentProvider } })
    expect((await postEvents(event)).status).toBe(200)
    await program.idle()
    expect(await statusOf(event)).toBe('done')
    expect(asked).toEqual([])
    elsewhere.close()
  })
})

describe('edge 31: a tap with figures that LINE, or nobody, could have sent', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['300 letters', { data: `a=${'ก'.repeat(298)}` }],
    ['no data at all', {}],
    ['a menu that failed to change', { data: 'a=menu', params: { status: 'FAILED' } }],
    [
      'a menu that is not there',
      { data: '', params: { newRichMenuAliasId: 'x', status: 'RICHMENU_ALIAS_ID_NOTFOUND' } },
    ],
    ['params that are none', { data: 'a=d&n=x&s=days&v=day', params: 'tomorrow' }],
    ['a picked day that is none', { data: 'a=d&n=x&s=days&v=day', params: { date: '2100-12-31', time: 7, more: {} } }],
  ])('%s', async (_what, postback) => {
    const event = textEvent('', { type: 'postback', message: undefined, postback })
    expect((await postEvents(event)).status).toBe(200)
    await program.idle()
    expect(['done', 'not stored']).toContain(await statusOf(event))
    expect(program.logged()).not.toContain('a handler failed')
  })
})

test('edge 20: a copy for a chat that another module holds (standby) leads to no call', async () => {
  const before = now()
  const event = textEvent('เมนู', { mode: 'standby', replyToken: undefined })
  expect((await postEvents(event)).status).toBe(200)
  await program.idle()
  expect(await statusOf(event)).toBe('not stored')
  expect(sentSince(before)).toEqual([])
})

describe('edge 32: the dummy tokens of a verification', () => {
  test.each(['0', 'f'])('%s… are tried once and not again', async (digit) => {
    const event = textEvent('Hello, world', { replyToken: digit.repeat(32) })
    const before = now()
    expect((await postEvents(event)).status).toBe(200)
    await program.idle()
    expect(await statusOf(event)).toBe('done')
    // A reply, and a push that LINE refuses for a user whom it does not know.
    expect(sentSince(before)).toHaveLength(2)
    const [row] = await program.app.store.find(outbox, 'byKey', [event.webhookEventId])
    expect(row).toMatchObject({ isOpen: false, status: 'refused' })
  })
})

describe('edge 17: a store that fails', () => {
  test('is 503, and the redelivery after it is worked', async () => {
    const event = textEvent('เมนู')
    const db = new DatabaseSync(program.sqliteFile, { timeout: 5_000 })
    db.exec('ALTER TABLE events RENAME TO lost')
    const failed = await postEvents(event)
    db.exec('ALTER TABLE lost RENAME TO events')
    db.close()
    expect(failed).toMatchObject({ status: 503, body: '{"message":"the store does not answer"}' })
    expect(await statusOf(event)).toBe('not stored')

    expect((await postEvents({ ...event, deliveryContext: { isRedelivery: true } })).status).toBe(200)
    await program.idle()
    expect(await statusOf(event)).toBe('done')
  })
})
