import { expect, test } from 'vitest'
import { PhoneRefusal } from '../../../src/simulator/index.ts'
import { linesOf, startWorld, userIdOf } from './world.ts'

const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
)

test('a phone that blocks the bot can send nothing, and the refusal says what to do', async () => {
  const { simulator, receiver } = await startWorld()
  await simulator.phone('guest').block()
  await simulator.settled()
  await expect(simulator.phone('guest').say('ได้ยินไหม')).rejects.toThrow(PhoneRefusal)
  await expect(simulator.phone('guest').sendPhoto(PNG, 'image/png')).rejects.toThrow('กดเพิ่มเพื่อนก่อน')
  await expect(simulator.phone('guest').block()).rejects.toThrow(PhoneRefusal)
  expect(receiver.events.map((event) => event.type)).toEqual(['unfollow'])
  expect(receiver.lastEvent.replyToken).toBeUndefined()
})

test('empty words, endless words, an empty photo and a phone that is not there are refused', async () => {
  const { simulator } = await startWorld()
  const guest = simulator.phone('guest')
  await expect(guest.say('')).rejects.toThrow(PhoneRefusal)
  await expect(guest.say('ก'.repeat(10_001))).rejects.toThrow(PhoneRefusal)
  await expect(guest.sendPhoto(new Uint8Array(), 'image/png')).rejects.toThrow(PhoneRefusal)
  await expect(guest.sendPhoto(PNG, 'image/gif')).rejects.toThrow('JPEG')
  await expect(simulator.phone('nobody').say('ก')).rejects.toThrow('ไม่พบโทรศัพท์')
  expect(await simulator.messagesOf('guest')).toEqual([])
})

test('one cannot unsend what somebody else or the bot sent', async () => {
  const world = await startWorld()
  await world.simulator.phone('guest').say('ของฉัน')
  const to = userIdOf(world.simulator, 'guest')
  await world.call('POST', '/v2/bot/message/push', { to, messages: [{ type: 'text', text: 'ของบอต' }] })
  const [mine, bots] = await world.simulator.messagesOf('guest')
  await expect(world.simulator.phone('admin').unsend(String(mine?.id))).rejects.toThrow('ไม่พบข้อความ')
  await expect(world.simulator.phone('guest').unsend(String(bots?.id))).rejects.toThrow('ส่งเอง')
})

test('following again after a block says that it was unblocked', async () => {
  const { simulator, receiver } = await startWorld()
  await expect(simulator.phone('guest').follow()).rejects.toThrow('เป็นเพื่อน')
  await simulator.phone('guest').block()
  await simulator.phone('guest').follow()
  await simulator.settled()
  expect(receiver.lastEvent).toMatchObject({ type: 'follow', follow: { isUnblocked: true } })
  expect(receiver.lastEvent.replyToken).toBeTruthy()
})

test('at the very first start each persona adds the bot, once', async () => {
  const world = await startWorld({ greetPersonas: true })
  await world.simulator.settled()
  const follows = () => world.receiver.events.filter((event) => event.type === 'follow')
  expect(follows()).toHaveLength(world.simulator.personas.length)
  expect(follows()[0]?.follow).toEqual({ isUnblocked: false })
  const after = await world.restart()
  await after.simulator.settled()
  expect(follows()).toHaveLength(world.simulator.personas.length)
})

test('a new phone adds the bot at once and is a guest', async () => {
  const { simulator, receiver } = await startWorld()
  const phone = await simulator.addPhone('  ชาวบ้าน ตัวอย่าง ')
  await simulator.settled()
  expect(phone).toMatchObject({ name: 'ชาวบ้าน ตัวอย่าง', role: 'guest', provinces: [], following: true, richMenu: null })
  expect(receiver.lastEvent).toMatchObject({ type: 'follow', source: { userId: phone.userId } })
  await expect(simulator.addPhone(' ')).rejects.toThrow(PhoneRefusal)
  expect((await simulator.phones()).at(-1)).toEqual(phone)
})

test('a button and a picked day arrive as postbacks; only what the button shows stands in the chat', async () => {
  const { simulator, receiver } = await startWorld()
  await simulator.phone('guest').tap('a=menu', 'เมนู')
  await simulator.phone('guest').pick('a=d&s=startsOn', '2026-11-12')
  await simulator.settled()
  const [tapped, picked] = receiver.events
  expect(tapped?.postback).toEqual({ data: 'a=menu' })
  expect(picked?.postback).toEqual({ data: 'a=d&s=startsOn', params: { date: '2026-11-12' } })
  expect(await linesOf(simulator, 'guest')).toEqual(['user: เมนู'])
})

