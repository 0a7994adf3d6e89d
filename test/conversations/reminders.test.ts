/** Who is reminded of what as the year goes by, and what makes it stop. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeInvitation } from '../../src/people/index.ts'
import { UP_TO_REVIEW } from '../support/records.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const REMINDER = 'ยังไม่พบรายงานกิจกรรมในระบบ'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function colleague(): Promise<PhoneDriver> {
  const wanted = { role: 'officer', provinces: ['เชียงราย'], now: world.simulator.clock.now() }
  const { code } = await makeInvitation(world.app.store, wanted)
  const person = await world.newGuest('เพื่อนร่วมงาน')
  for (const said of [`ลงทะเบียน ${code}`, 'ยินยอม', 'มานี ใจดี', 'นักวิเคราะห์', 'ยืนยัน']) await person.says(said)
  return person
}

it('who has blocked the bot gets nothing, the supervisor is told so, and the admin sees whom nobody reaches', async () => {
  const unreached = async () => {
    await world.admin.says('สรุป')
    return Number(/ในจำนวนนี้ (\d+) คู่ยังไม่มีเจ้าหน้าที่/.exec(await world.admin.reads())?.[1])
  }
  const before = await unreached()
  await world.otherOfficer.blocks()
  await world.moveTo('2027-04-01')
  expect(await world.otherOfficer.reads()).not.toContain(REMINDER)
  await world.officer.sees(REMINDER)
  await world.moveTo('2027-08-16')
  await world.supervisor.sees('ปิดรับข้อความ')
  expect(await unreached()).toBeGreaterThan(before)
})

it('a reminder that is due stops when a colleague has reported', async () => {
  const manee = await colleague()
  for (const said of ['รายงานกิจกรรม', ...UP_TO_REVIEW, 'ยืนยัน']) await manee.says(said)
  await manee.sees('R2570-000001')
  await manee.says('เมนู')
  await world.officer.says('เมนู')
  await world.moveTo('2027-04-01')
  await world.officer.sees('เชียงราย – เชียงรุ่ง')
  await world.officer.doesNotSee('เชียงราย – มณฑลยูนนาน')
  await manee.doesNotSee('เชียงราย – มณฑลยูนนาน')
})

it('a planned date keeps the officer in peace until it has passed, and the supervisor sees it', async () => {
  await world.officer.says('กำหนดจัด SC101 20 ส.ค. 2570')
  await world.officer.sees('ระบบจะไม่เตือนท่าน')
  await world.officer.says('เมนู')
  await world.moveTo('2027-07-01')
  await world.officer.sees('เชียงราย – เชียงรุ่ง')
  await world.officer.doesNotSee('เชียงราย – มณฑลยูนนาน')
  await world.moveTo('2027-08-16')
  await world.supervisor.sees('แจ้งกำหนดจัด 20 ส.ค. 2570')
  await world.officer.says('เมนู')
  await world.moveTo('2027-09-01')
  await world.officer.sees('เชียงราย – มณฑลยูนนาน')
})

it('a plan may name its pair; a name that is not awaited is asked about, never taken for another', async () => {
  for (const said of ['กำหนดจัดฮอกไกโด ๒๐ สค ๗๐', 'แจ้งกำหนดจัดของคู่ฮอกไกโด วันที่ 20 ส.ค. 70 ครับ']) {
    await world.otherOfficer.says(said)
    await world.otherOfficer.sees('เชียงใหม่ – ฮอกไกโด จะจัดกิจกรรม 20 ส.ค. 2570')
  }
  await world.officer.says('กำหนดจัดบ่อแก้ว 20 ส.ค. 70')
  await world.officer.sees('ของคู่ใด')
  await world.officer.doesNotSee('บันทึกแล้ว')
})

it('a machine that was down for months sends one message, and the button in it opens the report', async () => {
  await world.officer.says('เมนู')
  const before = await world.officer.countOfBot()
  await world.moveTo('2027-09-10')
  expect(await world.officer.countOfBot()).toBe(before + 1)
  await world.officer.forges('a=report&pair=SC101')
  await world.officer.sees('เชียงราย – มณฑลยูนนาน')
  await world.officer.sees('ชื่อกิจกรรมคืออะไร')
})

it('once the year is over nobody is asked for a date that can no longer come', async () => {
  await world.officer.says('เมนู')
  await world.moveTo('2027-10-15')
  await world.officer.sees('รายงานย้อนหลัง')
  await world.officer.doesNotSee('โปรดระบุวันที่จะจัด')
})
