import { expect, test } from 'vitest'
import { SECRET, type SeenEvent, START, signatureOf, startWorld, userIdOf } from './world.ts'

test('a word of the guest reaches the bot as LINE would send it, signed over the exact bytes', async () => {
  const { simulator, receiver } = await startWorld()
  const eventId = await simulator.phone('guest').say('สวัสดี 🤨')
  await simulator.settled()

  const webhook = receiver.seen[0]
  expect(webhook?.headers['x-line-signature']).toBe(signatureOf(webhook?.bytes ?? Buffer.alloc(0), SECRET))
  expect(webhook?.headers['content-type']).toContain('application/json')
  expect(webhook?.body.destination).toBe(simulator.botUserId)
  expect(receiver.lastEvent).toEqual({
    type: 'message',
    message: {
      type: 'text',
      id: expect.stringMatching(/^\d{18}$/),
      quoteToken: expect.any(String),
      markAsReadToken: expect.any(String),
      text: 'สวัสดี 🤨',
    },
    webhookEventId: eventId,
    deliveryContext: { isRedelivery: false },
    timestamp: Date.parse(START),
    source: { type: 'user', userId: userIdOf(simulator, 'guest') },
    replyToken: expect.stringMatching(/^[0-9a-f]{32}$/),
    mode: 'active',
  })
  expect(eventId).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
  expect(simulator.botUserId).toMatch(/^U[0-9a-f]{32}$/)
})

test('a webhook that the bot refuses comes again: the same id and token, marked as a redelivery', async () => {
  const { simulator, receiver } = await startWorld()
  receiver.statuses = [503, 500]
  await simulator.phone('guest').say('ได้รับไหม')
  await simulator.settled()

  const [first, ...later] = receiver.events
  expect(later).toHaveLength(2)
  expect(first?.deliveryContext.isRedelivery).toBe(false)
  for (const again of later) expect(again).toEqual({ ...first, deliveryContext: { isRedelivery: true } })
})

test('a bot that never answers is given up on after the deadline, and asked again', async () => {
  const { simulator, receiver } = await startWorld({ webhookTimeoutMs: 40 })
  receiver.statuses = ['hang']
  await simulator.phone('guest').say('อยู่ไหม')
  await simulator.settled()
  expect(receiver.events.map((event) => event.deliveryContext.isRedelivery)).toEqual([false, true])
})

test("one person's webhooks come one at a time and in order, even when the first one fails", async () => {
  const { simulator, receiver } = await startWorld()
  let atOnce = 0
  receiver.statuses = [500]
  receiver.meanwhile = async () => {
    atOnce += 1
    expect(atOnce).toBe(1)
    await new Promise((resolve) => setImmediate(resolve))
    atOnce -= 1
  }
  for (const word of ['หนึ่ง', 'สอง', 'สาม']) await simulator.phone('guest').say(word)
  await simulator.settled()
  expect(textsOf(receiver.events)).toEqual(['หนึ่ง', 'หนึ่ง', 'สอง', 'สาม'])
})

test("somebody else's webhooks do not wait for a bot that hangs over one person's", async () => {
  const { simulator, receiver } = await startWorld({ webhookTimeoutMs: 60_000 })
  receiver.statuses = ['hang']
  await simulator.phone('guest').say('ค้าง')
  await expect.poll(() => receiver.events.length).toBe(1)
  await simulator.phone('admin').say('ไม่ค้าง')
  await expect.poll(() => textsOf(receiver.events)).toEqual(['ค้าง', 'ไม่ค้าง'])
})

test('what was not acknowledged before a crash comes after it, marked as a redelivery', async () => {
  const world = await startWorld({ redeliverAfterMs: 60_000 })
  world.receiver.statuses = [503]
  await world.simulator.phone('guest').say('ก่อนดับ')
  await world.simulator.phone('guest').say('ก่อนดับเหมือนกัน')
  await expect.poll(() => world.receiver.seen.length).toBe(1)

  const { simulator, receiver } = await world.restart()
  await simulator.settled()
  const again = receiver.events.slice(1)
  expect(textsOf(again)).toEqual(['ก่อนดับ', 'ก่อนดับเหมือนกัน'])
  expect(again.every((event) => event.deliveryContext.isRedelivery)).toBe(true)
  expect(again[0]?.webhookEventId).toBe(receiver.events[0]?.webhookEventId)
  expect(again[0]?.replyToken).toBe(receiver.events[0]?.replyToken)
})

test('what was acknowledged does not come again after a restart, and ids go on where they stopped', async () => {
  const world = await startWorld()
  await world.simulator.phone('guest').say('ครั้งเดียว')
  await world.simulator.settled()
  const { simulator, receiver } = await world.restart()
  await simulator.phone('guest').say('ครั้งถัดไป')
  await simulator.settled()
  expect(textsOf(receiver.events)).toEqual(['ครั้งเดียว', 'ครั้งถัดไป'])
  const [before, after] = receiver.events.map((event) => String(event.message?.id))
  expect(String(after) > String(before)).toBe(true)
})

test('held webhooks can come in one POST, latest first', async () => {
  const { simulator, receiver } = await startWorld()
  simulator.hold()
  await simulator.phone('guest').say('หนึ่ง')
  await simulator.phone('admin').say('สอง')
  await simulator.settled()
  expect(receiver.seen).toEqual([])
  await simulator.release({ batched: true, reversed: true })
  await simulator.settled()
  expect(receiver.seen).toHaveLength(1)
  expect(textsOf(receiver.events)).toEqual(['สอง', 'หนึ่ง'])
})

test('held webhooks can come each by itself in the wrong order', async () => {
  const { simulator, receiver } = await startWorld()
  simulator.hold()
  for (const word of ['หนึ่ง', 'สอง', 'สาม']) await simulator.phone('guest').say(word)
  await simulator.release({ reversed: true })
  await simulator.settled()
  expect(receiver.seen).toHaveLength(3)
  expect(textsOf(receiver.events)).toEqual(['สาม', 'สอง', 'หนึ่ง'])
})

test('a webhook can come twice at once, without a word that it is the second', async () => {
  const { simulator, receiver } = await startWorld()
  simulator.duplicateNext()
  await simulator.phone('guest').say('ซ้ำ')
  await simulator.phone('guest').say('เดี่ยว')
  await simulator.settled()
  expect(textsOf(receiver.events)).toEqual(['ซ้ำ', 'ซ้ำ', 'เดี่ยว'])
  expect(receiver.events[1]).toEqual(receiver.events[0])
})

test('an acknowledged webhook can be delivered once more', async () => {
  const { simulator, receiver } = await startWorld()
  const eventId = await simulator.phone('guest').say('อีกครั้ง')
  await simulator.settled()
  expect(await simulator.redeliver(eventId)).toBe(200)
  expect(receiver.events).toHaveLength(2)
  expect(receiver.lastEvent).toMatchObject({ webhookEventId: eventId, deliveryContext: { isRedelivery: true } })
})

test('any body can be posted, signed or with a signature of somebody else', async () => {
  const { simulator, receiver } = await startWorld()
  await simulator.post('{"events":  []}')
  await simulator.post({ events: [{ type: 'unheard-of' }] }, 'forged')
  expect(receiver.seen[0]?.bytes.toString()).toBe('{"events":  []}')
  expect(receiver.seen[0]?.headers['x-line-signature']).toBe(signatureOf(Buffer.from('{"events":  []}')))
  expect(receiver.seen[1]?.headers['x-line-signature']).toBe('forged')
})

function textsOf(events: readonly SeenEvent[]): (string | undefined)[] {
  return events.map((event) => event.message?.text)
}
