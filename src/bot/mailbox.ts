/** Puts replies and pushes into the outbox with the transaction at hand, and has them sent once it holds. */
import type { Clock } from '../clock.ts'
import { isCommon } from '../common-replies.ts'
import {
  type OutboxRow,
  outbox,
  pushJob,
  replyJob,
  type Sender,
  type Wordings,
  type Words,
  wordsOf,
} from '../line/index.ts'
import type { Transaction } from '../store/index.ts'
import type { StoredEvent } from './event-store.ts'
import type { EnqueuePush, Reply, Worth } from './types.ts'
import { type Compose, type Write, writeWith } from './writing.ts'

/** The store refused, not the event: it is tried again until the store takes it. */
export class NotKept extends Error {}

/** What of an event its answer needs. */
export type Answerable = Pick<StoredEvent, 'id' | 'userId' | 'replyToken' | 'receivedAt' | 'occurredAt'>

export interface Mailbox {
  /** Stores the answer to an event, if there is one; the rows are to be handed to `sendNow` once the transaction holds. */
  enqueueReply(tx: Transaction, event: Answerable, replies: readonly Reply[], worth?: Worth): Promise<OutboxRow[]>
  enqueuePush: EnqueuePush
  sendNow(rows: readonly OutboxRow[]): void
  /** A transaction failed in a way that leaves open whether its messages are stored. */
  loseTrack(): void
}

/** What is said: in the row itself, or with all who are told the same. */
function wordingWith(write: Write, wordings: Pick<Wordings, 'keep'>) {
  const written = new WeakMap<readonly Reply[], Words>()

  return async (replies: readonly Reply[]): Promise<Pick<OutboxRow, 'messagesJson' | 'wording'>> => {
    if (!isCommon(replies)) return { messagesJson: write(replies) }
    // The guide hands out the same list again and again.
    const words = written.get(replies) ?? wordsOf(write(replies))
    written.set(replies, words)
    const wording = await wordings.keep(words).catch((cause) => {
      throw new NotKept('what everybody is told could not be stored', { cause })
    })
    return { messagesJson: '', wording }
  }
}

export function createMailbox(parts: {
  compose: Compose
  wordings: Pick<Wordings, 'keep'>
  sender: Sender
  clock: Clock
  owner: string
}): Mailbox {
  const { sender, clock, owner } = parts
  const write = writeWith(parts.compose)
  const wordingOf = wordingWith(write, parts.wordings)
  return {
    async enqueueReply(tx, event, replies, worth) {
      const words = await wordingOf(replies)
      if (words.messagesJson === '[]') return []
      const row = replyJob({
        eventId: event.id,
        userId: event.userId,
        replyToken: event.replyToken,
        tokenReceivedAt: event.receivedAt,
        occurredAt: event.occurredAt,
        ...words,
        ...(worth && { worth }),
        now: clock.now(),
        owner,
      })
      tx.insert(outbox, row)
      return [row]
    },
    enqueuePush: pushesInto(write, clock),
    sendNow(rows) {
      if (rows.length > 0) void sender.sendNow(rows)
    },
    loseTrack: sender.loseTrack,
  }
}

/** Stores a push for whichever program sends next: the running one does within seconds. */
export function pushesInto(write: Write, clock: Clock): EnqueuePush {
  return (tx, { key, userId, replies, worth }) => {
    tx.insert(outbox, pushJob({ key, userId, messagesJson: write(replies), ...(worth && { worth }), now: clock.now() }))
  }
}
