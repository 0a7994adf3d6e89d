/** How long a reply token can be used: LINE says a minute from the webhook on, and never after some minutes from the event. */
import { numberOf } from './limits/table.ts'

const SECOND = 1000
const LIFE_MS = numberOf('reply', 'replyToken', 'window') * SECOND
const HARD_STOP_MS = numberOf('reply', 'replyToken', 'redeliveryHardStop') * 60 * SECOND
/** LINE counts from when it sent the webhook, we from when it had come: so much earlier a token may be dead already. */
const MARGIN_MS = 5 * SECOND

/** When the webhook with it came to us, and when what it tells of happened. */
export interface TokenTimes {
  readonly tokenReceivedAt?: Date | undefined
  readonly occurredAt?: Date | undefined
}

/** From when on it can no longer be counted on. */
export function isDead(token: TokenTimes, now: Date): boolean {
  return now >= deathOf(token)
}

/** Only a use can have killed it. */
export function surelyLives(token: TokenTimes, now: Date): boolean {
  return now.getTime() < deathOf(token).getTime() - MARGIN_MS
}

export function deathOf({ tokenReceivedAt, occurredAt }: TokenTimes): Date {
  const byReceipt = (tokenReceivedAt?.getTime() ?? 0) + LIFE_MS
  const byEvent = (occurredAt?.getTime() ?? Number.POSITIVE_INFINITY) + HARD_STOP_MS
  return new Date(Math.min(byReceipt, byEvent))
}
