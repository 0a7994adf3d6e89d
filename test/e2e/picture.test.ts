/** The README's picture: five phones after the clock was moved to September. Copy it from the screenshots to docs/simulator.png. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { dayOf } from '../../src/thai/index.ts'
import { storyDays } from './support/calendar.ts'
import type { PhoneOnPage } from './support/phone-on-page.ts'
import type { SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

const today = dayOf(new Date())
const { begins, september, reminder } = storyDays(today)

describe('the picture in the README', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open({ width: 1600, height: 1000 })
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('shows an answer with its source, a report under way, reminders, and the year’s figures', async () => {
    if (begins !== today) await page.movesClockTo(begins)
    await reports(page.officer, 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน ครั้งที่ 3', 'การศึกษา/เยาวชน')
    await reports(page.otherOfficer, 'เซี่ยงไฮ้', 'สัปดาห์อาหารล้านนา', 'วัฒนธรรม/กีฬา')
    await reports(page.otherOfficer, 'ฮอกไกโด', 'จับคู่ธุรกิจกาแฟ', 'การค้า/ธุรกิจ')
    await page.movesClockTo(september)
    for (const reminded of [page.officer, page.otherOfficer, page.supervisor]) {
      await reminded.sees(reminder)
    }
    await page.officer.taps('รายงานกิจกรรม')
    await page.officer.sees('รับไว้แล้ว')
    await page.officer.says('ประชุมเครือข่ายท่องเที่ยวลุ่มน้ำโขง')
    await page.officer.sees('ประเภทใด')
    await page.guest.says('ต้องจัดกิจกรรมกับคู่ปีละกี่ครั้ง')
    await page.guest.sees('ที่มา')
    await page.admin.taps('สรุป')
    await page.admin.sees('ยังไม่พบรายงาน')
    for (const phone of [page.otherOfficer, page.supervisor, page.admin]) await phone.looksAtTopOfLast()
    await page.shoot('readme')
  })
})

async function reports(officer: PhoneOnPage, partner: string, title: string, kind: string): Promise<void> {
  await officer.says('รายงานกิจกรรม')
  await officer.sees('คู่ใด')
  await officer.says(partner)
  await officer.sees('ชื่อกิจกรรมคืออะไร')
  await officer.says(title)
  await officer.sees('ประเภทใด')
  await officer.taps(kind)
  await officer.sees('วันที่เท่าไร')
  await officer.says('วันนี้')
  await officer.sees('รูปแบบ')
  await officer.taps('ไปเยือน')
  await officer.sees('สถานที่')
  await officer.says('สำนักงานจังหวัด')
  await officer.sees('ผลลัพธ์')
  await officer.says('ตกลงจะจัดด้วยกันทุกปี')
  await officer.sees('ต้องการเพิ่มรายละเอียด')
  await officer.taps('ไม่เพิ่ม')
  await officer.sees('กรุณาตรวจทาน')
  await officer.taps('ยืนยัน')
  await officer.sees(/R25\d\d-\d+/)
}
