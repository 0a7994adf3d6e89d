/**
 * What LINE does on a bad day. To webhooks: some come twice, some again much later, several in one request, some too early. To
 * calls: it breaks off, hangs, refuses, and answers what nobody can read, before or after it has done what was asked.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Fault } from '../../src/simulator/index.ts'
import type { Ledger } from './people.ts'
import type { Platform } from './platform.ts'
import type { Random } from './random.ts'

export interface MischiefCounts {
  twice: number
  again: number
  batches: number
  tooEarly: number
  faults: number
}

const MEAN_MS = 350

/** Each strikes one call. A wrong token is not among them: it stops everything until a person comes. */
const FAULTS: readonly Fault[] = [
  { on: 'reply', kind: 'reset' },
  { on: 'reply', kind: 'reset', afterAccept: true },
  { on: 'reply', kind: 'error500' },
  { on: 'reply', kind: 'error500', afterAccept: true },
  { on: 'reply', kind: 'hang' },
  { on: 'reply', kind: 'hang', afterAccept: true },
  { on: 'reply', kind: 'html' },
  { on: 'reply', kind: 'truncated' },
  { on: 'reply', kind: 'empty' },
  { on: 'reply', kind: 'rateLimit' },
  { on: 'push', kind: 'error500', afterAccept: true },
  { on: 'push', kind: 'rateLimit' },
  // Of a month that is not over: the figures say so.
  { on: 'push', kind: 'monthlyLimit' },
]

export class Mischief {
  readonly counts: MischiefCounts = { twice: 0, again: 0, batches: 0, tooEarly: 0, faults: 0 }
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
      await this.#random.pick([() => this.#twice(), () => this.#again(), () => this.#batch(), () => this.#fault()])()
    }
    this.#endFaults()
  }

  #twice(): void {
    this.counts.twice += 3
    this.#platform.simulator.duplicateNext(3)
  }

  /** Only those that struck are counted: of pushes there are few. */
  #endFaults(): void {
    this.counts.faults -= this.#platform.simulator.faults.clear()
  }

  #fault(): void {
    // One at a time: those for pushes would wait for each other, and then strike the same one again and again.
    this.#endFaults()
    this.#platform.simulator.faults.add(this.#random.pick(FAULTS))
    this.counts.faults += 1
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
