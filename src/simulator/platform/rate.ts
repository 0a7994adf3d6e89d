/** LINE's rate limits: a token bucket an endpoint, filled by the machine's time however the simulated clock is moved. */
import { type Endpoint, type Rate, SECOND } from './endpoint.ts'
import { errors } from './line-errors.ts'

const DEFAULT: Rate = { calls: 2000, perMs: SECOND }

interface Bucket {
  left: number
  filledAtMs: number
}

export class RateLimits {
  readonly #elapsedMs: () => number
  readonly #buckets = new Map<string, Bucket>()

  /** @param elapsedMs a time that only grows, in milliseconds */
  constructor(elapsedMs: () => number = () => performance.now()) {
    this.#elapsedMs = elapsedMs
  }

  /** @throws LineError 429 */
  take({ name, rate = DEFAULT }: Pick<Endpoint, 'name' | 'rate'>): void {
    const now = this.#elapsedMs()
    const bucket = this.#buckets.get(name) ?? { left: rate.calls, filledAtMs: now }
    const refilled = ((now - bucket.filledAtMs) / rate.perMs) * rate.calls
    const left = Math.min(rate.calls, bucket.left + refilled)
    if (left < 1) throw errors.rateLimit()
    this.#buckets.set(name, { left: left - 1, filledAtMs: now })
  }
}
