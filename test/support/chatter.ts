/**
 * Somebody who talks to a program that runs in another process: nothing tells when it is idle, so what is expected is
 * waited for. Through the simulator's page, or through a platform of the test's own.
 */
import type { ChatMessage, PhoneHands, Simulator } from '../../src/simulator/types.ts'
import { readableText, tappable } from './readable.ts'
import { until } from './until.ts'

/** A phone, wherever it is. */
export interface Phone {
  readonly id: string
  messages(): Promise<readonly ChatMessage[]>
  say(text: string): Promise<unknown>
  tap(data: string, displayText?: string): Promise<unknown>
}

const ANSWERED_WITHIN_MS = 30_000

export class Chatter {
  readonly phone: Phone
  #seen = 0

  constructor(phone: Phone) {
    this.phone = phone
  }

  /** Says it and waits for an answer. */
  says(text: string): Promise<void> {
    return this.#does(text, () => this.phone.say(text))
  }

  async saysAll(...texts: readonly string[]): Promise<void> {
    for (const text of texts) await this.says(text)
  }

  /** Taps the button with that label in what the bot said last. */
  async taps(label: string): Promise<void> {
    const shown = await this.ofBot()
    const button = shown
      .toReversed()
      .flatMap((each) => tappable(each.message))
      .find((each) => each.label === label)
    if (!button) throw new Error(`no button "${label}" in sight of ${this.phone.id}`)
    const { action } = button
    if ('text' in action) return this.says(action.text)
    return this.#does(label, () => this.phone.tap(action.data, action.displayText))
  }

  /** All that the bot said since this person last did something. */
  async reads(): Promise<string> {
    return (await this.ofBot())
      .slice(this.#seen)
      .map(({ message }) => readableText(message))
      .join('\n')
  }

  /** Waits for these words; what came before this person's last deed does not count. */
  async sees(expected: string | RegExp, withinMs = ANSWERED_WITHIN_MS): Promise<void> {
    const isThere = (text: string) => (typeof expected === 'string' ? text.includes(expected) : expected.test(text))
    let last = ''
    const look = async () => {
      last = await this.reads()
      return isThere(last)
    }
    await until(`${this.phone.id} to see ${expected}`, look, withinMs).catch((error) => {
      throw new Error(`${(error as Error).message}\nseen: ${last}`)
    })
  }

  /** Of what has come so far: `sees` waits, so it comes first. */
  async doesNotSee(unexpected: string): Promise<void> {
    const text = await this.reads()
    if (text.includes(unexpected)) throw new Error(`${this.phone.id} sees ${unexpected}\nseen: ${text}`)
  }

  /** What the bot has said, oldest first. */
  async ofBot(): Promise<readonly ChatMessage[]> {
    return (await this.phone.messages()).filter((message) => message.from === 'bot')
  }

  /** What comes from here on is new. */
  async looksUp(): Promise<void> {
    this.#seen = (await this.ofBot()).length
  }

  async #does(what: string, deed: () => Promise<unknown>): Promise<void> {
    await this.looksUp()
    await deed()
    const isAnswered = async () => (await this.ofBot()).length > this.#seen
    await until(`an answer to ${this.phone.id}: ${what}`, isAnswered, ANSWERED_WITHIN_MS)
  }
}

/** A phone of a platform in this process. */
export function platformPhone(simulator: Simulator, id: string): Phone {
  const hands: PhoneHands = simulator.phone(id)
  return {
    id,
    messages: () => simulator.messagesOf(id),
    say: (text) => hands.say(text),
    tap: (data, displayText) => hands.tap(data, displayText),
  }
}

interface PageState {
  /** By the simulator's clock. */
  readonly now: string
  readonly phones: readonly { readonly id: string; readonly messages: readonly ChatMessage[] }[]
}

/** What the simulator's page does, without the page. */
export class Page {
  readonly #origin: string

  constructor(origin: string) {
    this.#origin = origin
  }

  async state(): Promise<PageState> {
    return (await (await fetch(`${this.#origin}/simulator/api/state`)).json()) as PageState
  }

  async do(path: string, body: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json' }
    const url = `${this.#origin}/simulator/api/${path}`
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer.json()
  }

  phone(id: string): Phone {
    return {
      id,
      messages: async () => (await this.state()).phones.find((phone) => phone.id === id)?.messages ?? [],
      say: (text) => this.do(`phones/${id}/text`, { text }),
      tap: (data, displayText) => this.do(`phones/${id}/postback`, { data, ...(displayText && { displayText }) }),
    }
  }

  chatter(id: string): Chatter {
    return new Chatter(this.phone(id))
  }
}
