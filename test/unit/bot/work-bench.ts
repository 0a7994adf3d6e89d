/** A worker on a real store, with a route and a mailbox of the test's own. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { conversations } from '../../../src/bot/conversation.ts'
import { type Arrival, events, packEvent, type StoredEvent } from '../../../src/bot/event-store.ts'
import type { FloodGuard } from '../../../src/bot/flood.ts'
import type { Mailbox } from '../../../src/bot/mailbox.ts'
import { nobodyElse } from '../../../src/bot/presence.ts'
import type { Outcome, Reply, Turn } from '../../../src/bot/types.ts'
import { createWorker, type Worker } from '../../../src/bot/work.ts'
import { ManualClock } from '../../../src/clock.ts'
import { replyJob } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { collection, openStore, type Store } from '../../../src/store/index.ts'

/** Something that handlers write; each number is given once. */
export const tickets = collection('tickets', {
  schema: z.object({ id: z.string(), number: z.number() }),
  indexes: { byNumber: { fields: ['number'], unique: true } },
})

export type Handler = (turn: Turn, text: string) => Promise<Outcome> | Outcome

export interface WorkBench {
  readonly store: Store
  readonly clock: ManualClock
  /** What was answered, in this order: 'U1: word'. */
  readonly answers: string[]
  /** Lines that call a person. */
  readonly errors: string[]
  worker(options?: {
    owner?: string
    isAlone?: boolean
    store?: Store
    flood?: FloodGuard
    mailbox?: (usual: Mailbox) => Mailbox
  }): Worker
  /** The events that were stored so far, as the receiver hands them to the worker. */
  readonly arrived: StoredEvent[]
  /** An event that has come and is not stored. */
  comes(event: Pick<Partial<StoredEvent>, 'id' | 'userId' | 'occurredAt'> & { text: string }): Arrival
  /** Stores an event as the receiver does. */
  arrives(event: Partial<StoredEvent> & { text: string }): Promise<void>
  close(): Promise<void>
}

export const says = (text: string): Outcome => ({ replies: [{ kind: 'text', text }] })

export async function openWorkBench(handler: Handler): Promise<WorkBench> {
  const folder = await mkdtemp(join(tmpdir(), 'work-'))
  const store = await openStore({ sqliteFile: join(folder, 'store.sqlite') }, [conversations, events, tickets])
  const clock = new ManualClock('2026-11-19T03:00:00Z')
  const answers: string[] = []
  const errors: string[] = []
  const arrived: StoredEvent[] = []
  const log = createLog('error', { write: (line) => void errors.push(JSON.parse(line).msg) })
  let count = 0

  const comes: WorkBench['comes'] = ({ text, ...given }) => {
    count += 1
    const { id = `event${String(count).padStart(4, '0')}`, userId = 'U1', occurredAt = clock.now() } = given
    const event = { id, userId, occurredAt, kind: 'text' as const, messageId: id, text }
    return { event, receivedAt: clock.now() }
  }

  return {
    store,
    clock,
    answers,
    errors,
    arrived,
    worker: ({ owner = 'this process', isAlone = true, store: another = store, flood, mailbox } = {}) =>
      createWorker({
        store: another,
        clock,
        log,
        owner,
        peers: isAlone ? nobodyElse : { isGone: () => false, isAlone: () => false },
        whoIs: async () => undefined,
        route: async (turn, conversation) => {
          const text = turn.event.kind === 'text' ? turn.event.text : ''
          return { conversation, outcome: await handler(turn, text) }
        },
        mailbox: mailbox?.(listeningMailbox(answers, clock)) ?? listeningMailbox(answers, clock),
        ...(flood && { flood }),
        newReference: () => 'REFERENCE',
      }),
    comes,
    async arrives({ text, ...given }) {
      const { event, receivedAt } = comes({ text, ...given })
      const { id, userId, occurredAt } = event
      const body = packEvent(event)
      const stored = { id, userId, occurredAt, receivedAt, status: 'waiting' as const, body, ...given }
      await store.insertIfAbsent(events, [stored])
      arrived.push(stored)
    },
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Hears what the worker hands over once its transaction holds. */
function listeningMailbox(answers: string[], clock: ManualClock): Mailbox {
  const textOf = (reply: Reply | undefined) => (reply?.kind === 'text' ? reply.text : '')
  return {
    async enqueueReply(_tx, { id, userId, occurredAt }, replies) {
      const messagesJson = JSON.stringify([textOf(replies[0])])
      const job = {
        eventId: id,
        userId,
        occurredAt,
        tokenReceivedAt: occurredAt,
        messagesJson,
        now: clock.now(),
        owner: '',
      }
      return [replyJob(job)]
    },
    enqueuePush: () => {},
    loseTrack: () => {},
    sendNow(rows) {
      for (const { userId, messagesJson } of rows) answers.push(`${userId}: ${JSON.parse(messagesJson)[0]}`)
    },
  }
}
