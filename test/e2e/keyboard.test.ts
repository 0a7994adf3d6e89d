/** Somebody who has no mouse, or cannot see the screen, gets along. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HANDSET, LAPTOP, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

/** Roles that say nothing without a name; a line of Playwright's aria snapshot ends with it in quotes. */
const NAMELESS = /^\s*- (?:button|link|textbox|searchbox|combobox|img|region|log|dialog|navigation)(?! ")\b.*$/gm

describe('without a mouse', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(LAPTOP)
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('Tab reaches the text field, Enter sends, and it is always seen where one is', async () => {
    const { guest } = page
    await guest.sees('เมนู')
    for (let steps = 0; !(await page.focusIsOn(guest.input)); steps++) {
      expect(steps, 'Tabs until the text field').toBeLessThan(40)
      await page.page.keyboard.press('Tab')
      expect(await page.focusIsVisible()).toBe(true)
    }
    await page.page.keyboard.type('ต้องจัดกิจกรรมกับคู่ปีละกี่ครั้ง')
    await page.page.keyboard.press('Enter')
    await guest.sees('ที่มา')
    expect(await guest.input.inputValue()).toBe('')
    await page.shoot('40-keyboard')
  })

  it('Shift+Enter begins a new line instead', async () => {
    const { guest } = page
    await guest.input.focus()
    await page.page.keyboard.type('บรรทัดแรก')
    await page.page.keyboard.press('Shift+Enter')
    await page.page.keyboard.type('บรรทัดสอง')
    expect(await guest.input.inputValue()).toBe('บรรทัดแรก\nบรรทัดสอง')
    await guest.input.fill('')
  })

  it('a card’s button and a quick reply can be pressed', async () => {
    const { officer } = page
    await officer.presses('รายงานกิจกรรม')
    await officer.sees('คู่ใด')
    await officer.presses('มณฑลยูนนาน')
    await officer.sees('ชื่อกิจกรรมคืออะไร')
  })

  it('a dialog takes the focus, closes on Escape, and gives it back', async () => {
    const opener = page.page.getByRole('button', { name: 'ไปวันที่…' })
    await opener.focus()
    await page.page.keyboard.press('Enter')
    await page.dialog.waitFor()
    expect(await page.dialog.locator(':focus').count()).toBe(1)
    await page.page.keyboard.press('Escape')
    await page.dialog.waitFor({ state: 'detached' })
    expect(await page.focusIsOn(opener)).toBe(true)
  })

  it.each([
    ['a laptop', LAPTOP],
    ['a handset', HANDSET],
  ])('on %s every control has a name, and chats, fields and regions are there as such', async (_, screen) => {
    const other = await stage.open(screen)
    await other.page.getByRole('button', { name: 'ข้อมูลดิบ' }).click()
    const tree = await other.page.locator('body').ariaSnapshot()
    expect(tree.match(NAMELESS)).toBeNull()
    for (const role of ['banner', 'main', 'region', 'log', 'textbox', 'complementary'])
      expect(tree).toContain(`- ${role}`)
    other.expectNothingAmiss()
    await other.close()
  })
})
