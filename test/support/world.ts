/**
 * The whole program in a test: started as `npm start` starts it, on a store of its own, with the simulator's LINE in
 * between. People talk to it through their phones, so a test reads like the chat.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type App, startApp } from '../../src/app.ts'
import { ManualClock } from '../../src/clock.ts'
import { readConfig } from '../../src/config.ts'
import { createLog } from '../../src/log.ts'
import type { ChatMessage, Simulator } from '../../src/simulator/index.ts'
import { dayOf } from '../../src/thai/index.ts'
import { readableText, tappable } from './readable.ts'

export interface World {
  readonly app: App
  readonly simulator: Simulator
  readonly guest: PhoneDriver
  /** Of เชียงราย. */
  readonly officer: PhoneDriver
  /** Of เชียงใหม่. */
  readonly otherOfficer: PhoneDriver
  readonly supervisor: PhoneDriver
  readonly admin: PhoneDriver
  phone(id: string): PhoneDriver
  newGuest(name: string): Promise<PhoneDriver>
  /** Moves the simulator's clock to the morning of a day. */
  moveTo(day: string): Promise<void>
  /** Time passes, and what is due is taken up. */
  passes(seconds: number): Promise<void>
  /** Where its store is, unless that is a MongoDB. */
  readonly sqliteFile: string
  /** What was logged, where the world keeps it: one JSON object a line. */
  logged(): readonly Readonly<Record<string, unknown>>[]
  /** Stops the program and starts it again on the same store. */
  restart(): Promise<void>
  close(): Promise<void>
}

export interface WorldOptions {
  /** When the story begins; the clock stands still until it is moved. */
  readonly startsAt?: string
  /** A MongoDB database instead of the SQLite file of the world's own folder. */
  readonly mongodbUri?: string
  /** How long one call to LINE may take. */
  readonly lineTimeoutMs?: number
  /** For `logged`. */
  readonly keepsLog?: boolean
}

