/** A report with photos comes back and is mended, on a handset: the cards of reviewers and officers fit and can be tapped. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { DETAILS, REQUIRED, telling, tells } from '../support/report-talk.ts'
import { drawPhoto } from './support/photo.ts'
import { HANDSET, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

const TITLE = 'โครงการแลกเปลี่ยนเยาวชนและบุคลากรทางการศึกษาระหว่างจังหวัดเชียงรายกับมณฑลยูนนานเนื่องในโอกาสครบรอบความสัมพันธ์ทางการทูต'
const REASON = 'จำนวนผู้เข้าร่วมไม่ตรงกับภาพถ่าย กรุณาตรวจสอบกับสำนักงานวัฒนธรรมจังหวัดแล้วแก้ไขให้ถูกต้อง'
const PHOTOS = [200, 30, 120, 300].map((hue, index) => drawPhoto(`งาน${index + 1}.jpg`, hue))

describe('a review on a handset', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(HANDSET)
  })
  afterAll(async () => {
    await stage?.close()
  })

  const looks = async (name: string) => {
    await page.expectNothingCutOff()
    await page.shoot(name)
  }

  it('the officer files a report with four photos', async () => {
    const { officer } = page
    await page.opensTab(officer)
    await officer.says('รายงานกิจกรรม')
    await tells(officer, [...telling(REQUIRED, { ชื่อกิจกรรมคืออะไร: TITLE, วันที่เท่าไร: 'วันนี้' }), ...DETAILS])
    await officer.sees('แนบภาพ')
    await officer.attaches('ถ่ายภาพ', PHOTOS)
    await officer.sees('แนบแล้ว 4 ไฟล์')
    await officer.taps('เสร็จแล้ว')
    await officer.sees('กรุณาตรวจทาน')
    await looks('80-review')
    await officer.taps('ยืนยัน')
    await officer.sees(/R25\d\d-\d+/)
    await looks('81-receipt')
    await officer.says('รายงานของฉัน')
    await officer.sees('รอตรวจ')
    await looks('82-own-reports')
  })

  it('the supervisor opens it from the list, sees the photos, and returns it', async () => {
    const { supervisor } = page
    await page.opensTab(supervisor)
    await supervisor.says('รายงานรอตรวจ')
    await supervisor.sees('รอตรวจ 1 รายการ')
    await looks('83-waiting')
    await supervisor.says('1')
    await supervisor.sees('ส่งกลับ')
    await supervisor.looksAtTopOfLast()
    await looks('84-report')
    await supervisor.taps('ส่งกลับ')
    await supervisor.sees('เพราะอะไร')
    await supervisor.says(REASON)
    await supervisor.sees('ข้อใดที่ต้องแก้')
    await looks('85-which-item')
    await supervisor.says('๙')
    await supervisor.sees('กรุณาตรวจทาน')
    await looks('86-return-review')
    await supervisor.taps('ยืนยัน')
    await supervisor.sees('แจ้ง')
    await looks('87-returned')
  })

  it('the officer mends it from the notice', async () => {
    const { officer } = page
    await page.opensTab(officer)
    await officer.sees('ส่งกลับให้แก้ไข')
    await looks('88-notice')
    await officer.taps('แก้ไขรายงาน')
    await officer.sees('ผู้เข้าร่วม')
    await looks('89-step-to-mend')
    await officer.says('๔๕ คน')
    await officer.sees('กรุณาตรวจทาน')
    await officer.taps('ยืนยัน')
    await officer.sees('บันทึกฉบับใหม่')
    await looks('90-mended')
  })

  it('the admin accepts it; its history tells all of it', async () => {
    const { admin } = page
    await page.opensTab(admin)
    await admin.says('รายงานรอตรวจ')
    await admin.sees('รอตรวจ 1 รายการ')
    await admin.says('๑')
    await admin.sees('ฉบับที่ 2')
    await admin.taps('รับรายงาน')
    await admin.sees('ไม่มีรายงานรอตรวจแล้ว')
    await looks('91-accepted')
    page.expectNothingAmiss()
  })
})
