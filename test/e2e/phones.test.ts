/** Phones come, block the bot and come back; and the raw side of it all can be read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LAPTOP, type SimulatorPage } from './support/simulator-page.ts'
import { openStage, type Stage } from './support/stage.ts'

const NAME = 'สมชาย ใจดี'

describe('more phones', () => {
  let stage: Stage
  let page: SimulatorPage

  beforeAll(async () => {
    stage = await openStage()
    page = await stage.open(LAPTOP)
  })
  afterAll(async () => {
    await stage?.close()
  })

  it('a new phone is greeted with the privacy notice and the menu', async () => {
    await page.addsPhone(NAME)
    await page.phone(NAME).sees('PDPA')
    await page.phone(NAME).sees('เมนู')
    await page.shoot('50-new-phone')
  })

  it('who blocks the bot can neither write nor read, and is told so', async () => {
    const phone = page.phone(NAME)
    await phone.chooses('บล็อก')
    await phone.frame.getByText('จึงส่งและรับข้อความไม่ได้').waitFor()
    expect(await phone.input.count()).toBe(0)
    await page.shoot('51-blocked')
  })

  it('who follows again is greeted again and can write', async () => {
    const phone = page.phone(NAME)
    await phone.chooses('เลิกบล็อก')
    await phone.sees('เมนู')
    await phone.says('MOU คืออะไร')
    await phone.sees('ที่มา')
  })

  it('the raw data shows signed webhooks and calls to LINE, and no token of either', async () => {
    await page.page.getByRole('button', { name: 'ข้อมูลดิบ' }).click()
    const drawer = page.page.getByRole('complementary', { name: 'ข้อมูลดิบ' })
    await drawer.getByText('POST /v2/bot/message/reply').first().click()
    await drawer.getByText('"messages"').waitFor()
    await drawer.getByText('POST /webhook').first().click()
    await drawer.getByText('"webhookEventId"').waitFor()
    await page.shoot('52-raw-data')
    const raw = await page.page.request.get(new URL('/simulator/api/traffic?limit=500', page.page.url()).href)
    expect(await raw.text()).not.toMatch(/"replyToken":"[^"…]+"|bearer|authorization|signature/i)
  })

  it('it can be narrowed down, and closes on Escape', async () => {
    const drawer = page.page.getByRole('complementary', { name: 'ข้อมูลดิบ' })
    await drawer.getByRole('combobox').selectOption('webhook')
    await drawer.getByText('/v2/bot/').first().waitFor({ state: 'detached' })
    await drawer.getByRole('searchbox').fill('MOU คืออะไร')
    expect(await drawer.getByRole('listitem').count()).toBe(1)
    await page.page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'detached' })
    page.expectNothingAmiss()
  })
})
