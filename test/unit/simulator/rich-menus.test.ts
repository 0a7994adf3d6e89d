import { expect, test } from 'vitest'
import { startWorld, userIdOf, type World } from './world.ts'

const MENU = {
  size: { width: 2500, height: 843 },
  selected: true,
  name: 'เมนูหลัก',
  chatBarText: 'เมนู',
  areas: [{ bounds: { x: 0, y: 0, width: 2500, height: 843 }, action: { type: 'message', text: 'เมนู' } }],
}
const IMAGE = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
const PNG = { 'content-type': 'image/png' }

async function made(world: World): Promise<string> {
  const { body } = await world.call('POST', '/v2/bot/richmenu', MENU)
  return body.richMenuId
}

async function ready(world: World): Promise<string> {
  const id = await made(world)
  await world.call('POST', `/v2/bot/richmenu/${id}/content`, IMAGE, PNG)
  return id
}

test.each([
  ['a name for the bar of 15 characters', { chatBarText: 'ก'.repeat(15) }, 'chatBarText'],
  ['a shape that is too tall', { size: { width: 1000, height: 900 } }, 'size'],
  ['21 areas', { areas: Array(21).fill(MENU.areas[0]) }, 'areas'],
])('a menu with %s is refused', async (_what, change, property) => {
  const world = await startWorld()
  const answer = await world.call('POST', '/v2/bot/richmenu', { ...MENU, ...change })
  expect(answer).toMatchObject({ status: 400, body: { details: [{ property }] } })
  expect((await world.call('GET', '/v2/bot/richmenu/list')).body).toEqual({ richmenus: [] })
})

test('a Thai bar text is counted as people read it', async () => {
  const world = await startWorld()
  const chatBarText = 'ผู้ช่วยเมืองพี่น้อง'
  expect(chatBarText.length).toBeGreaterThan(14)
  expect((await world.call('POST', '/v2/bot/richmenu/validate', { ...MENU, chatBarText })).status).toBe(200)
})

test('a menu cannot be shown before it has an image, nor be given a second one', async () => {
  const world = await startWorld()
  const id = await made(world)
  const early = await world.call('POST', `/v2/bot/user/all/richmenu/${id}`)
  expect(early.body).toEqual({ message: 'must upload richmenu image before applying it to user' })
  const upload = (bytes: Uint8Array, type = 'image/png') =>
    world.call('POST', `/v2/bot/richmenu/${id}/content`, bytes, { 'content-type': type })
  expect((await upload(IMAGE, 'image/gif')).status).toBe(415)
  expect((await upload(new Uint8Array(1024 * 1024 + 1))).status).toBe(413)
  expect((await upload(IMAGE)).status).toBe(200)
  expect((await upload(IMAGE)).status).toBe(400)
  expect(Uint8Array.from((await world.call('GET', `/v2/bot/richmenu/${id}/content`)).body)).toEqual(IMAGE)
  expect((await world.call('GET', `/v2/bot/richmenu/${id}`)).body).toEqual({ richMenuId: id, ...MENU })
})

test("the default menu shows on every phone, a user's own menu before it, and both survive a restart", async () => {
  const world = await startWorld()
  const everybodys = await ready(world)
  const own = await ready(world)
  const admin = userIdOf(world.simulator, 'admin')
  expect((await world.call('GET', '/v2/bot/user/all/richmenu')).status).toBe(404)
  await world.call('POST', `/v2/bot/user/all/richmenu/${everybodys}`)
  await world.call('POST', `/v2/bot/user/${admin}/richmenu/${own}`)

  const after = await world.restart()
  const menus = async () => (await after.simulator.phones()).map(({ id, richMenu }) => [id, richMenu])
  expect(await menus()).toContainEqual(['guest', everybodys])
  expect(await menus()).toContainEqual(['admin', own])
  expect((await after.call('GET', '/v2/bot/user/all/richmenu')).body).toEqual({ richMenuId: everybodys })
  expect((await after.call('GET', `/v2/bot/user/${admin}/richmenu`)).body).toEqual({ richMenuId: own })

  await after.call('DELETE', `/v2/bot/user/${admin}/richmenu`)
  expect(await menus()).toContainEqual(['admin', everybodys])
  await after.call('DELETE', `/v2/bot/user/all/richmenu`)
  expect(await menus()).toContainEqual(['guest', null])
})

test('a menu that was deleted shows nowhere and cannot be linked', async () => {
  const world = await startWorld()
  const id = await ready(world)
  const guest = userIdOf(world.simulator, 'guest')
  await world.call('POST', `/v2/bot/user/all/richmenu/${id}`)
  await world.call('POST', `/v2/bot/user/${guest}/richmenu/${id}`)
  expect((await world.call('DELETE', `/v2/bot/richmenu/${id}`)).status).toBe(200)
  expect((await world.simulator.phones()).map((phone) => phone.richMenu)).toEqual([null, null, null, null, null])
  expect((await world.call('POST', `/v2/bot/user/${guest}/richmenu/${id}`)).status).toBe(404)
})

test('linking a menu to somebody who blocks is accepted and does nothing', async () => {
  const world = await startWorld()
  const id = await ready(world)
  const guest = userIdOf(world.simulator, 'guest')
  await world.simulator.phone('guest').block()
  expect((await world.call('POST', `/v2/bot/user/${guest}/richmenu/${id}`)).status).toBe(200)
  expect((await world.call('GET', `/v2/bot/user/${guest}/richmenu`)).status).toBe(404)
})

test('the address of the webhook can be read, tested and changed', async () => {
  const world = await startWorld()
  const path = '/v2/bot/channel/webhook'
  expect((await world.call('GET', `${path}/endpoint`)).body).toEqual({ endpoint: world.receiver.url, active: true })
  const tested = await world.call('POST', `${path}/test`)
  expect(tested.body).toMatchObject({ success: true, statusCode: 200, reason: 'OK', detail: '200' })
  expect(world.receiver.seen.at(-1)?.body.events).toEqual([])
  world.receiver.statuses = [401]
  expect((await world.call('POST', `${path}/test`)).body).toMatchObject({ success: false, reason: 'ERROR_STATUS_CODE' })
  const nobody = { endpoint: 'http://127.0.0.1:9/webhook' }
  expect((await world.call('POST', `${path}/test`, nobody)).body).toMatchObject({ reason: 'COULD_NOT_CONNECT' })
  expect((await world.call('PUT', `${path}/endpoint`, { endpoint: 'ftp://x' })).status).toBe(400)
  expect((await world.call('PUT', `${path}/endpoint`, { endpoint: 'https://example.com/line' })).status).toBe(200)
  expect((await world.call('GET', `${path}/endpoint`)).body.endpoint).toBe('https://example.com/line')
})
