import { expect, test } from 'vitest'
import { linesOf, startWorld, TOKEN, text, userIdOf, type World } from './world.ts'

const KEY = '123e4567-e89b-42d3-a456-426614174000'
const SECOND = 1000
const HOUR = 3600 * SECOND

async function heard(world: World, words = 'ถาม'): Promise<string> {
  await world.simulator.phone('guest').say(words)
  await world.simulator.settled()
  return String(world.receiver.lastEvent.replyToken)
}

const reply = (world: World, replyToken: string, words = 'ตอบ', headers?: Record<string, string>) =>
  world.call('POST', '/v2/bot/message/reply', { replyToken, messages: [text(words)] }, headers)

const push = (world: World, to: string, words = 'แจ้ง', headers?: Record<string, string>) =>
  world.call('POST', '/v2/bot/message/push', { to, messages: [text(words)] }, headers)

test('a reply without the channel token, or with another one, is refused and reaches nobody', async () => {
  const world = await startWorld()
  const token = await heard(world)
  const unknown = await reply(world, token, 'ตอบ', { authorization: `Bearer ${TOKEN}x` })
  const none = await reply(world, token, 'ตอบ', { authorization: '' })
  expect([unknown.status, none.status]).toEqual([401, 401])
  expect(unknown.body.message).toContain('Authentication failed')
  expect(unknown.headers.get('x-line-request-id')).toBeTruthy()
  expect(await linesOf(world.simulator, 'guest')).toEqual(['user: ถาม'])
})

test('a reply appears in the chat and says which messages it became', async () => {
  const world = await startWorld()
  const answer = await reply(world, await heard(world))
  expect(answer.status).toBe(200)
  const [, shown] = await world.simulator.messagesOf('guest')
  expect(shown).toMatchObject({ from: 'bot', message: text('ตอบ') })
  expect(shown?.requestId).toBe(answer.headers.get('x-line-request-id'))
  expect(answer.body).toEqual({ sentMessages: [{ id: shown?.id, quoteToken: expect.any(String) }] })
})

test('a reply token works once, however many calls race for it', async () => {
  const world = await startWorld()
  const token = await heard(world)
  const answers = await Promise.all(['ก', 'ข', 'ค', 'ง'].map((words) => reply(world, token, words)))
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400])
  const refused = answers.find((answer) => answer.status === 400)
  expect(refused?.body).toEqual({ message: 'Invalid reply token' })
  expect(await linesOf(world.simulator, 'guest')).toHaveLength(2)
})

test('a reply token dies a minute after the webhook, and is used up through a restart', async () => {
  const world = await startWorld()
  const late = await heard(world)
  world.clock.forward(61 * SECOND)
  expect((await reply(world, late)).body).toEqual({ message: 'Invalid reply token' })
  const inTime = await heard(world)
  world.clock.forward(59 * SECOND)
  expect((await reply(world, inTime)).status).toBe(200)
  const after = await world.restart()
  expect((await reply(after, inTime)).status).toBe(400)
})

test('a redelivery gives the token another minute, but not beyond twenty after the event', async () => {
  const world = await startWorld()
  const renewed = await world.simulator.phone('guest').say('ก')
  await world.simulator.settled()
  const token = String(world.receiver.lastEvent.replyToken)
  world.clock.forward(19 * 60 * SECOND)
  await world.simulator.redeliver(renewed)
  world.clock.forward(30 * SECOND)
  expect((await reply(world, token)).status).toBe(200)

  const tooOld = await world.simulator.phone('guest').say('ข')
  await world.simulator.settled()
  world.clock.forward(20 * 60 * SECOND + 1)
  await world.simulator.redeliver(tooOld)
  expect((await reply(world, String(world.receiver.lastEvent.replyToken))).status).toBe(400)
})

test('a retry key on a reply is refused, and the token stays good', async () => {
  const world = await startWorld()
  const token = await heard(world)
  expect((await reply(world, token, 'ตอบ', { 'x-line-retry-key': KEY })).status).toBe(400)
  expect((await reply(world, token)).status).toBe(200)
})

test('messages that break a limit are refused with their place, and the token stays good', async () => {
  const world = await startWorld()
  const token = await heard(world)
  const path = '/v2/bot/message/reply'
  const tooMany = await world.call('POST', path, { replyToken: token, messages: Array(6).fill(text('ก')) })
  const empty = await world.call('POST', path, { replyToken: token, messages: [text('ก'), text('')] })
  const missing = await world.call('POST', path, { replyToken: token })
  expect(tooMany).toMatchObject({ status: 400, body: { details: [{ property: 'messages' }] } })
  expect(empty.body.message).toBe('The request body has 1 error(s)')
  expect(empty.body.details).toEqual([{ message: 'May not be empty', property: 'messages[1].text' }])
  expect(missing.status).toBe(400)
  expect((await reply(world, token)).status).toBe(200)
})

test("an http image is refused unless it is the program's own", async () => {
  const world = await startWorld()
  const own = new URL(world.receiver.url).origin
  const image = (origin: string) => {
    const url = `${origin}/files/a.png`
    return { messages: [{ type: 'image', originalContentUrl: url, previewImageUrl: url }] }
  }
  const validate = (origin: string) => world.call('POST', '/v2/bot/message/validate/push', image(origin))
  expect((await validate('http://example.com')).status).toBe(400)
  expect((await validate(own)).status).toBe(200)
})

