/** What became of a message, in the log: by its ids, never by what it said or to whom in full. */
import { type Log, maskUserId } from '../log.ts'
import type { OutboxRow } from './outbox.ts'

export function logFate(row: OutboxRow, log: Log): void {
  const { id: outboxId, kind, eventId, status, attempts, requestId, lastError } = row
  const fate = { outboxId, kind, eventId, user: maskUserId(row.userId), status, attempts, requestId, lastError }
  if (status === 'accepted') log.info(fate, 'sent to LINE')
  else if (status === 'undecidable')
    log.warn(fate, 'whether this reply was shown cannot be known; it is not sent again')
  else if (status === 'refused') log.error(fate, 'LINE refused a message for good')
  else if (status === 'dropped') log.warn(fate, 'a message was not sent on purpose')
  else if (status === 'given-up') log.error(fate, 'a message was given up')
  else log.warn(fate, 'a message is tried again')
}
