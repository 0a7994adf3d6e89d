/**
 * Whether a push may go out: its recipient must be reachable, and the month must have enough messages left for what it is
 * worth. What may wait waits; a courtesy that comes late is not sent at all.
 */
import type { Reader, Stored } from '../store/index.ts'
import type { OutboxRow } from './outbox.ts'
import type { QuotaGuard } from './quota.ts'
import { dropped, waitUntil } from './send-rules.ts'

const LOOK_AGAIN_MS = 3_600_000

export interface Recipients {
  /** Has blocked the bot, or is nobody whom LINE knows. */
  isUnreachable(read: Reader, userId: string): Promise<boolean>
  /** LINE refused a push because of whom it was for. */
  noteUnreachable(userId: string): Promise<void>
}

export interface PushGate {
  /** @returns the row as it has to be when it may not go out now; undefined: it may, and its recipient was counted */
  stop(row: Stored<OutboxRow>, now: Date): Promise<Stored<OutboxRow> | undefined>
}

export function createPushGate(read: Reader, quota: QuotaGuard, recipients: Recipients): PushGate {
  return {
    async stop(row, now) {
      // Who has just written can be reached.
      const isOurIdea = row.eventId === undefined
      if (isOurIdea && (await recipients.isUnreachable(read, row.userId))) {
        return { ...row, ...dropped(row, 'the person has blocked the bot, or LINE does not know them') }
      }
      // What may have been accepted is asked about with its key, whatever is left: it was counted at its first try.
      if (row.uncertainTries > 0) return undefined
      if (await quota.take(row.worth ?? 'usual')) return undefined
      if (row.worth === 'courtesy') return { ...row, ...dropped(row, 'too late, and not worth a push this month') }
      const lastError = 'kept back: what is left of the month’s messages is for what is urgent'
      return { ...row, ...waitUntil({ ...row, lastError }, new Date(now.getTime() + LOOK_AGAIN_MS)) }
    },
  }
}
