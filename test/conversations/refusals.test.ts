/** What people may not do: it is refused with a way on, written down, and changes nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duties } from '../../src/reminders/index.ts'
import { refusalsIn, reportsIn, UP_TO_REVIEW } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** Whether this was written down as refused, and nothing else changed. */
async function isRefused(what: string): Promise<void> {
  expect((await refusalsIn(world)).at(-1)).toBe(what)
  expect(await reportsIn(world)).toEqual([])
  expect((await world.app.store.find(duties, 'byYear', [])).filter(({ plannedOn }) => plannedOn)).toEqual([])
}

describe("a pair of another province (SC105 is เชียงใหม่'s)", () => {
  it.each([
    ['in the line of the command', 'รายงานกิจกรรม เชียงใหม่-ฮอกไกโด 12 พย 69'],
    ['as a typed plan', 'กำหนดจัด SC105 20 ส.ค. 2570'],
  ])('%s', async (_, typed) => {
    const before = (await refusalsIn(world)).length
    await world.officer.says(typed)
    await world.officer.sees('เชียงราย')
    expect(await refusalsIn(world)).toHaveLength(before + 1)
    expect((await refusalsIn(world)).at(-1)).toContain('SC105')
    expect(await reportsIn(world)).toEqual([])
  })

  it('edge 31: behind a forged report button', async () => {
    await world.officer.forges('a=report&pair=SC105')
    await world.officer.sees('เฉพาะคู่ของจังหวัดตนเอง')
    await isRefused('report.begin SC105')
  })

  it('edge 31: behind a forged date picker', async () => {
    await world.officer.forges('a=plan&pair=SC105&fy=2570&date=2027-08-10')
    await world.officer.sees('เชียงราย')
    await isRefused('duty.plan SC105')
  })

  it('typed into the dialog, by id and by name, and put into a button of the running dialog', async () => {
    await world.officer.says('รายงานกิจกรรม')
    const nonce = /n=([^&"]+)/.exec(JSON.stringify(await world.simulator.messagesOf('officer-chiangrai')))?.[1]
    for (const does of [
      () => world.officer.says('SC105'),
      () => world.officer.says('เชียงใหม่ ฮอกไกโด'),
      () => world.officer.forges(`a=d&n=${nonce}&s=pair&v=SC105`),
    ]) {
      const before = (await refusalsIn(world)).length
      await does()
      await world.officer.sees('รายงานกิจกรรมของคู่ใด')
      expect(await refusalsIn(world)).toHaveLength(before + 1)
    }
    await world.officer.says('ยกเลิก')
    expect(await reportsIn(world)).toEqual([])
  })
})

describe('a guest', () => {
  it.each([
    ['a=report&pair=SC101', 'report.begin'],
    ['a=plan&pair=SC101&fy=2570&date=2027-08-10', 'duty.plan SC101'],
    ['a=plan&pair=SC101', 'duty.plan SC101'],
  ])('taps a forged %s', async (data, refused) => {
    await world.guest.forges(data)
    await world.guest.sees('ลงทะเบียน')
    await isRefused(refused)
  })

  it.each(['รายงานกิจกรรม', 'สรุป 2570', 'แก้ไขรายงาน', 'ปีนี้รายงานแล้วกี่คู่'])('types %s', async (typed) => {
    await world.guest.says(typed)
    await world.guest.sees('ลงทะเบียน')
    await world.guest.doesNotSee('คู่ที่ลงนามแล้ว')
  })

  it.each(['a=unknown', 'garbage', 'a=d&n=x&s=pair&v=SC101', 'a=answer&id=../../etc', 'a=steps&from=-5'])(
    'taps a button that never was (%s) and gets a word, not silence',
    async (data) => {
      await world.guest.forges(data)
      expect(await world.guest.reads()).not.toBe('')
      await world.guest.doesNotSee('ระบบขัดข้อง')
    },
  )
})

describe('a supervisor', () => {
  it('does not report, and is told what shows the state of the pairs', async () => {
    await world.supervisor.says('รายงานกิจกรรม')
    await world.supervisor.sees('คู่ของฉัน')
    await world.supervisor.doesNotSee('สรุป')
    await isRefused('report.begin')
  })

  it('does not see the figures of the country, however the question is put', async () => {
    await world.supervisor.says('จังหวัดไหนยังไม่รายงาน')
    await world.supervisor.sees('คู่ของฉัน')
    await isRefused('summary.read')
  })
})

it("an admin does not report either, and another province's report is not withdrawn", async () => {
  await world.admin.says('รายงานกิจกรรม')
  await world.admin.sees('สรุป')
  await isRefused('report.begin')
  await world.officer.says('รายงานกิจกรรม')
  for (const answer of [...UP_TO_REVIEW, 'ยืนยัน']) await world.officer.says(answer)
  await world.otherOfficer.says('ยืนยันถอน R2570-000001')
  await world.otherOfficer.sees('ไม่พบรายงาน')
  expect(await reportsIn(world)).toMatchObject([{ receiptNo: 'R2570-000001', status: 'submitted' }])
  expect((await refusalsIn(world)).at(-1)).toBe('report.withdraw R2570-000001')
})
