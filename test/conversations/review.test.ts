/** From the officer's photos to the reviewer's card and back: the whole program, with files that can be opened. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { reportsIn } from '../support/records.ts'
import { DETAILS, REQUIRED, tells } from '../support/report-talk.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

/** One grey dot. */
const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='
const PHOTO = new Uint8Array(Buffer.from(DOT, 'base64'))
const OTHER = new Uint8Array([...PHOTO, 1])

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function reports(phone: PhoneDriver, ...photos: readonly Uint8Array[]): Promise<void> {
  await phone.says('รายงานกิจกรรม')
  await tells(phone, [...REQUIRED, ...DETAILS])
  for (const photo of photos) await phone.sendsPhoto(photo)
  for (const said of ['เสร็จแล้ว', 'ยืนยัน']) await phone.says(said)
}

/** The addresses of the pictures in what this person sees. */
async function picturesSeen(phone: PhoneDriver): Promise<string[]> {
  const last = (await world.simulator.messagesOf(phone.id)).findLast(({ from }) => from === 'bot')
  return [...new Set(JSON.stringify(last).match(/http[^"\\]*\/files\/[\w-]+/g) ?? [])]
}

it('a reviewer sees the photos of a report, which open for a day and then no more', async () => {
  await reports(world.officer, PHOTO)
  await world.supervisor.says('รายงานรอตรวจ')
  await world.supervisor.says('1')
  const [link, ...others] = await picturesSeen(world.supervisor)
  expect(others).toEqual([])
  const answer = await fetch(link ?? '')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png'])
  expect(answer.headers.get('content-disposition')).toMatch(/^inline/)
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(PHOTO)
  await world.supervisor.doesNotSee('เหมือนกับไฟล์')
})

it('the same photo in a second report is pointed out to the reviewer, another photo is not', async () => {
  await reports(world.officer, OTHER, PHOTO)
  await world.supervisor.says('ตรวจรายงาน R2570-000002')
  await world.supervisor.sees('ไฟล์ที่ 2 เหมือนกับไฟล์ในรายงาน R2570-000001')
  await world.supervisor.doesNotSee('ไฟล์ที่ 1 เหมือน')
  await world.admin.says('ดูรายงาน 2570-1')
  await world.admin.sees('ไฟล์ที่ 1 เหมือนกับไฟล์ในรายงาน R2570-000002')
})

it('not to the officer, who knows, and not when the other was withdrawn', async () => {
  await world.officer.says('ดูรายงาน R2570-000002')
  await world.officer.doesNotSee('เหมือนกับไฟล์')
  await world.officer.says('ยืนยันถอน R2570-000001')
  await world.supervisor.says('ตรวจรายงาน R2570-000002')
  await world.supervisor.doesNotSee('เหมือนกับไฟล์')
})

it('a report that comes back is mended from the push, and its state is seen among the pairs', async () => {
  await world.supervisor.taps('ส่งกลับ')
  for (const said of ['ชื่อกิจกรรมสั้นเกินไป', '2', 'ยืนยัน']) await world.supervisor.says(said)
  await world.passes(1)
  await world.officer.sees('ชื่อกิจกรรมสั้นเกินไป')
  await world.officer.taps('แก้ไขรายงาน')
  await world.officer.sees('ชื่อกิจกรรมคืออะไร')
  await world.officer.says('คู่ของฉัน')
  await world.officer.sees('ส่งกลับให้แก้ไข 1')
  await world.officer.says('แลกเปลี่ยนเยาวชนและครู ประจำปี')
  await world.officer.taps('ยืนยัน')
  await world.officer.says('คู่ของฉัน')
  await world.officer.sees('รอตรวจ 1')
  expect(await reportsIn(world)).toContainEqual(
    expect.objectContaining({ receiptNo: 'R2570-000002', version: 2, review: 'waiting' }),
  )
})

it('the year counts an edited report once and a withdrawn one never; the export tells version and review', async () => {
  await world.admin.says('รับรายงาน R2570-000002')
  await world.admin.says('สรุป ส่งออก')
  await world.admin.sees('จำนวน 1 รายการ')
  const link = /http\S+\/files\/\S+/.exec(await world.admin.reads())?.[0] ?? ''
  const rows = (await (await fetch(link)).text()).trim().split('\r\n')
  expect(rows).toHaveLength(2)
  expect(rows[0]).toMatch(/ฉบับที่,การตรวจ$/)
  expect(rows[1]).toMatch(/^R2570-000002,.*,2,รับแล้ว$/)
})
