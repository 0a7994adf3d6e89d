/**
 * What is remembered of one person's chat between two messages: the running dialog, drafts laid aside, the last draft that
 * was cancelled (so that a slip can be undone), and what was just talked about.
 */
import { z } from 'zod'
import type { DialogState } from '../dialogs/index.ts'
import { collection, type Reader, type Stored, type Transaction } from '../store/index.ts'
import type { Memory } from './types.ts'

/** More drafts than a person can keep apart; the oldest goes when one more is laid aside. */
const MOST_PARKED = 5

const StoredConversation = z.object({
  id: z.string(),
  /** A `Conversation` as JSON: dialogs change their shape more often than the store should. */
  body: z.string(),
  touchedAt: z.date(),
})

export const conversations = collection('conversations', {
  schema: StoredConversation,
  indexes: { byId: { fields: ['id'] } },
})

export interface Conversation {
  readonly draft?: DialogState
  readonly parked: readonly DialogState[]
  readonly cancelled?: DialogState
  readonly memory: Memory
}

export const NOTHING: Conversation = { parked: [], memory: {} }

export interface ConversationRead {
  readonly conversation: Conversation
  readonly stored?: Stored<z.infer<typeof StoredConversation>>
}

export async function readConversation(read: Reader, userId: string): Promise<ConversationRead> {
  const stored = await read.get(conversations, userId)
  return stored ? { conversation: JSON.parse(stored.body) as Conversation, stored } : { conversation: NOTHING }
}

/** What this person has begun and not sent: the running draft and those laid aside. */
export async function draftsOf(read: Reader, userId: string): Promise<readonly DialogState[]> {
  const { draft, parked } = (await readConversation(read, userId)).conversation
  return draft ? [draft, ...parked] : parked
}

/** Writes the conversation if it changed, or removes it when nothing is left; the revision read before makes two processes take turns. */
export function writeConversation(
  tx: Transaction,
  userId: string,
  before: ConversationRead,
  after: Conversation,
  now: Date,
): void {
  if (after === before.conversation) return
  const body = JSON.stringify(after)
  if (before.stored && after === NOTHING) tx.remove(conversations, before.stored)
  else if (before.stored) tx.replace(conversations, { ...before.stored, body, touchedAt: now })
  else tx.insert(conversations, { id: userId, body, touchedAt: now })
}

/** Lays the running draft aside, newest first. */
export function parkDraft(conversation: Conversation): Conversation {
  if (!conversation.draft) return conversation
  const { draft, ...rest } = conversation
  return { ...rest, parked: [draft, ...conversation.parked].slice(0, MOST_PARKED) }
}

/** Drops the running draft but keeps it at hand, for 'เรียกคืน'. */
export function cancelDraft(conversation: Conversation): Conversation {
  const { draft, ...rest } = conversation
  return draft ? { ...rest, cancelled: draft } : conversation
}

export function withDraft(conversation: Conversation, draft: DialogState): Conversation {
  return { ...conversation, draft }
}

export function withoutDraft(conversation: Conversation): Conversation {
  const { draft: _finished, ...rest } = conversation
  return rest
}
