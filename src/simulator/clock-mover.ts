/** Moves the simulated clock: not under a webhook's feet, stored before anybody sees it, one move at a time. */
import { setTimeout as after } from 'node:timers/promises'
import { retryOnConflict } from '../store/index.ts'
import type { Ground } from './ground.ts'
import { targetOf } from './moved-clock.ts'
import { changeSettings } from './simulator-store.ts'
import type { ClockMove } from './types.ts'

/** How long a move waits for webhooks that the bot does not acknowledge. */
const PATIENCE_MS = 5000

export class ClockMover {
  readonly #ground: Ground
  readonly #settled: () => Promise<void>
  readonly #listeners: (() => Promise<void>)[] = []
  #last: Promise<unknown> = Promise.resolve()

  constructor(ground: Ground, settled: () => Promise<void>) {
    this.#ground = ground
    this.#settled = settled
  }

  onMoved(listener: () => Promise<void>): void {
    this.#listeners.push(listener)
  }

  /** @returns what the clock shows afterwards; rejects with a PhoneRefusal when it cannot be moved there */
  move(move: ClockMove): Promise<Date> {
    const moved = this.#last.then(() => this.#move(move))
    this.#last = moved.catch(() => undefined)
    return moved
  }

  async #move(move: ClockMove): Promise<Date> {
    const { clock, store, live } = this.#ground
    targetOf(move, clock.now())
    await this.#quiet()
    const clockOffsetMs = clock.offsetFor(targetOf(move, clock.now()))
    await retryOnConflict(() => store.transaction((tx) => changeSettings(tx, { clockOffsetMs })))
    clock.setOffset(clockOffsetMs)
    live.tell({ event: 'clock', data: { now: clock.now().toISOString() } })
    for (const listener of this.#listeners) await listener()
    return clock.now()
  }

  async #quiet(): Promise<void> {
    const waiting = new AbortController()
    const tooLong = after(PATIENCE_MS, undefined, { signal: waiting.signal }).catch(() => undefined)
    await Promise.race([this.#settled(), tooLong])
    waiting.abort()
  }
}
