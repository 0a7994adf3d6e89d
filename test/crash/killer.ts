/**
 * Kills the bot with SIGKILL, again and again: at any time, or at one of the moments at which a program that is careless
 * about its order of work loses or doubles something. Then starts it again at once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Bot } from './bot.ts'
import type { Random } from './random.ts'

const MOMENTS = [
  'at any time',
  'it is starting',
  'a webhook is being stored',
  'a webhook was acknowledged',
  'an acknowledgement is lost',
  'an answer is lost on its way',
  'an answer was accepted',
] as const
export type Moment = (typeof MOMENTS)[number]

const ON_THE_WAY = ['an answer is lost on its way', 'an answer was accepted'] as const

/** So long an armed moment is waited for; then the bot is killed anyway. */
const PATIENCE_MS = 2_000

export interface Kill {
  readonly moment: Moment
  readonly at: Date
  /** When it took webhooks again. */
  readonly backAt: Date
}

interface Armed {
  readonly moment: Moment
  strike(bot: Bot): void
}

export class Killer {
  readonly kills: Kill[] = []
  readonly #bots: readonly Bot[]
  readonly #random: Random
  #armed: Armed | undefined
  #deck: Moment[] = []
  #isOver = false

  constructor(bots: readonly Bot[], random: Random) {
    this.#bots = bots
    this.#random = random
  }

  /** Whether the bot is to be killed at this moment; it is dead when this returns. */
  strikes(moment: Moment, bot: Bot): boolean {
    const armed = this.#armed
    if (armed?.moment !== moment || !bot.isRunning) return false
    this.#armed = undefined
    armed.strike(bot)
    return true
  }

  /**
   * Kills until `end`, so many milliseconds apart on average.
   * @param outage now and then the bot stays dead so long that what was on its way to LINE is undecidable
   */
  async rage(meanMs: number, outage: { everyMs: number; lastsMs: number }): Promise<void> {
    let nextOutage = performance.now() + outage.everyMs / 2
    while (!this.#isOver) {
      await pause(this.#random.wait(meanMs))
      if (this.#isOver) return
      const isOutage = performance.now() > nextOutage
      if (isOutage) nextOutage += outage.everyMs
      if (isOutage) await this.killOnce(this.#random.pick(ON_THE_WAY), outage.lastsMs)
      else await this.killOnce(this.#nextMoment())
    }
  }

  end(): void {
    this.#isOver = true
  }

  /** @param restMs how long the bot stays dead */
  async killOnce(wanted: Moment, restMs = 0): Promise<void> {
    const { bot, moment } = await this.#strike(wanted)
    const at = new Date()
    await bot.kill()
    await pause(restMs)
    bot.start()
    if (moment === 'it is starting') {
      await pause(this.#random.between(100, 900))
      await bot.kill()
      bot.start()
    }
    await bot.whenReady()
    this.kills.push({ moment, at, backAt: new Date() })
  }

  /** All of them in some order, then all again: a short run meets each. */
  #nextMoment(): Moment {
    if (this.#deck.length === 0) this.#deck = this.#random.shuffle(MOMENTS)
    return this.#deck.pop() ?? 'at any time'
  }

  async #strike(wanted: Moment): Promise<{ bot: Bot; moment: Moment }> {
    const isOfTheWire = wanted !== 'at any time' && wanted !== 'it is starting'
    const struck = isOfTheWire ? await this.#whenItComes(wanted) : undefined
    if (struck) return { bot: struck, moment: wanted }
    const bot = this.#random.pick(this.#bots)
    void bot.kill()
    return { bot, moment: isOfTheWire ? 'at any time' : wanted }
  }

  /** The bot that met this moment and is dead; undefined when it did not come. */
  async #whenItComes(moment: Moment): Promise<Bot | undefined> {
    const met = Promise.withResolvers<Bot | undefined>()
    const tooLong = setTimeout(() => met.resolve(undefined), PATIENCE_MS)
    this.#armed = {
      moment,
      strike(bot) {
        void bot.kill()
        met.resolve(bot)
      },
    }
    const bot = await met.promise
    clearTimeout(tooLong)
    this.#armed = undefined
    return bot
  }
}
