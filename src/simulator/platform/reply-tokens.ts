/** Reply tokens: once only, a minute after each delivery of the webhook, and never later than twenty minutes after the event. */
import { retryOnConflict } from '../../store/index.ts'
import type { Transaction } from '../../store/types.ts'
import { replyTokens } from '../collections.ts'
import type { Ground } from '../ground.ts'
import { replyTokenById } from '../simulator-store.ts'
import { MINUTE } from './endpoint.ts'
import { errors } from './line-errors.ts'

const LIVES_AFTER_DELIVERY_MS = MINUTE
const LIVES_AFTER_EVENT_MS = 20 * MINUTE

/**
 * Uses a token up, in the transaction that sends the messages.
 * @param requestId of the call that uses it
 * @returns the phone that it answers
 * @throws LineError 400 when it is unknown, used or dead
 */
export async function takeReplyToken(
  tx: Transaction,
  token: unknown,
  { now, requestId }: { now: Date; requestId: string },
): Promise<string> {
  const found = typeof token === 'string' ? await replyTokenById(tx, token) : undefined
  if (!found || found.usedAt) throw errors.deadReplyToken()
  const sinceDelivery = now.getTime() - found.deliveredAt.getTime()
  const sinceEvent = now.getTime() - found.eventAt.getTime()
  if (sinceDelivery > LIVES_AFTER_DELIVERY_MS || sinceEvent > LIVES_AFTER_EVENT_MS) throw errors.deadReplyToken()
  tx.replace(replyTokens, { ...found, usedAt: now, usedBy: requestId })
  return found.phoneId
}

/** A redelivery of the webhook gives its token another minute. */
export async function renewToken({ store, clock }: Ground, token: string): Promise<void> {
  await retryOnConflict(() =>
    store.transaction(async (tx) => {
      const found = await replyTokenById(tx, token)
      if (found && !found.usedAt) tx.replace(replyTokens, { ...found, deliveredAt: clock.now() })
    }),
  )
}
