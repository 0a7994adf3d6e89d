/** What people type is text, wherever it is shown, whatever it looks like. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAPTOP, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(2)><u>ขีดเส้นใต้</u>'
const NAME = '<img src=x onerror=alert(3)> สมศรี'

describe('markup in what people type', () => {
  let stage: Stage
  let page: SimulatorPage
  const alerts: string[] = []

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(LAPTOP)
    page.page.on('dialog', (dialog) => {
      alerts.push(dialog.message())
      void dialog.dismiss()
    })
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('a phone can be called so, and its owner can register so', async () => {
    await page.addsPhone(NAME)
    const phone = page.phone(NAME)
    await phone.sees('เมนู')
    await phone.says(`ลงทะเบียน ${await stage.invite('officer', 'เชียงใหม่')}`)
    await phone.sees('ยินยอม')
    await phone.says('ยินยอม')
    await phone.sees('ชื่อ')
    await phone.says(NAME)
    await phone.sees('ตำแหน่ง')
    await phone.says(MARKUP)
    await phone.sees('กรุณาตรวจทาน')
    await phone.taps('ยืนยัน')
    await phone.sees('ลงทะเบียนเรียบร้อย')
    await phone.sees(NAME)
  })

  it('an activity can be called so, in the question, the review and the receipt', async () => {
    const { officer } = page
    await officer.says('รายงานกิจกรรม')
    await officer.sees('คู่ใด')
    await officer.taps('มณฑลยูนนาน')
    await officer.sees('ชื่อกิจกรรมคืออะไร')
    await officer.says(MARKUP)
    await officer.sees('ประเภทใด')
    for (const [answer, next] of ANSWERS) {
      await officer.says(answer)
      await officer.sees(next)
    }
    await officer.sees(MARKUP)
    await officer.taps('ยืนยัน')
    await officer.sees(/R25\d\d-\d+/)
    await officer.sees(MARKUP)
    await page.shoot('30-markup-is-text')
  })

  it('none of it became an element or ran', async () => {
    expect(await page.page.locator('main').locator('script, u, img[src="x"], [onerror]').count()).toBe(0)
    expect(alerts).toEqual([])
    page.expectNothingAmiss()
  })
})

/** The rest of the report by typing alone: each answer, and what is seen then. */
const ANSWERS = [
  ['4', 'วันที่เท่าไร'],
  ['วันนี้', 'รูปแบบ'],
  ['1', 'สถานที่'],
  ['<b>คุนหมิง</b>', 'ผลลัพธ์'],
  ['ได้แลกเปลี่ยนกัน', 'ต้องการเพิ่มรายละเอียด'],
  ['ข้าม', 'กรุณาตรวจทาน'],
] as const