test('a push to somebody unknown fails, and one to somebody who blocks is accepted and reaches nobody', async () => {
  const world = await startWorld()
  const guest = userIdOf(world.simulator, 'guest')
  expect(await push(world, `U${'0'.repeat(32)}`)).toMatchObject({
    status: 400,
    body: { message: 'Failed to send messages' },
  })
  expect((await push(world, 'nobody')).body.message).toContain("'to'")
  await world.simulator.phone('guest').block()
  expect((await push(world, guest)).status).toBe(200)
  expect(await linesOf(world.simulator, 'guest')).toEqual([expect.stringMatching(/^system: /)])
  expect((await world.call('GET', '/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 0 })
})

test('the same retry key is accepted once in 24 hours, through a restart, and tells what was accepted', async () => {
  const world = await startWorld()
  const guest = userIdOf(world.simulator, 'guest')
  const first = await push(world, guest, 'แจ้ง', { 'x-line-retry-key': KEY })
  expect(first.status).toBe(200)
  const after = await world.restart()
  after.clock.forward(24 * HOUR - 1)
  const again = await push(after, guest, 'แจ้ง', { 'x-line-retry-key': KEY })
  expect(again.status).toBe(409)
  expect(again.body).toEqual({ message: 'The retry key is already accepted', ...first.body })
  expect(again.headers.get('x-line-accepted-request-id')).toBe(first.headers.get('x-line-request-id'))
  expect(await linesOf(after.simulator, 'guest')).toEqual(['bot: แจ้ง'])
  after.clock.forward(1)
  expect((await push(after, guest, 'แจ้ง', { 'x-line-retry-key': KEY })).status).toBe(200)
})

test('of pushes that race with one retry key, one arrives', async () => {
  const world = await startWorld()
  const guest = userIdOf(world.simulator, 'guest')
  const racing = Array.from({ length: 4 }, () => push(world, guest, 'แจ้ง', { 'x-line-retry-key': KEY }))
  const statuses = (await Promise.all(racing)).map((answer) => answer.status)
  expect(statuses.sort()).toEqual([200, 409, 409, 409])
  expect(await linesOf(world.simulator, 'guest')).toEqual(['bot: แจ้ง'])
  expect((await push(world, guest, 'แจ้ง', { 'x-line-retry-key': 'not-a-key' })).status).toBe(400)
})

test('a push counts one person, a reply none, and the month that is used up stops pushes only', async () => {
  const world = await startWorld({ monthlyQuota: 3 })
  const guest = userIdOf(world.simulator, 'guest')
  const everybody = world.simulator.personas.map((persona) => persona.userId)
  const messages = [text('ก'), text('ข')]
  expect((await world.call('POST', '/v2/bot/message/push', { to: guest, messages })).status).toBe(200)
  const many = await world.call('POST', '/v2/bot/message/multicast', { to: everybody, messages })
  expect(many).toMatchObject({ status: 429, body: { message: 'You have reached your monthly limit.' } })
  const two = await world.call('POST', '/v2/bot/message/multicast', { to: everybody.slice(0, 2), messages })
  expect(two).toMatchObject({ status: 200, body: {} })
  expect((await push(world, guest)).status).toBe(429)
  expect((await reply(world, await heard(world))).status).toBe(200)
  expect((await world.call('GET', '/v2/bot/message/quota')).body).toEqual({ type: 'limited', value: 3 })
  expect((await world.call('GET', '/v2/bot/message/quota/consumption')).body).toEqual({ totalUsage: 3 })
  world.clock.moveTo('2026-12-01T00:00:00+07:00')
  expect((await push(world, guest)).status).toBe(200)
  world.simulator.setMonthlyQuota('none')
  expect((await world.call('GET', '/v2/bot/message/quota')).body).toEqual({ type: 'none' })
})

test('a broadcast reaches every friend and nobody who blocks', async () => {
  const world = await startWorld()
  await world.simulator.phone('guest').block()
  expect((await world.call('POST', '/v2/bot/message/broadcast', { messages: [text('ถึงทุกคน')] })).status).toBe(200)
  expect(await linesOf(world.simulator, 'admin')).toEqual(['bot: ถึงทุกคน'])
  expect(await linesOf(world.simulator, 'guest')).not.toContain('bot: ถึงทุกคน')
})

test('a multicast to 501 people, or to something that is no person, is refused', async () => {
  const world = await startWorld()
  const send = (to: unknown) => world.call('POST', '/v2/bot/message/multicast', { to, messages: [text('ก')] })
  expect((await send(Array(501).fill(userIdOf(world.simulator, 'guest')))).status).toBe(400)
  expect((await send(['Cgroup'])).status).toBe(400)
  expect((await send([])).status).toBe(400)
})

test('a body that is no JSON, too large, or of another type is refused as LINE does', async () => {
  const world = await startWorld()
  const path = '/v2/bot/message/push'
  expect((await world.call('POST', path, '{"to":')).status).toBe(400)
  expect((await world.call('POST', path, '[]')).status).toBe(400)
  expect((await world.call('POST', path, '{}', { 'content-type': 'text/plain' })).status).toBe(415)
  const tooLarge = await world.call('POST', path, ' '.repeat(2 * 1024 * 1024 + 1))
  expect(tooLarge.status).toBe(413)
  expect(tooLarge.headers.get('x-line-request-id')).toBeTruthy()
  expect(await world.call('GET', '/v2/bot/nothing')).toMatchObject({ status: 404, body: { message: 'Not found' } })
})
