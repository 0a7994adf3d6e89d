/** Retry keys: within 24 hours of its first use, a key that was accepted is not accepted again. */
import type { Stored, Transaction } from '../../store/types.ts'
import { type RetryKey, retryKeys, type SentMessage } from '../collections.ts'
import { retryKeyById } from '../simulator-store.ts'
import { type Call, HOUR } from './endpoint.ts'
import { errors, LineError } from './line-errors.ts'

const VALID_MS = 24 * HOUR
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Refuses a key that did its work already, and gives back how to note what this call sent under it.
 * @throws LineError 409 with the original request's id and messages, 400 for what is no key
 */
export async function openRetryKey(
  tx: Transaction,
  call: Call,
  now: Date,
): Promise<(sentMessages?: SentMessage[]) => void> {
  const key = call.retryKey
  if (key === undefined) return () => {}
  if (!UUID.test(key)) throw errors.badRetryKey()
  const used = await retryKeyById(tx, key)
  if (used && now.getTime() - used.firstAt.getTime() < VALID_MS) throw alreadyAccepted(used)
  return (sentMessages) => {
    const entry = { id: key, firstAt: now, requestId: call.requestId, sentMessages }
    if (used) tx.replace(retryKeys, { ...used, ...entry })
    else tx.insert(retryKeys, entry)
  }
}

function alreadyAccepted({ requestId, sentMessages }: Stored<RetryKey>): LineError {
  return new LineError(409, 'The retry key is already accepted', {
    body: sentMessages ? { sentMessages } : {},
    headers: { 'x-line-accepted-request-id': requestId },
  })
}
