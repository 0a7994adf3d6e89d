/** The same on a handset: one chat at a time, under tabs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../src/thai/index.ts'
import { DETAILS, REQUIRED, telling, tells } from '../support/report-talk.ts'
import { storyDays } from './support/calendar.ts'
import { drawPhoto } from './support/photo.ts'
import { HANDSET, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

const today = dayOf(new Date())
const { begins, september, reminder } = storyDays(today)

describe('on a handset', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(HANDSET)
    if (begins !== today) await page.movesClockTo(begins)
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('one phone is seen, and its chat fits', async () => {
    await page.guest.says('อยากทำเมืองพี่เมืองน้องต้องเริ่มอย่างไร')
    await page.guest.sees('ที่มา')
    expect(await page.page.getByRole('region').count()).toBe(1)
    await page.expectNothingCutOff()
    await page.shoot('60-guest')
  })

  it('the officer’s tab opens her chat, where she reports with a photo', async () => {
    const { officer } = page
    await page.opensTab(officer)
    await page.shoot('61-officer')
    await officer.tapsMenu('รายงานกิจกรรม')
    await officer.sees('คู่ใด')
    await page.shoot('62-which-pair')
    await officer.taps('มณฑลยูนนาน')
    await tells(officer, [...telling(REQUIRED.slice(1), { วันที่เท่าไร: 'วันนี้' }), ...DETAILS])
    await officer.sees('แนบภาพ')
    await officer.attaches('ถ่ายภาพ', [drawPhoto('งาน.jpg', 200)])
    await officer.sees('แนบแล้ว 1 ไฟล์')
    // The photo grew when it was loaded, and she still sees the newest line.
    expect(await officer.newerBelow.count()).toBe(0)
    await page.shoot('63-photo')
    await officer.taps('เสร็จแล้ว')
    await officer.sees('กรุณาตรวจทาน')
    await page.expectNothingCutOff()
    await page.shoot('64-review')
    await officer.taps('ยืนยัน')
    await officer.sees(/R25\d\d-\d+/)
    await page.shoot('65-receipt')
  })

  it('the clock’s dialog fits, and the tabs show who has something new', async () => {
    await page.page.getByRole('button', { name: 'ไปวันที่…' }).click()
    await page.shoot('66-clock-dialog')
    await page.page.keyboard.press('Escape')
    await page.movesClockTo(september)
    await page
      .tabOf(page.otherOfficer)
      .getByLabel(/ข้อความใหม่ \d+ ข้อความ/)
      .waitFor()
    await page.shoot('67-unread')
  })

  it('the reminder, the planned date and the summary are read and tapped', async () => {
    await page.opensTab(page.otherOfficer)
    await page.otherOfficer.sees(reminder)
    await page.expectNothingCutOff()
    await page.shoot('68-reminder')
    await page.otherOfficer.picks('ระบุวันที่จะจัด')
    await page.otherOfficer.sees('บันทึกแล้ว')
    await page.opensTab(page.supervisor)
    await page.supervisor.sees(reminder)
    await page.shoot('69-supervisor')
    await page.opensTab(page.admin)
    await page.admin.taps('สรุป')
    await page.admin.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
    await page.expectNothingCutOff()
    await page.shoot('70-summary')
  })

  it('the raw data fits the screen', async () => {
    await page.page.getByRole('button', { name: 'ข้อมูลดิบ' }).click()
    await page.page.getByText('POST /v2/bot/message/push').first().click()
    await page.page.getByText('"to"').first().waitFor()
    await page.shoot('71-raw-data')
    page.expectNothingAmiss()
  })
})
