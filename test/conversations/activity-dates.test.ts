/** The day of an activity, as officers type it into a report: what is not certain is asked, and what follows from it is said. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { duties } from '../../src/reminders/index.ts'
import { newOfficer, reportsIn } from '../support/records.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** An officer who has answered up to the question for the day. */
async function atTheDate(name: string): Promise<PhoneDriver> {
  const officer = await newOfficer(world, name)
  for (const said of ['รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', '4']) await officer.says(said)
  await officer.sees('จัดกิจกรรมวันที่เท่าไร')
  return officer
}

const REST = ['1', 'คุนหมิง', 'เยาวชนได้เรียนรู้กัน', 'ไม่เพิ่ม']

describe('an activity over 30 September', () => {
  it('counts by its first day, and says so at once, in the review and on the receipt', async () => {
    const officer = await atTheDate('ผู้จัดปลายปี')
    await officer.says('28 กย - 3 ตค 69')
    await officer.sees('28 ก.ย. – 3 ต.ค. 2569 คาบเกี่ยวสองปีงบประมาณ ระบบนับตามวันแรก: ปีงบประมาณ 2569')
    for (const said of REST) await officer.says(said)
    await officer.sees('ระบบนับตามวันแรก: ปีงบประมาณ 2569')
    await officer.says('ยืนยัน')
    await officer.sees('R2569-000001')
    await officer.sees('สำหรับปีงบประมาณ 2569')
    expect((await reportsIn(world)).at(-1)).toMatchObject({
      startsOn: '2026-09-28',
      endsOn: '2026-10-03',
      fiscalYear: 2569,
    })
  })

  it('leaves the year of its last day without a report', async () => {
    expect(await world.app.store.find(duties, 'byYear', [2570])).not.toContainEqual(
      expect.objectContaining({ pairId: 'SC101', status: 'reported' }),
    )
    await world.officer.says('คู่ของฉัน')
    await world.officer.sees('เชียงราย – มณฑลยูนนาน: ยังไม่พบรายงาน')
  })

  it('counts the same when it is told in the first line', async () => {
    await world.officer.says('รายงานกิจกรรม เชียงราย-ยูนนาน 30 ก.ย.-1 ต.ค. 69 แลกเปลี่ยนเยาวชน 30 คน')
    await world.officer.sees('30 ก.ย. – 1 ต.ค. 2569 (ปีงบประมาณ 2569)')
    await world.officer.says('ยกเลิก')
  })
})

describe('a day that may be several', () => {
  it.each([
    ['12/11/26', '12 พ.ย. 2569 หรือ 12 พ.ย. 2526'],
    ['30 ก.ย.', '30 ก.ย. 2569 หรือ 30 ก.ย. 2570'],
    ['ต้นเดือนหน้า', 'กรุณาระบุวันที่ให้ชัดเจน'],
    ['31 กุมภา', 'ไม่มีวันที่'],
    ['วันศุกร์ที่ 12 พ.ย. 69', 'เป็นวันพฤหัสบดี'],
  ])('%s is asked back with an example, and the answer goes on', async (typed, says) => {
    const officer = await atTheDate(`ผู้พิมพ์ ${typed}`)
    await officer.says(typed)
    await officer.sees(says)
    await officer.sees('เช่น')
    await officer.sees('จัดกิจกรรมวันที่เท่าไร')
    await officer.says('สิบสองพฤศจิกา 69')
    await officer.sees('12 พ.ย. 2569 นับเป็นปีงบประมาณ 2570')
  })
})
