/** The people of the crash test. Whatever they do is noted with what must come of it. */
import type { PhoneHands, Simulator } from '../../src/simulator/types.ts'
import { until } from '../support/until.ts'
import { type Platform, readAloud } from './platform.ts'

/** One thing that somebody did, and what the bot must say to it. */
export interface Word {
  readonly phoneId: string
  readonly expects: RegExp | 'silence'
}

/** An activity report that somebody filled in, and how far they came. */
export interface FiledReport {
  readonly phoneId: string
  readonly title: string
  /** Message ids. */
  photos: readonly string[]
  /** 'named': its title was said. */
  state: 'begun' | 'named' | 'confirmed' | 'cancelled'
  /** The event that confirmed it. */
  confirmedBy?: string
}

/** What was done, for the judge: nothing of it is known to the bot. */
export class Ledger {
  /** By webhook event id. */
  readonly words = new Map<string, Word>()
  readonly reports: FiledReport[] = []
  /** Phones whose events may come to the bot in another order than they happened. */
  readonly disordered = new Set<string>()
}

/** So long an answer may take, an outage included; one that takes longer may be undecidable. */
const PATIENCE_MS = 90_000

export class Speaker {
  readonly phoneId: string
  readonly #platform: Platform
  readonly #ledger: Ledger

  constructor(phoneId: string, platform: Platform, ledger: Ledger) {
    this.phoneId = phoneId
    this.#platform = platform
    this.#ledger = ledger
  }

  get #simulator(): Simulator {
    return this.#platform.simulator
  }

  says(text: string, expects: Word['expects']): Promise<string> {
    return this.does((hands) => hands.say(text), expects)
  }

  async does(act: (hands: PhoneHands) => Promise<string>, expects: Word['expects']): Promise<string> {
    const eventId = await act(this.#simulator.phone(this.phoneId))
    this.#ledger.words.set(eventId, { phoneId: this.phoneId, expects })
    return eventId
  }

  /** Several photos at once: one answer, to the last of them. @returns the message ids of the photos */
  async sendsPhotos(
    photos: readonly Uint8Array[],
    expects: RegExp,
  ): Promise<{ eventId: string; messageIds: string[] }> {
    const eventIds = await this.#simulator.phone(this.phoneId).sendPhotos(photos)
    for (const id of eventIds) this.#ledger.words.set(id, { phoneId: this.phoneId, expects: 'silence' })
    const eventId = eventIds.at(-1) ?? ''
    this.#ledger.words.set(eventId, { phoneId: this.phoneId, expects })
    const messages = await this.#simulator.messagesOf(this.phoneId)
    const messageIds = eventIds.flatMap((id) =>
      messages.filter((each) => each.webhookEventId === id).map(({ id }) => id),
    )
    return { eventId, messageIds }
  }

  /** Waits for the answer to an event and reads it. Who gets none asks where they were: the dialog itself has gone on. */
  async reads(eventId: string): Promise<string> {
    const look = async () => (await this.#platform.answersTo(eventId))[0]
    const requestId = await until(`an answer to ${eventId}`, look, PATIENCE_MS).catch(() => undefined)
    if (requestId === undefined) return this.reads(await this.says('ทำต่อ', /./))
    return readAloud(await this.#platform.saidLately(requestId, this.phoneId))
  }
}
