/** What the simulator shows to the rest of the program, to the tests, and (as JSON) to its page. */
import type { Router } from 'express'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Store } from '../store/types.ts'
import type { Faults } from './platform/faults.ts'

type PersonaRole = 'guest' | 'officer' | 'supervisor' | 'admin'

/** Somebody with a phone from the start. The names are invented. */
export interface Persona {
  /** The phone's id, such as 'officer-chiangrai'. */
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly position: string
  readonly role: PersonaRole
  readonly provinces: readonly string[]
}

/** A phone as the page gets it. */
export interface PhoneView extends Persona {
  /** A friend of the bot, not blocking it. */
  readonly following: boolean
  /** The rich menu at the foot of this phone's chat. */
  readonly richMenu: string | null
}

/** LINE's message JSON, or what the phone's owner sent in the same form. */
export interface MessageJson {
  readonly type: string
  readonly [property: string]: unknown
}

/** One line of a chat; a message that was unsent keeps its id and becomes a 'system' note. */
export interface ChatMessage {
  readonly id: string
  /** ISO instant (UTC), by the simulator's clock. */
  readonly at: string
  readonly from: 'user' | 'bot' | 'system'
  readonly message: MessageJson
  /** Of what the user sent. */
  readonly webhookEventId?: string
  /** Of what the bot sent: the x-line-request-id of the call. */
  readonly requestId?: string
}

/** One webhook or API call as it went over the wire, without its secrets. */
export interface TrafficEntry {
  readonly id: string
  readonly at: string
  readonly direction: 'webhook' | 'api'
  readonly method: string
  readonly path: string
  /** 0: no answer came. */
  readonly status: number
  readonly requestBody: unknown
  readonly responseBody: unknown
  readonly ms: number
}

export interface ImageInSet {
  readonly id: string
  readonly index: number
  readonly total: number
}

/**
 * What a phone's owner can do. Each resolves once what happened is on disk, with the id of the webhook event that will
 * tell the bot; a refusal (`PhoneRefusal`) carries a Thai sentence.
 */
export interface PhoneHands {
  say(text: string): Promise<string>
  /** Taps a postback button. */
  tap(data: string, displayText?: string): Promise<string>
  /** Picks a day ('YYYY-MM-DD') in the date picker of a button. */
  pick(data: string, day: string): Promise<string>
  /** A postback with any params, as the page sends it. */
  postback(data: string, displayText?: string, params?: Readonly<Record<string, string>>): Promise<string>
  sendPhoto(bytes: Uint8Array, contentType?: string, set?: ImageInSet): Promise<string>
  /** Several photos chosen at once: LINE's image set. */
  sendPhotos(photos: readonly Uint8Array[]): Promise<string[]>
  sendFile(bytes: Uint8Array, fileName: string, contentType?: string): Promise<string>
  sendSticker(): Promise<string>
  /** Adds the bot as a friend, or unblocks it. */
  follow(): Promise<string>
  block(): Promise<string>
  unsend(messageId: string): Promise<string>
}

export type ClockMove = { readonly days: number } | { readonly to: string }

/** How the held-back webhooks of `hold` are let go. */
export interface Release {
  /** All in one POST. */
  readonly batched?: boolean
  /** Latest first. */
  readonly reversed?: boolean
}

export interface SimulatorOptions {
  /** Its own store, opened with `simulatorCollections`; closed by whoever opened it. */
  readonly store: Store
  readonly realClock: Clock
  readonly log: Log
  readonly channelSecret: string
  readonly accessToken: string
  /** Random bytes for ids and tokens. */
  readonly random?: (bytes: number) => Uint8Array
  /** Whether the personas' phones tell the bot at the very first start that they added it; default true. */
  readonly greetPersonas?: boolean
  /** Messages a month that the account may push; 'none' is unlimited. */
  readonly monthlyQuota?: number | 'none'
  /** How long the bot may take to answer a webhook, and how long until it is tried again. */
  readonly webhookTimeoutMs?: number
  readonly redeliverAfterMs?: number
}

export interface Simulator {
  /** LINE's API and data API; known once it listens. */
  readonly apiOrigin: string
  /** The real time and however far it was moved; right from the moment `createSimulator` resolves. */
  readonly clock: Clock
  readonly personas: readonly Persona[]
  readonly botUserId: string
  /** The page, its API and its files, to be mounted at /simulator. */
  readonly router: Router
  /** Opens LINE's API alone, for when its origin must be known before the bot's own address is. */
  listen(options?: { apiPort?: number }): Promise<void>
  /** Opens LINE's API, if `listen` did not, and begins to deliver webhooks: first those that were left. */
  start(options: { apiPort?: number; webhookUrl: string }): Promise<void>
  stop(): Promise<void>

  phone(id: string): PhoneHands
  phones(): Promise<PhoneView[]>
  addPhone(name: string): Promise<PhoneView>
  messagesOf(phoneId: string): Promise<ChatMessage[]>
  /** Resolves when the bot has acknowledged every webhook (held-back ones apart). */
  settled(): Promise<void>
  /** Only forward. Waits for webhooks under way, moves, stores, and then runs the listeners. */
  moveClock(move: ClockMove): Promise<Date>
  onClockMoved(listener: () => Promise<void>): void
  traffic(limit?: number): TrafficEntry[]

  /** For tests: what can go wrong between LINE and a bot. */
  readonly faults: Faults
  setMonthlyQuota(quota: number | 'none'): void
  hold(): void
  release(how?: Release): Promise<void>
  /** The next `times` webhooks are posted twice at once. */
  duplicateNext(times?: number): void
  /** Delivers an event once more, as LINE does when it is not sure: same id, same token. Resolves with the bot's status. */
  redeliver(webhookEventId: string): Promise<number>
  /** Posts any body, signed unless told otherwise; events of unknown types, standby, nonsense. Resolves with the bot's status. */
  post(body: unknown, signature?: string): Promise<number>
}
