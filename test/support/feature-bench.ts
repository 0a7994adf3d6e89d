/**
 * One room at a time, on a real store and behind the real routing, without LINE: what a person says goes in, what they
 * would read comes out, and all of it is written in one transaction, as in the program.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { conversations, readConversation, writeConversation } from '../../src/bot/conversation.ts'
import { createRoute } from '../../src/bot/route.ts'
import type { BotEvent, Feature, Outcome, Push, Reply } from '../../src/bot/types.ts'
import { ManualClock } from '../../src/clock.ts'
import { composeReplies } from '../../src/line/index.ts'
import { createLog, type Log } from '../../src/log.ts'
import { whoIs } from '../../src/people/index.ts'
import { type Collection, openStore, retryOnConflict, type Store } from '../../src/store/index.ts'

export interface Phone {
  readonly userId: string
  says(text: string): Promise<Heard>
  taps(data: string, params?: Record<string, string>): Promise<Heard>
  follows(): Promise<Heard>
  blocks(): Promise<Heard>
  /** Photos that are chosen together and arrive one after the other; what is heard comes after the last. */
  sendsPhotos(...messageIds: readonly string[]): Promise<Heard>
  sendsSticker(): Promise<Heard>
}

/** What came back: all that can be read, and the replies as they are. */
interface Heard {
  readonly text: string
  readonly replies: readonly Reply[]
}

export interface Bench {
  readonly store: Store
  readonly clock: ManualClock
  readonly pushes: Push[]
  phone(userId: string): Phone
  close(): Promise<void>
}

type Happening = BotEvent extends infer E
  ? E extends BotEvent
    ? Omit<E, 'id' | 'occurredAt' | 'userId'>
    : never
  : never

export async function openBench(
  features: readonly Feature[],
  collections: readonly Collection[],
  start: string,
): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const store = await openStore({ sqliteFile: join(folder, 'store.sqlite') }, [conversations, ...collections])
  const clock = new ManualClock(start)
  const pushes: Push[] = []
  let count = 0
  const notFound: Outcome = { replies: [{ kind: 'text', text: 'GUIDE' }] }
  const guide = { answer: async () => notFound, sideAnswer: async () => undefined, sideGuess: async () => undefined }
  const route = createRoute({ features, guide, newNonce: () => `nonce${++count}` })

  async function happens(userId: string, happening: Happening): Promise<Heard> {
    const event = { ...happening, id: `event${++count}`, occurredAt: clock.now(), userId } as BotEvent
    const outcome = await retryOnConflict(() =>
      store.transaction(async (tx) => {
        const before = await readConversation(tx, userId)
        const { memory } = before.conversation
        const turn = { event, userId, actor: await whoIs(tx, userId), memory, now: clock.now(), read: tx }
        const step = await route(turn, before.conversation)
        for (const change of step.outcome.changes ?? []) change(tx)
        writeConversation(tx, userId, before, step.conversation, clock.now())
        return step.outcome
      }),
    )
    pushes.push(...(outcome.pushes ?? []))
    fitting(outcome.replies)
    return { replies: outcome.replies, text: outcome.replies.map(readable).join('\n') }
  }

  return {
    store,
    clock,
    pushes,
    phone: (userId) => ({
      userId,
      says: (text) => happens(userId, { kind: 'text', messageId: 'm', text }),
      taps: (data, params = {}) => happens(userId, { kind: 'postback', data, params }),
      follows: () => happens(userId, { kind: 'follow' }),
      blocks: () => happens(userId, { kind: 'unfollow' }),
      sendsSticker: () => happens(userId, { kind: 'wordless', what: 'sticker' }),
      async sendsPhotos(...messageIds) {
        const total = messageIds.length
        let heard: Heard = { text: '', replies: [] }
        for (const [index, messageId] of messageIds.entries())
          heard = await happens(userId, {
            kind: 'file',
            file: { messageId, kind: 'image' },
            set: { index: index + 1, total },
          })
        return heard
      },
    }),
    async close() {
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The same replies; @throws when LINE would not take them as they are */
export function fitting<R extends readonly Reply[]>(replies: R): R {
  const error: Log['error'] = (...why: unknown[]) => {
    throw new Error(JSON.stringify(why))
  }
  const log: Log = { ...createLog('silent'), error }
  composeReplies(replies, { log })
  return replies
}

/** Everything of a reply that a person may read, as one text. */
export function readable(reply: Reply): string {
  if (reply.kind === 'text') return reply.text
  return [reply.altText, reply.fallback ?? '', ...stringsIn(reply.data)].join('\n')
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}