export async function openWorld({ startsAt = '2026-11-19T03:00:00Z', ...options }: WorldOptions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'sistercity-'))
  const clock = new ManualClock(startsAt)
  const mongo = options.mongodbUri ? { MONGODB_URI: options.mongodbUri, SIMULATOR: '1' } : {}
  const config = readConfig({ PORT: '0', DATA_DIR: folder, LOG_LEVEL: 'error', ...mongo })
  const lines: Record<string, unknown>[] = []
  const log = options.keepsLog
    ? createLog('debug', { write: (line) => void lines.push(JSON.parse(line)) })
    : createLog(process.env.TEST_LOG ?? 'silent')
  const { lineTimeoutMs } = options
  let app = await startApp(config, { log, clock, lineTimeoutMs })

  function simulator(): Simulator {
    if (!app.simulator) throw new Error('the world is not in simulator mode')
    return app.simulator
  }
  const phone = (id: string) => new PhoneDriver(id, simulator, () => app.idle(), clock)
  return {
    get app() {
      return app
    },
    get simulator() {
      return simulator()
    },
    guest: phone('guest'),
    officer: phone('officer-chiangrai'),
    otherOfficer: phone('officer-chiangmai'),
    supervisor: phone('supervisor'),
    admin: phone('admin'),
    phone,
    async newGuest(name) {
      const added = await simulator().addPhone(name)
      await app.idle()
      return phone(added.id)
    },
    async moveTo(day) {
      await simulator().moveClock({ to: day })
      await app.idle()
    },
    async passes(seconds) {
      clock.forward(seconds * 1_000)
      // A move to the day that it is moves nothing, and takes up what is due.
      await simulator().moveClock({ to: dayOf(simulator().clock.now()) })
      await app.idle()
    },
    sqliteFile: config.sqliteFile,
    logged: () => lines,
    async restart() {
      await app.stop()
      app = await startApp(config, { log, clock, lineTimeoutMs })
    },
    async close() {
      await app.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** One person's phone. `sees` and `says` are about what came since that person last did something. */
export class PhoneDriver {
  readonly id: string
  readonly #simulator: () => Simulator
  readonly #idle: () => Promise<void>
  readonly #clock: ManualClock
  #seen = 0

  constructor(id: string, simulator: () => Simulator, idle: () => Promise<void>, clock: ManualClock) {
    this.id = id
    this.#simulator = simulator
    this.#idle = idle
    this.#clock = clock
  }

  says(text: string): Promise<void> {
    return this.#does((hands) => hands.say(text))
  }

  /** Taps the button with that label in what the bot said last: a quick reply, or a button of a card. */
  async taps(label: string): Promise<void> {
    const button = await this.#button(label)
    if ('text' in button) return this.says(button.text)
    return this.#does((hands) => hands.tap(button.data, button.displayText))
  }

  /** Picks a day in the date picker behind that button. */
  async picks(label: string, day: string): Promise<void> {
    const button = await this.#button(label)
    if (!('data' in button)) throw new Error(`${label} has no date picker`)
    return this.#does((hands) => hands.pick(button.data, day))
  }

  sendsPhoto(bytes: Uint8Array): Promise<void> {
    return this.#does((hands) => hands.sendPhoto(bytes))
  }

  /** Does both before either has arrived, as an impatient thumb does. */
  async tapsTwice(label: string): Promise<void> {
    const button = await this.#button(label)
    return this.#does(async (hands) => {
      const tap = () => ('text' in button ? hands.say(button.text) : hands.tap(button.data, button.displayText))
      await tap()
      await tap()
    })
  }

  /** Takes back what was said or sent last. */
  async unsendsLast(): Promise<void> {
    const messages = await this.#simulator().messagesOf(this.id)
    const last = messages.findLast((message) => message.from === 'user')
    if (!last) throw new Error(`${this.id} has said nothing yet`)
    return this.#does((hands) => hands.unsend(last.id))
  }

  /** LINE's id of what was said or sent last. */
  async lastMessageId(): Promise<string | undefined> {
    return (await this.#simulator().messagesOf(this.id)).findLast((message) => message.from === 'user')?.id
  }

  sendsSticker(): Promise<void> {
    return this.#does((hands) => hands.sendSticker())
  }

  /** Sends any postback data, as a forged or an old button would. */
  forges(data: string): Promise<void> {
    return this.#does((hands) => hands.tap(data))
  }

  blocks(): Promise<void> {
    return this.#does((hands) => hands.block())
  }

  follows(): Promise<void> {
    return this.#does((hands) => hands.follow())
  }

  /** All that the bot said to this person since they last did something, as a person can read it. */
  async reads(): Promise<string> {
    return (await this.#fresh()).map((message) => readableText(message.message)).join('\n')
  }

  async sees(expected: string | RegExp): Promise<void> {
    const text = await this.reads()
    if (typeof expected === 'string') expect(text).toContain(expected)
    else expect(text).toMatch(expected)
  }

  async seesNothing(): Promise<void> {
    expect(await this.reads()).toBe('')
  }

  async doesNotSee(unexpected: string | RegExp): Promise<void> {
    const text = await this.reads()
    if (typeof unexpected === 'string') expect(text).not.toContain(unexpected)
    else expect(text).not.toMatch(unexpected)
  }

  /** How many messages of the bot are in the chat. */
  async countOfBot(): Promise<number> {
    return (await this.#ofBot()).length
  }

  async #does(act: (hands: ReturnType<Simulator['phone']>) => Promise<unknown>): Promise<void> {
    this.#seen = await this.countOfBot()
    // Two things that one person does never happen in the same instant.
    this.#clock.forward(1_000)
    await act(this.#simulator().phone(this.id))
    await this.#idle()
  }

  async #button(label: string) {
    const shown = await this.#ofBot()
    for (const message of shown.toReversed()) {
      const button = tappable(message.message).find((each) => each.label === label)
      if (button) return button.action
    }
    throw new Error(`no button "${label}" in sight of ${this.id}`)
  }

  async #ofBot(): Promise<ChatMessage[]> {
    return (await this.#simulator().messagesOf(this.id)).filter((message) => message.from === 'bot')
  }

  async #fresh(): Promise<ChatMessage[]> {
    return (await this.#ofBot()).slice(this.#seen)
  }
}
