/** What LINE does to webhooks on a bad day: some come twice, some again much later, several in one request, some too early. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Ledger } from './people.ts'
import type { Platform } from './platform.ts'
import type { Random } from './random.ts'

export interface MischiefCounts {
  twice: number
  again: number
  batches: number
  tooEarly: number
}

const MEAN_MS = 350

export class Mischief {
  readonly counts: MischiefCounts = { twice: 0, again: 0, batches: 0, tooEarly: 0 }
  readonly #platform: Platform
  readonly #ledger: Ledger
  readonly #random: Random

  constructor(platform: Platform, ledger: Ledger, random: Random) {
    this.#platform = platform
    this.#ledger = ledger
    this.#random = random
  }

  async play(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      await pause(this.#random.wait(MEAN_MS))
      await this.#random.pick([() => this.#twice(), () => this.#again(), () => this.#batch()])()
    }
  }

  #twice(): void {
    this.counts.twice += 3
    this.#platform.simulator.duplicateNext(3)
  }

  /** An event that was delivered before; of those whose order does not matter also one that was not. */
  async #again(): Promise<void> {
    const words = [...this.#ledger.words].slice(-100)
    if (words.length === 0) return
    const [eventId, { phoneId }] = this.#random.pick(words)
    const mayBeEarly = this.#ledger.disordered.has(phoneId)
    if (!mayBeEarly && !(await this.#platform.isAcknowledged(eventId))) return
    this.counts.again += 1
    await this.#platform.simulator.redeliver(eventId)
  }

  /** Holds everything back for a moment, lets some of it slip through, and then brings the rest in one request. */
  async #batch(): Promise<void> {
    const { simulator } = this.#platform
    const before = this.#ledger.words.size
    simulator.hold()
    await pause(this.#random.between(50, 300))
    const held = [...this.#ledger.words].slice(before)
    const mayBeEarly = held.filter(([, word]) => this.#ledger.disordered.has(word.phoneId))
    for (const [eventId] of mayBeEarly.toReversed().slice(0, 2)) {
      this.counts.tooEarly += 1
      await simulator.redeliver(eventId)
    }
    this.counts.batches += 1
    await simulator.release({ batched: true, reversed: this.#random.chance(0.5) })
  }
}
