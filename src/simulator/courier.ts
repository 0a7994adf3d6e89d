/**
 * Brings the webhooks to the bot: one at a time for each user, oldest first, again and again until the bot acknowledges.
 * The store knows what is waiting; the queues here only know in which order to ask it.
 */
import { webhooks } from './collections.ts'
import { redelivered } from './events.ts'
import type { Ground } from './ground.ts'
import { isAcknowledged, type Mailer } from './mailer.ts'
import { renewToken } from './platform/reply-tokens.ts'
import { waitingWebhooks, webhookById } from './simulator-store.ts'
import type { Release } from './types.ts'

export class Courier {
  readonly #ground: Ground
  readonly #mailer: Mailer
  readonly #redeliverAfterMs: number
  /** Waiting event ids by user; a user with nothing waiting has no queue. */
  readonly #queues = new Map<string, string[]>()
  /** Never posted yet, and stored by this process: anything else that waits is a redelivery. */
  readonly #fresh = new Set<string>()
  readonly #rounds = new Map<string, Promise<void>>()
  readonly #retries = new Map<string, NodeJS.Timeout>()
  #settledListeners: (() => void)[] = []
  #duplicates = 0
  #isRunning = false
  #isHeld = false

  constructor(ground: Ground, mailer: Mailer, redeliverAfterMs: number) {
    this.#ground = ground
    this.#mailer = mailer
    this.#redeliverAfterMs = redeliverAfterMs
  }

  /** Takes up what was left by an earlier run. */
  async load(): Promise<void> {
    for (const { id, userId } of await waitingWebhooks(this.#ground.store)) this.#enqueue(userId, id)
  }

  start(): void {
    this.#isRunning = true
    this.#wakeAll()
  }

  async stop(): Promise<void> {
    this.#isRunning = false
    for (const timer of this.#retries.values()) clearTimeout(timer)
    this.#retries.clear()
    await this.#mailer.stop()
    await Promise.all(this.#rounds.values())
  }

  /** Called with a webhook that is on disk. */
  add(userId: string, eventId: string): void {
    this.#fresh.add(eventId)
    this.#enqueue(userId, eventId)
    this.#wake(userId)
  }

  /** Resolves when nothing waits, or when what waits is held back and nothing is under way. */
  settled(): Promise<void> {
    if (this.#isSettled()) return Promise.resolve()
    return new Promise((resolve) => this.#settledListeners.push(resolve))
  }

  hold(): void {
    this.#isHeld = true
  }

  async release(how: Release = {}): Promise<void> {
    await Promise.all(this.#rounds.values())
    const held = [...this.#queues].flatMap(([userId, ids]) => ids.map((id) => ({ userId, id })))
    held.sort((a, b) => (a.id < b.id ? -1 : 1))
    if (how.reversed) held.reverse()
    if (how.batched) await this.#deliver(held)
    else if (how.reversed) for (const one of held) await this.#deliver([one])
    this.#isHeld = false
    this.#wakeAll()
  }

  duplicateNext(times: number): void {
    this.#duplicates = times
  }

  /** Posts an event once more, acknowledged or not. */
  async redeliver(eventId: string): Promise<number> {
    const event = await this.#eventToPost(eventId, true)
    const receipt = await this.#mailer.postEvents([event])
    return receipt.status
  }

  #enqueue(userId: string, eventId: string): void {
    const queue = this.#queues.get(userId)
    if (queue) queue.push(eventId)
    else this.#queues.set(userId, [eventId])
  }

  #wakeAll(): void {
    for (const userId of this.#queues.keys()) this.#wake(userId)
    this.#tellIfSettled()
  }

  #wake(userId: string): void {
    const isBusy = this.#rounds.has(userId) || this.#retries.has(userId)
    if (!this.#isRunning || this.#isHeld || isBusy) return
    const round = this.#round(userId).finally(() => {
      this.#rounds.delete(userId)
      // What was added after the round's last look would else wait for the next word of this user.
      if (this.#queues.has(userId)) this.#wake(userId)
      this.#tellIfSettled()
    })
    this.#rounds.set(userId, round)
  }

  async #round(userId: string): Promise<void> {
    while (this.#isRunning && !this.#isHeld) {
      const id = this.#queues.get(userId)?.[0]
      if (id === undefined) return
      const isDone = await this.#deliver([{ userId, id }])
      if (!isDone) return this.#retryLater(userId)
    }
  }

  #retryLater(userId: string): void {
    if (!this.#isRunning) return
    const timer = setTimeout(() => {
      this.#retries.delete(userId)
      this.#wake(userId)
    }, this.#redeliverAfterMs)
    this.#retries.set(userId, timer)
  }

  /** One POST with these events; whether the bot acknowledged it. */
  async #deliver(waiting: readonly { userId: string; id: string }[]): Promise<boolean> {
    if (waiting.length === 0) return true
    try {
      const events = await Promise.all(waiting.map(({ id }) => this.#eventToPost(id, !this.#fresh.delete(id))))
      const isDone = await this.#post(events)
      if (isDone) for (const { userId, id } of waiting) await this.#acknowledge(userId, id)
      return isDone
    } catch (cause) {
      this.#ground.log.error({ err: cause }, 'simulator: a webhook could not be delivered')
      return false
    }
  }

  async #post(events: readonly unknown[]): Promise<boolean> {
    const copies = this.#duplicates > 0 ? 2 : 1
    this.#duplicates = Math.max(0, this.#duplicates - 1)
    const receipts = await Promise.all(Array.from({ length: copies }, () => this.#mailer.postEvents(events)))
    return receipts.some(isAcknowledged)
  }

  async #eventToPost(eventId: string, isRedelivery: boolean): Promise<unknown> {
    const webhook = await webhookById(this.#ground.store, eventId)
    if (!webhook) throw new Error(`no webhook event ${eventId}`)
    if (!isRedelivery) return webhook.event
    if (webhook.replyToken) await renewToken(this.#ground, webhook.replyToken)
    return redelivered(webhook.event)
  }

  async #acknowledge(userId: string, eventId: string): Promise<void> {
    await this.#ground.store.transaction(async (tx) => {
      const webhook = await webhookById(tx, eventId)
      if (webhook) tx.replace(webhooks, { ...webhook, state: 'acknowledged' })
    })
    const left = this.#queues.get(userId)?.filter((id) => id !== eventId) ?? []
    if (left.length > 0) this.#queues.set(userId, left)
    else this.#queues.delete(userId)
  }

  #isSettled(): boolean {
    return this.#rounds.size === 0 && (this.#isHeld || this.#queues.size === 0)
  }

  #tellIfSettled(): void {
    if (!this.#isSettled()) return
    const listeners = this.#settledListeners
    this.#settledListeners = []
    for (const tell of listeners) tell()
  }
}
