/**
 * Takes the replica set's primary away, again and again: killed with SIGKILL and started again a while later, or hung for
 * longer than the others wait for it. One node at a time, so that there is a majority for a new primary.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { MongoNode, ReplicaSet } from '../support/replica-set.ts'
import type { Random } from './random.ts'

export interface Failover {
  readonly how: 'killed' | 'hung'
  /** Until another node took writes. */
  readonly leaderlessMs: number
}

const HUNG_SHARE = 0.3
const MEAN_REST_MS = 4_000

export class PrimaryKiller {
  readonly failovers: Failover[] = []
  readonly #set: ReplicaSet
  readonly #random: Random
  #isOver = false

  constructor(set: ReplicaSet, random: Random) {
    this.#set = set
    this.#random = random
  }

  /** Until `end`; the set is whole again when it resolves. */
  async rage(): Promise<void> {
    while (!this.#isOver) {
      await pause(1_000 + this.#random.wait(MEAN_REST_MS))
      if (!this.#isOver) await this.#failOver(this.#random.chance(HUNG_SHARE) ? 'hung' : 'killed')
    }
  }

  end(): void {
    this.#isOver = true
  }

  async #failOver(how: Failover['how']): Promise<void> {
    const old = await this.#set.primary()
    const started = performance.now()
    if (how === 'hung') old.hang()
    else await old.kill()
    await this.#another(old)
    this.failovers.push({ how, leaderlessMs: Math.round(performance.now() - started) })
    await pause(this.#random.between(0, 3_000))
    if (how === 'hung') old.wake()
    else await old.start()
    await this.#set.whenWhole()
  }

  async #another(old: MongoNode): Promise<void> {
    while ((await this.#set.primary()) === old) await pause(100)
  }
}
