/** Photos that go with a report are kept, and go when their sender takes them back. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openMedia } from '../../src/bot/media.ts'
import { reportsIn, UP_TO_REVIEW } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'

const PHOTO = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function upToPhotos(): Promise<void> {
  const details = ['เพิ่ม', 'หอการค้า', '๓๐ คน', 'ไม่มีงบ', 'ไม่มี', 'ไม่มี']
  for (const said of ['รายงานกิจกรรม', ...UP_TO_REVIEW.slice(0, -1), ...details]) await world.officer.says(said)
  await world.officer.sees('แนบภาพ')
}

async function isKept(messageId = ''): Promise<boolean> {
  return (await openMedia(world.app.store, messageId)) !== undefined
}

it('a photo without a report is not kept, and its sender is told', async () => {
  await world.officer.sendsPhoto(PHOTO)
  await world.officer.sees('ไม่ได้เก็บไว้')
  expect(await isKept(await world.officer.lastMessageId())).toBe(false)
})

it('edge 23: is kept with the report, and removed when it is taken back, though the same photo was sent twice', async () => {
  await upToPhotos()
  await world.officer.sendsPhoto(PHOTO)
  await world.officer.sees('แนบแล้ว 1 ไฟล์')
  const first = await world.officer.lastMessageId()
  await world.officer.sendsPhoto(PHOTO)
  await world.officer.sees('แนบแล้ว 2 ไฟล์')
  const second = await world.officer.lastMessageId()
  expect(await isKept(first)).toBe(true)
  await world.officer.unsendsLast()
  await world.officer.seesNothing()
  expect([await isKept(first), await isKept(second)]).toEqual([true, false])
  await world.officer.says('เสร็จแล้วครับ')
  await world.officer.says('ยืนยัน')
  expect(await reportsIn(world)).toMatchObject([{ participants: 30, budgetBaht: 0, files: [{ kind: 'image' }] }])
})

it('edge 23: is never kept when the word that takes it back comes first', async () => {
  await upToPhotos()
  const hands = world.simulator.phone(world.officer.id)
  world.simulator.hold()
  await hands.sendPhoto(PHOTO)
  const photo = await world.officer.lastMessageId()
  await hands.unsend(photo ?? '')
  await world.simulator.release({ batched: true, reversed: true })
  await world.app.idle()
  expect(await isKept(photo)).toBe(false)
})

it('no photo at all is said in any words', async () => {
  await upToPhotos()
  await world.officer.says('ไม่มีรูปค่ะ')
  await world.officer.sees('กรุณาตรวจทาน')
})

it('edge 23: of a submitted report stays with the report, and the officer is told so', async () => {
  await upToPhotos()
  await world.officer.sendsPhoto(PHOTO)
  const photo = await world.officer.lastMessageId()
  await world.officer.says('เสร็จแล้วครับ')
  await world.officer.says('ยืนยัน')
  await world.simulator.phone(world.officer.id).unsend(photo ?? '')
  await world.app.idle()
  await world.officer.sees('เก็บไว้กับรายงานเป็นหลักฐาน')
  expect(await isKept(photo)).toBe(true)
})
