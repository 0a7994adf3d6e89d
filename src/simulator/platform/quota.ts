/** How many messages the account may send this month, and how many it has: people reached, not message objects. */
import type { Reader } from '../../store/types.ts'
import { dayOf } from '../../thai/days.ts'
import type { Ground } from '../ground.ts'
import { usageOf } from '../simulator-store.ts'
import { type Endpoint, ok } from './endpoint.ts'
import { errors } from './line-errors.ts'

/** Of LINE's Basic plan in Thailand. */
const DEFAULT_MONTHLY = 15_000

export class Quota {
  #limit: number | 'none'

  constructor(limit: number | 'none' = DEFAULT_MONTHLY) {
    this.#limit = limit
  }

  set(limit: number | 'none'): void {
    this.#limit = limit
  }

  get type(): { type: 'none' } | { type: 'limited'; value: number } {
    return this.#limit === 'none' ? { type: 'none' } : { type: 'limited', value: this.#limit }
  }

  /**
   * @returns the month that they count to
   * @throws LineError 429 when what is left does not suffice for this many people
   */
  async reserve(read: Reader, people: number, now: Date): Promise<string> {
    const month = monthOf(now)
    if (this.#limit !== 'none' && people > 0) {
      const used = await usageOf(read, month)
      if (used + people > this.#limit) throw errors.monthlyLimit()
    }
    return month
  }
}

function monthOf(now: Date): string {
  return dayOf(now).slice(0, 7)
}

export function quotaEndpoints({ store, clock }: Ground, quota: Quota): Endpoint[] {
  return [
    { name: 'quota', method: 'get', path: '/v2/bot/message/quota', handle: () => ok(quota.type) },
    {
      name: 'consumption',
      method: 'get',
      path: '/v2/bot/message/quota/consumption',
      handle: async () => ok({ totalUsage: await usageOf(store, monthOf(clock.now())) }),
    },
  ]
}
