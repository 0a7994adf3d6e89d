import { expect, test } from 'vitest'
import type { Fault } from '../../../src/simulator/index.ts'
import { linesOf, startWorld, text, userIdOf, type World } from './world.ts'

const push = (world: World, signal?: AbortSignal) => {
  const body = { to: userIdOf(world.simulator, 'guest'), messages: [text('แจ้ง')] }
  if (!signal) return world.call('POST', '/v2/bot/message/push', body)
  return fetch(`${world.simulator.apiOrigin}/v2/bot/message/push`, { method: 'POST', signal })
}

async function struck(fault: Omit<Fault, 'on'>): Promise<World> {
  const world = await startWorld()
  world.simulator.faults.add({ on: 'push', ...fault })
  return world
}

const shown = (world: World) => linesOf(world.simulator, 'guest')

test('a 500 before anything happened sends nothing, and only the first call is struck', async () => {
  const world = await struck({ kind: 'error500' })
  expect((await push(world)).status).toBe(500)
  expect(await shown(world)).toEqual([])
  expect((await push(world)).status).toBe(200)
  expect(await shown(world)).toEqual(['bot: แจ้ง'])
})

test('a 500 after the message was accepted leaves it in the chat', async () => {
  const world = await struck({ kind: 'error500', afterAccept: true })
  expect((await push(world)).status).toBe(500)
  expect(await shown(world)).toEqual(['bot: แจ้ง'])
})

test.each([
  { afterAccept: false, arrived: [] },
  { afterAccept: true, arrived: ['bot: แจ้ง'] },
])('a reset connection, accepted: $afterAccept', async ({ afterAccept, arrived }) => {
  const world = await struck({ kind: 'reset', afterAccept })
  await expect(push(world)).rejects.toThrow('fetch failed')
  expect(await shown(world)).toEqual(arrived)
})

test('a call that hangs is answered by nobody, and the platform can still be stopped', async () => {
  const world = await struck({ kind: 'hang' })
  await expect(push(world, AbortSignal.timeout(50))).rejects.toThrow()
  expect(await shown(world)).toEqual([])
})

test('a body that breaks off half-way fails the reader, though the message arrived', async () => {
  const world = await struck({ kind: 'truncated' })
  await expect(push(world)).rejects.toThrow()
  expect(await shown(world)).toEqual(['bot: แจ้ง'])
})

test('a download that breaks off half-way fails the reader', async () => {
  const world = await startWorld()
  await world.simulator.phone('guest').sendPhoto(new Uint8Array(100_000).fill(7))
  await world.simulator.settled()
  world.simulator.faults.add({ on: 'content', kind: 'truncated' })
  const path = `/v2/bot/message/${world.receiver.lastEvent.message?.id}/content`
  await expect(world.call('GET', path)).rejects.toThrow()
  world.simulator.faults.add({ on: 'content', kind: 'preparing' })
  expect((await world.call('GET', path)).status).toBe(202)
  expect((await world.call('GET', path)).body).toHaveLength(100_000)
})

test("a proxy's page comes with 200 and no JSON", async () => {
  const world = await struck({ kind: 'html' })
  const answer = await push(world)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
  expect(await shown(world)).toEqual(['bot: แจ้ง'])
})

test.each([
  { kind: 'rateLimit', status: 429, says: 'The API rate limit has been exceeded. Try again later.' },
  { kind: 'monthlyLimit', status: 429, says: 'You have reached your monthly limit.' },
  { kind: 'unauthorized', status: 401, says: expect.stringContaining('Authentication failed') },
  { kind: 'conflict', status: 409, says: 'Conflict' },
] as const)(
  '$kind answers $status as often as it was asked to, and accepts nothing',
  async ({ kind, status, says }) => {
    const world = await struck({ kind, times: 2 })
    for (const _ of [1, 2]) expect(await push(world)).toMatchObject({ status, body: { message: says } })
    expect(await shown(world)).toEqual([])
    expect((await push(world)).status).toBe(200)
  },
)

test('faults and the quota can be set over HTTP, with the token only', async () => {
  const world = await startWorld()
  const fault = { on: 'any', kind: 'error500', times: 1 }
  expect((await world.call('POST', '/_simulator/faults', fault, { authorization: 'Bearer no' })).status).toBe(401)
  expect((await world.call('POST', '/_simulator/faults', { kind: 'nonsense' })).status).toBe(400)
  expect((await push(world)).status).toBe(200)
  expect((await world.call('POST', '/_simulator/faults', fault)).status).toBe(204)
  expect((await push(world)).status).toBe(500)
  await world.call('POST', '/_simulator/faults', fault)
  await world.call('DELETE', '/_simulator/faults')
  await world.call('PUT', '/_simulator/quota', { monthly: 1 })
  expect((await push(world)).status).toBe(429)
})
