/** The simulator's page in a browser: its phones, its clock, and a watch on what it must never do. */
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type Day, showLongDay } from '../../../src/thai/index.ts'
import { PhoneOnPage } from './phone-on-page.ts'

const SCREENSHOTS = fileURLToPath(new URL('../screenshots/', import.meta.url))

export interface Screen {
  readonly width: number
  readonly height: number
}

export const LAPTOP: Screen = { width: 1440, height: 900 }
/** One chat at a time, under tabs. */
export const HANDSET: Screen = { width: 390, height: 844 }

/** Runs in the page. */
const CUT_OFF = `[document.documentElement, ...document.querySelectorAll('.bubble, .text-bubble, .fx-text, .chip')]
  .filter((element) => element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.className + ': ' + element.innerText.slice(0, 60))`

export async function openSimulatorPage(browser: Browser, origin: string, screen: Screen): Promise<SimulatorPage> {
  const context = await browser.newContext({ viewport: screen, locale: 'th-TH' })
  const opened = new SimulatorPage(await context.newPage(), context)
  await opened.page.goto(`${origin}/simulator`)
  await opened.clock.waitFor()
  return opened
}

export class SimulatorPage {
  readonly page: Page
  /** What the browser complained of. */
  readonly complaints: string[] = []
  /** Requests that left this machine. */
  readonly strayRequests: string[] = []
  readonly #context: BrowserContext

  constructor(page: Page, context: BrowserContext) {
    this.page = page
    this.#context = context
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    context.on('request', (request) => {
      const { protocol, hostname } = new URL(request.url())
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') this.strayRequests.push(request.url())
    })
  }

  get guest(): PhoneOnPage {
    return this.phone('ผู้มาเยือน ตัวอย่าง')
  }

  /** Of เชียงราย. */
  get officer(): PhoneOnPage {
    return this.phone('สมมุติ แดนเหนือ')
  }

  /** Of เชียงใหม่. */
  get otherOfficer(): PhoneOnPage {
    return this.phone('สมมุติ ดอยงาม')
  }

  get supervisor(): PhoneOnPage {
    return this.phone('ตัวอย่าง กำกับดี')
  }

  get admin(): PhoneOnPage {
    return this.phone('ตัวอย่าง ส่วนกลาง')
  }

  #phones = new Map<string, PhoneOnPage>()

  phone(name: string): PhoneOnPage {
    const phone = this.#phones.get(name) ?? new PhoneOnPage(this.page, name)
    this.#phones.set(name, phone)
    return phone
  }

  get clock(): Locator {
    return this.page.getByRole('group', { name: 'วันที่จำลอง' })
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog')
  }

  /** Says that the program cannot be reached. */
  get lostNotice(): Locator {
    return this.page.getByText('ขาดการเชื่อมต่อกับระบบ')
  }

  async addsPhone(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'เพิ่มโทรศัพท์' }).click()
    await this.dialog.getByLabel('ชื่อผู้ใช้').fill(name)
    await this.dialog.getByRole('button', { name: 'เพิ่ม', exact: true }).click()
    await this.phone(name).frame.waitFor()
  }

  /** On a handset: the tab of a phone. */
  tabOf(phone: PhoneOnPage): Locator {
    return this.page.getByRole('navigation').getByRole('button', { name: phone.name })
  }

  async opensTab(phone: PhoneOnPage): Promise<void> {
    await this.tabOf(phone).click()
    await phone.frame.waitFor()
  }

  /** Every line of every chat, as it is read. */
  linesOfAllChats(): Promise<string[]> {
    return this.page.locator('[data-message-id]').allInnerTexts()
  }

  async focusIsOn(locator: Locator): Promise<boolean> {
    return (await locator.and(this.page.locator(':focus')).count()) === 1
  }

  focusIsVisible(): Promise<boolean> {
    return this.page.evaluate<boolean>("getComputedStyle(document.activeElement).outlineStyle !== 'none'")
  }

  /** Moves the clock with the page's own dialog. */
  async movesClockTo(day: Day): Promise<void> {
    await this.page.getByRole('button', { name: 'ไปวันที่…' }).click()
    await this.dialog.getByLabel('เลือกวันที่').fill(day)
    await this.dialog.getByRole('button', { name: 'เลื่อนเวลา' }).click()
    await this.clock.getByText(showLongDay(day)).waitFor()
    await this.clock.getByText('กำลังเลื่อนเวลา').waitFor({ state: 'detached' })
  }

  /** A picture of what the screen shows, for whoever wants to look. */
  async shoot(name: string): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? LAPTOP
    await this.page.mouse.move(0, 0)
    await this.page.screenshot({ path: `${SCREENSHOTS}${name}-${width}x${height}.png`, animations: 'disabled' })
  }

  /** Words that run out of their card or of the screen. */
  async expectNothingCutOff(): Promise<void> {
    expect(await this.page.evaluate(CUT_OFF)).toEqual([])
  }

  expectNothingAmiss(): void {
    expect(this.complaints).toEqual([])
    expect(this.strayRequests).toEqual([])
  }

  close(): Promise<void> {
    return this.#context.close()
  }
}
