/** One person's phone on the page. `sees` and `taps` are about what came since that person last did something. */
import type { Locator, Page } from 'playwright-core'
import { until } from '../../support/until.ts'

export class PhoneOnPage {
  readonly name: string
  readonly frame: Locator
  readonly #page: Page
  #seen = 0

  constructor(page: Page, name: string) {
    this.#page = page
    this.name = name
    this.frame = page.getByRole('region', { name: `โทรศัพท์ของ ${name}` })
  }

  get chat(): Locator {
    return this.frame.getByRole('log')
  }

  get input(): Locator {
    return this.frame.getByRole('textbox', { name: 'พิมพ์ข้อความถึงบอท' })
  }

  /** Offered to who has scrolled up. */
  get newerBelow(): Locator {
    return this.frame.getByRole('button', { name: 'ข้อความใหม่' })
  }

  async says(text: string): Promise<void> {
    await this.#remember()
    await this.input.fill(text)
    await this.input.press('Enter')
  }

  /** Taps a quick reply or a button of a card. */
  async taps(label: string): Promise<void> {
    await this.#remember()
    await this.button(label).click()
  }

  /** The same with the keyboard. */
  async presses(label: string): Promise<void> {
    await this.#remember()
    await this.button(label).focus()
    await this.#page.keyboard.press('Enter')
  }

  /** Taps an entry of the menu behind the three dots. */
  async chooses(entry: string): Promise<void> {
    await this.#remember()
    await this.frame.getByLabel(/^ตัวเลือกของ/).click()
    await this.frame.getByRole('button', { name: entry, exact: true }).first().click()
  }

  /** Taps a field of the rich menu. */
  async tapsMenu(label: string): Promise<void> {
    await this.#remember()
    const field = this.frame.locator('.rich-menu-picture').getByRole('button', { name: label })
    if (!(await field.isVisible())) await this.frame.getByRole('button', { name: /^เปิด/ }).click()
    await field.click()
  }

  /** Picks a day in the date picker behind a button; without a day, the one that the picker offers. */
  async picks(label: string, day?: string): Promise<void> {
    await this.taps(label)
    const dialog = this.#page.getByRole('dialog')
    if (day) await dialog.getByLabel('เลือกวันที่').fill(day)
    await dialog.getByRole('button', { name: 'ตกลง' }).click()
  }

  /** Attaches files through the file chooser behind a button. */
  async attaches(label: string, files: readonly { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    const chooser = this.#page.waitForEvent('filechooser')
    await this.taps(label)
    await (await chooser).setFiles([...files])
  }

  button(label: string): Locator {
    return this.chat.getByRole('button', { name: label, exact: true }).last()
  }

  async sees(expected: string | RegExp): Promise<void> {
    let shown = ''
    const isThere = async () => {
      shown = await this.reads()
      return typeof expected === 'string' ? shown.includes(expected) : expected.test(shown)
    }
    await until(`${this.name} sees ${expected}`, isThere).catch((error: Error) => {
      throw new Error(`${error.message}; the phone shows: ${shown}`)
    })
  }

  /** All that the bot said since this person last did something. */
  async reads(): Promise<string> {
    return (await this.#messages().allInnerTexts()).slice(this.#seen).join('\n')
  }

  /** Scrolls up to where the bot's last message begins. */
  async looksAtTopOfLast(): Promise<void> {
    await this.#messages()
      .last()
      .evaluate((message) => message.scrollIntoView({ block: 'start' }))
  }

  countOfBot(): Promise<number> {
    return this.#messages().count()
  }

  async #remember(): Promise<void> {
    this.#seen = await this.countOfBot()
  }

  #messages(): Locator {
    return this.chat.locator('.from-bot[data-message-id]')
  }
}
