/** What is signed is stored before the 200 and worked exactly once, whatever else stands in the same webhook. */
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../src/bot/event-store.ts'
import { outbox } from '../../src/line/index.ts'
import { textEvent } from '../support/events.ts'
import { type LineProgram, openLineProgram } from '../support/line-program.ts'
import { readableText } from '../support/readable.ts'

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram()
})
afterAll(() => program.close())

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
  expect(await program.statusOf(event)).toBe('not stored')
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

    await program.platform.release({ batched: true })
    await program.idle()

    const webhook = program.platform.traffic(500).findLast((entry) => entry.direction === 'webhook')
    expect(webhook?.requestBody).toHaveProperty('events.length', 100)
    // LINE hangs up after two seconds, and here too.
    expect(webhook?.status).toBe(200)
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
  expect((await program.postEvents(first, poison, { type: 7 }, null, second)).status).toBe(200)
  await program.idle()
  expect([await program.statusOf(first), await program.statusOf(second)]).toEqual(['done', 'done'])
  expect(await program.statusOf(poison)).toBe('not stored')
})

describe('edge 12: the same webhook again', () => {
  test('the very same bytes ten times at once: one answer in the chat', async () => {
    const { id, userId } = await program.platform.addPhone('คนใจร้อน')
    await program.idle()
    const before = await saidBy(program, id)
    const event = textEvent('เมนู', { source: { type: 'user', userId } })
    const answers = await Promise.all(Array.from({ length: 10 }, () => program.postEvents(event)))
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
    await program.postEvents(event, event)
    await program.idle()
    await program.postEvents(event)
    await program.idle()
    expect(await program.statusOf(event)).toBe('done')
    expect(await program.app.store.count(outbox, 'byKey', [event.webhookEventId])).toBe(1)
  })

  test('two events without an id that differ are two, and a redelivery of one is known', async () => {
    const unnamed = (words: string) => textEvent(words, { webhookEventId: undefined })
    const [one, other] = [unnamed('เมนู'), unnamed('ช่วยเหลือ')]
    const again = { ...one, deliveryContext: { isRedelivery: true } }
    // Each is tried as a reply and, its token being unknown to LINE, as a push.
    expect(await program.sentDuring(() => program.postEvents(one, other, again))).toHaveLength(4)
  })
})

describe('edge 17: a store that fails', () => {
  test('is 503, and the redelivery after it is worked', async () => {
    const event = textEvent('เมนู')
    const db = new DatabaseSync(program.sqliteFile, { timeout: 5_000 })
    db.exec('ALTER TABLE events RENAME TO lost')
    const failed = await program.postEvents(event)
    db.exec('ALTER TABLE lost RENAME TO events')
    db.close()
    expect(failed).toMatchObject({ status: 503, body: '{"message":"the store does not answer"}' })
    expect(await program.statusOf(event)).toBe('not stored')

    expect((await program.postEvents({ ...event, deliveryContext: { isRedelivery: true } })).status).toBe(200)
    await program.idle()
    expect(await program.statusOf(event)).toBe('done')
  })
})
