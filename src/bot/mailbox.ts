/** Puts replies and pushes into the outbox with the transaction at hand, and has them sent once it holds. */
import type { Clock } from '../clock.ts'
import { type OutboxRow, outbox, pushJob, replyJob, type Sender } from '../line/index.ts'
import type { Transaction } from '../store/index.ts'
import type { StoredEvent } from './event-store.ts'
import type { EnqueuePush, Reply, Worth } from './types.ts'

export type Compose = (replies: readonly Reply[]) => readonly unknown[]

export interface Mailbox {
  /** Stores the answer to an event, if there is one; the rows are to be handed to `sendNow` once the transaction holds. */
  enqueueReply(tx: Transaction, event: StoredEvent, replies: readonly Reply[], worth?: Worth): OutboxRow[]
  enqueuePush: EnqueuePush
  sendNow(rows: readonly OutboxRow[]): void
  /** A transaction failed in a way that leaves open whether its messages are stored. */
  loseTrack(): void
}

/** The JSON of what is said. The same replies, as the guide hands them out again and again, are written once. */
function writingWith(compose: Compose): (replies: readonly Reply[]) => string {
  const written = new WeakMap<readonly Reply[], string>()
  return (replies) => {
    const json = written.get(replies) ?? JSON.stringify(compose(replies))
    written.set(replies, json)
    return json
  }
}

export function createMailbox(parts: { compose: Compose; sender: Sender; clock: Clock; owner: string }): Mailbox {
  const { compose, sender, clock, owner } = parts
  const write = writingWith(compose)
  return {
    enqueueReply(tx, event, replies, worth) {
      const messagesJson = write(replies)
      if (messagesJson === '[]') return []
      const row = replyJob({
        eventId: event.id,
        userId: event.userId,
        replyToken: event.replyToken,
        tokenReceivedAt: event.receivedAt,
        occurredAt: event.occurredAt,
        messagesJson,
        ...(worth && { worth }),
        now: clock.now(),
        owner,
      })
      tx.insert(outbox, row)
      return [row]
    },
    enqueuePush: pushesInto(compose, clock),
    sendNow(rows) {
      if (rows.length > 0) void sender.sendNow(rows)
    },
    loseTrack: sender.loseTrack,
  }
}

/** Stores a push for whichever program sends next: the running one does within seconds. */
export function pushesInto(compose: Compose, clock: Clock): EnqueuePush {
  return (tx, { key, userId, replies, worth }) => {
    const messagesJson = JSON.stringify(compose(replies))
    tx.insert(outbox, pushJob({ key, userId, messagesJson, ...(worth && { worth }), now: clock.now() }))
  }
}
