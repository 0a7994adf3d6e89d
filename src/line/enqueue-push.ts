/** Stores messages to other people in the outbox, for the next sweep of whichever process sends. */
import type { EnqueuePush, Reply } from '../bot/types.ts'
import type { Clock } from '../clock.ts'
import { outbox, pushJob } from './outbox.ts'

/** @param compose as in `composeReplies`; what says nothing is not stored */
export function createEnqueuePush(parts: {
  readonly compose: (replies: readonly Reply[]) => readonly unknown[]
  readonly clock: Clock
}): EnqueuePush {
  return (tx, { key, userId, replies }) => {
    const messages = parts.compose(replies)
    if (messages.length > 0) tx.insert(outbox, pushJob({ key, userId, messages, now: parts.clock.now() }))
  }
}
