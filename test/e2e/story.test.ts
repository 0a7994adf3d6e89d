/** The story that the program exists for, through the page, as somebody at a laptop plays it. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { addDays, dayOf, showDay } from '../../src/thai/index.ts'
import { storyDays } from './support/calendar.ts'
import { drawPhoto } from './support/photo.ts'
import { LAPTOP, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

const today = dayOf(new Date())
const { begins, september, reminder } = storyDays(today)

describe('the story on a laptop', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(LAPTOP)
    if (begins !== today) await page.movesClockTo(begins)
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('a guest asks how a relationship is established and sees the answer with its source', async () => {
    await page.shoot('01-first-sight')
    await page.guest.says('อยากทำเมืองพี่เมืองน้องต้องเริ่มอย่างไร')
    await page.guest.sees('ที่มา')
    await page.shoot('02-guest-asks')
    await page.guest.says('ขั้นตอน')
    await page.guest.sees('สรุปจากเอกสารที่มี')
    await page.shoot('03-steps')
  })

  it('an officer reports with taps and typing, a question in the middle, and photos', async () => {
    const { officer } = page
    await officer.tapsMenu('รายงานกิจกรรม')
    await officer.sees('คู่ใด')
    await page.shoot('04-report-begins')
    await officer.taps('มณฑลยูนนาน')
    await officer.sees('ชื่อกิจกรรม')
    await officer.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
    await officer.sees('อย่างน้อยปีละ')
    await officer.sees('ชื่อกิจกรรมคืออะไร')
    await page.shoot('05-question-in-the-middle')
    await officer.says('แลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน ครั้งที่ ๓')
    await officer.sees('ประเภท')
    await officer.taps('การศึกษา/เยาวชน')
    await officer.sees('วันที่เท่าไร')
    await officer.says('31 ก.ย. 69')
    await officer.sees('เช่น')
    await officer.picks('เลือกวันที่', begins)
    await officer.sees('รูปแบบ')
    await officer.says('๒')
    await officer.sees('สถานที่')
    await officer.says('ศาลากลางจังหวัดเชียงราย')
    await officer.sees('ผลลัพธ์')
    await officer.says('เยาวชน 30 คนได้แลกเปลี่ยนภาษาและวัฒนธรรม และตกลงจะพบกันอีกในปีหน้า')
    await officer.sees('ต้องการเพิ่มรายละเอียด')
    await page.shoot('06-report-under-way')
  })

  it('she adds details, photos among them, checks the review, and gets a receipt', async () => {
    const { officer } = page
    await officer.taps('เพิ่มรายละเอียด')
    await officer.sees('หน่วยงานร่วม')
    await officer.says('มหาวิทยาลัยราชภัฏเชียงราย')
    await officer.sees('ผู้เข้าร่วม')
    await officer.says('๓๐ คน')
    await officer.sees('งบประมาณเท่าไร')
    await officer.says('๕๐,๐๐๐')
    await officer.sees('แหล่งงบประมาณ')
    await officer.taps('งบจังหวัด')
    await officer.sees('อุปสรรค')
    await officer.taps('ไม่มี')
    await officer.sees('แผนต่อไป')
    await officer.taps('ข้าม')
    await officer.sees('แนบภาพ')
    await officer.attaches('เลือกภาพ', [drawPhoto('เปิดงาน.jpg', 210), drawPhoto('พิธีปิด.jpg', 20)])
    await officer.sees('แนบแล้ว 2 ไฟล์')
    await page.shoot('07-photos')
    await officer.taps('เสร็จแล้ว')
    await officer.sees('กรุณาตรวจทาน')
    await officer.sees('50,000 บาท')
    await page.shoot('08-review')
    await officer.taps('ยืนยัน')
    await officer.sees(/R25\d\d-\d+/)
    await page.shoot('09-receipt')
  })

  it('when September comes, the other officer and the supervisor are reminded', async () => {
    await page.movesClockTo(september)
    for (const reminded of [page.otherOfficer, page.supervisor]) {
      await reminded.sees(reminder)
      await reminded.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
    }
    await page.shoot('10-reminded')
  })

  it('the reminder’s button opens the report with the pair filled in', async () => {
    const { otherOfficer } = page
    await otherOfficer.taps('รายงานกิจกรรม')
    await otherOfficer.sees('รับไว้แล้ว')
    await otherOfficer.sees('ชื่อกิจกรรมคืออะไร')
    await page.shoot('11-report-from-reminder')
    await otherOfficer.taps('พักไว้')
    await otherOfficer.sees('พัก')
  })

  it('its other button takes a planned date, which the supervisor sees', async () => {
    const { otherOfficer, supervisor } = page
    const planned = addDays(september, 14)
    await otherOfficer.taps('ระบุวันที่จะจัด')
    await page.dialog.waitFor()
    await page.shoot('12-planned-date-dialog')
    await page.dialog.getByLabel('เลือกวันที่').fill(planned)
    await page.dialog.getByRole('button', { name: 'ตกลง' }).click()
    await otherOfficer.sees(`จะจัดกิจกรรม ${showDay(planned)}`)
    await supervisor.says('คู่ของฉัน')
    await supervisor.sees(showDay(planned))
    await page.shoot('13-planned')
  })

  it('an admin asks for the year and sees the figures', async () => {
    await page.admin.taps('สรุป')
    await page.admin.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
    await page.shoot('14-summary')
  })

  it('the browser had nothing to complain of, and nothing was asked of any other machine', () => {
    page.expectNothingAmiss()
  })
})