test('a photo can be downloaded by the bot, through a restart, until it is unsent', async () => {
  const world = await startWorld()
  await world.simulator.phone('guest').sendPhoto(PNG, 'image/png')
  await world.simulator.settled()
  const message = world.receiver.lastEvent.message
  expect(message).toMatchObject({ type: 'image', contentProvider: { type: 'line' } })

  const after = await world.restart()
  const path = `/v2/bot/message/${message?.id}/content`
  const content = await after.call('GET', path)
  expect(content.headers.get('content-type')).toBe('image/png')
  expect(Uint8Array.from(content.body)).toEqual(PNG)
  expect((await after.call('GET', `${path}/transcoding`)).body).toEqual({ status: 'succeeded' })

  await after.simulator.phone('guest').unsend(String(message?.id))
  await after.simulator.settled()
  expect(after.receiver.lastEvent).toMatchObject({ type: 'unsend', unsend: { messageId: message?.id } })
  expect(after.receiver.lastEvent.replyToken).toBeUndefined()
  const kept = await fetch(`${await after.pageOrigin()}/simulator/api/content/${message?.id}`)
  expect(kept.status).toBe(404)
  expect(await after.call('GET', path)).toMatchObject({ status: 410, body: { message: 'The content is gone' } })
  expect(await linesOf(after.simulator, 'guest')).toEqual(['system: ยกเลิกการส่งข้อความแล้ว'])
})

test('photos that were chosen together are one set; a file says its name and size; a sticker has no words', async () => {
  const { simulator, receiver, call } = await startWorld()
  const guest = simulator.phone('guest')
  await guest.sendPhotos([PNG, PNG])
  await guest.sendFile(Buffer.from('รายงาน'), '../รายงาน.pdf', 'application/pdf')
  await guest.sendSticker()
  await simulator.settled()
  const [first, second, file, sticker] = receiver.events.map((event) => event.message)
  expect(first?.imageSet).toEqual({ id: expect.any(String), index: 1, total: 2 })
  expect(second?.imageSet).toEqual({ ...(first?.imageSet as object), index: 2 })
  expect(file).toMatchObject({ type: 'file', fileName: '../รายงาน.pdf', fileSize: 18 })
  expect(sticker).toMatchObject({ type: 'sticker', packageId: '446', stickerId: '1988' })
  expect((await call('GET', `/v2/bot/message/${file?.id}/content`)).body.toString()).toBe('รายงาน')
})

test('a text message has no content, and an unknown one neither', async () => {
  const { simulator, receiver, call } = await startWorld()
  await simulator.phone('guest').say('ก')
  await simulator.settled()
  expect((await call('GET', `/v2/bot/message/${receiver.lastEvent.message?.id}/content`)).status).toBe(404)
  expect((await call('GET', '/v2/bot/message/1/content')).status).toBe(404)
})

test('the bot can learn the name of a friend, and not of somebody who blocks it', async () => {
  const { simulator, call } = await startWorld()
  const path = `/v2/bot/profile/${userIdOf(simulator, 'admin')}`
  expect((await call('GET', path)).body).toMatchObject({ displayName: 'ตัวอย่าง ส่วนกลาง', language: 'th' })
  await simulator.phone('admin').block()
  expect(await call('GET', path)).toMatchObject({ status: 404, body: { message: 'Not found' } })
  expect((await call('GET', '/v2/bot/info')).body.userId).toBe(simulator.botUserId)
})

test('the loading animation takes multiples of five seconds, and a read mark a token of a message', async () => {
  const { simulator, receiver, call } = await startWorld()
  const chatId = userIdOf(simulator, 'guest')
  const loading = (loadingSeconds?: number) => call('POST', '/v2/bot/chat/loading/start', { chatId, loadingSeconds })
  expect((await loading(7)).status).toBe(400)
  expect((await loading(65)).status).toBe(400)
  expect((await loading(10)).status).toBe(202)
  expect((await loading()).status).toBe(202)
  await simulator.phone('guest').say('ก')
  await simulator.settled()
  const read = (markAsReadToken: unknown) => call('POST', '/v2/bot/chat/markAsRead', { markAsReadToken })
  expect((await read(receiver.lastEvent.message?.markAsReadToken)).status).toBe(200)
  expect((await read('made-up')).status).toBe(400)
})
