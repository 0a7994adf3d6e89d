/** The program is killed in the middle of a conversation, and comes back while the page stays open. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAPTOP, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

describe('kill -9 in the middle of a report', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(LAPTOP)
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('the page says that it lost the program, and finds it again by itself', async () => {
    await page.page.getByRole('button', { name: '+7 วัน' }).click()
    await page.officer.says('รายงานกิจกรรม')
    await page.officer.sees('คู่ใด')
    await page.officer.taps('มณฑลยูนนาน')
    await page.officer.sees('ชื่อกิจกรรมคืออะไร')
    const before = await lookOf(page)

    await stage.kill()
    await page.lostNotice.waitFor()
    await page.shoot('20-program-gone')
    await stage.start()
    await page.lostNotice.waitFor({ state: 'detached' })

    expect(await lookOf(page)).toEqual(before)
  })

  it('what was on its way is answered once, and the dialog goes on', async () => {
    const { officer } = page
    await officer.says('แลกเปลี่ยนเยาวชน ครั้งที่ ๓')
    await officer.chat.getByText('แลกเปลี่ยนเยาวชน ครั้งที่ ๓', { exact: true }).waitFor()
    await stage.kill()
    await page.lostNotice.waitFor()
    await stage.start()
    await page.lostNotice.waitFor({ state: 'detached' })

    await officer.sees('ประเภทใด')
    await officer.taps('การศึกษา/เยาวชน')
    await officer.sees('วันที่เท่าไร')
    expect(await officer.chat.getByText('กิจกรรมเป็นประเภทใด').count()).toBe(1)
  })

  it('a page that is opened now shows the same', async () => {
    const before = await lookOf(page)
    const other = await stage.open(LAPTOP)
    expect(await lookOf(other)).toEqual(before)
    other.expectNothingAmiss()
    await other.close()
  })
})

/** The day, and every line of every chat. */
async function lookOf(page: SimulatorPage): Promise<string[]> {
  return [
    String(await page.clock.locator('strong').textContent()).replace(/\d\d:\d\d.*/, ''),
    ...(await page.linesOfAllChats()),
  ]
}
