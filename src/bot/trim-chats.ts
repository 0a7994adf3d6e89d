/** Chats in which nothing was said for long: what was talked about goes, and later the drafts with their photos. */
import { changeEach, type Reader, type Store, type Stored } from '../store/index.ts'
import { type Conversation, conversations } from './conversation.ts'
import { dropFiles, mediaFileId } from './media.ts'
import { messagesWithFiles } from './taken-back.ts'
import type { Change } from './types.ts'

interface Old {
  readonly stored: Stored<{ id: string; body: string; touchedAt: Date }>
  readonly messageIds: readonly string[]
}

/**
 * @param when.chats last touched before: without a draft of its own it is removed
 * @param when.drafts last touched before: it is removed whatever it holds
 * @param filesInReports the ids of files that stay, because a report holds them
 */
export async function trimChats(
  store: Store,
  when: { readonly chats: Date; readonly drafts: Date; readonly now: Date },
  filesInReports: (read: Reader) => Promise<ReadonlySet<string>>,
  signal?: AbortSignal,
): Promise<number> {
  let asked: Promise<ReadonlySet<string>> | undefined
  const dropped = async (read: Reader, messageIds: readonly string[]): Promise<Change[]> => {
    if (messageIds.length === 0) return []
    asked ??= filesInReports(store)
    const reported = await asked
    return dropFiles(
      read,
      messageIds.filter((id) => !reported.has(mediaFileId(id))),
      when.now,
    )
  }
  return changeEach(
    store,
    oldChats(store, when),
    async (tx, { stored, messageIds }) => {
      for (const change of await dropped(tx, messageIds)) change(tx)
      tx.remove(conversations, stored)
    },
    signal,
  )
}

async function* oldChats(store: Store, { chats, drafts }: { chats: Date; drafts: Date }): AsyncGenerator<Old> {
  for await (const stored of store.iterate(conversations, 'byId', [])) {
    if (stored.touchedAt >= chats) continue
    const conversation: Conversation = JSON.parse(stored.body)
    const isEmpty = !conversation.draft && conversation.parked.length === 0
    if (isEmpty || stored.touchedAt < drafts) yield { stored, messageIds: messagesWithFiles(conversation) }
  }
}
