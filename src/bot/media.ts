/**
 * Photos and files that people send: which are wanted, what became of each, and what happens when their sender takes the
 * message back. `media-keeper.ts` fetches and removes them. The same bytes are kept once, whoever sent them.
 */
import { z } from 'zod'
import type { FileRef } from '../dialogs/index.ts'
import { collection, type Reader, type Store, type Stored } from '../store/index.ts'
import { texts } from './texts.ts'
import type { Change, Feature, Outcome, Turn } from './types.ts'

const StoredMedia = z.object({
  /** LINE's message id. */
  id: z.string(),
  name: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'file']).optional(),
  /** 'unsent': to be removed; 'removed': it was, or is not to be kept should it come. */
  status: z.enum(['wanted', 'stored', 'gone', 'unsent', 'removed']),
  /** The id of its bytes in the store, once they are there. */
  contentId: z.string().optional(),
  tries: z.int(),
  nextTryAt: z.date(),
})
export type StoredMedia = z.infer<typeof StoredMedia>

export const media = collection('media', {
  schema: StoredMedia,
  indexes: {
    byStatus: { fields: ['status', 'nextTryAt'] },
    byContent: { fields: ['contentId', 'status'] },
  },
})

/** The id under which a record names the file of a message; `openMedia` finds its bytes. */
export function mediaFileId(messageId: string): string {
  return `line-${messageId}`
}

/** The bytes of a message's file, where they are kept. */
export async function openMedia(store: Store, messageId: string) {
  const known = await store.get(media, messageId)
  return known?.status === 'stored' && known.contentId ? store.files.get(known.contentId) : undefined
}

/** To be written with the event: this file is to be fetched, unless its sender has taken it back already. */
export async function wantMedia(read: Reader, file: FileRef, now: Date): Promise<Change[]> {
  if (await read.get(media, file.messageId)) return []
  const wanted: StoredMedia = {
    id: file.messageId,
    name: file.name ?? file.kind,
    kind: file.kind,
    status: 'wanted',
    tries: 0,
    nextTryAt: now,
  }
  return [(tx) => tx.insert(media, wanted)]
}

/** Its sender took the message back before it was even looked at: webhooks come in any order. */
export async function wasTakenBack(read: Reader, messageId: string): Promise<boolean> {
  const known = await read.get(media, messageId)
  return known?.status === 'unsent' || known?.status === 'removed'
}

/** The receipt number of the submitted report that this person's file belongs to, if it does. */
export type FindReport = (turn: Turn, fileId: string) => Promise<string | undefined>

/**
 * A message was taken back: what was kept of it goes. Text is forgotten anyway once its event is worked. What is part of a
 * submitted report stays with the report, and the sender is told so.
 */
export function mediaFeature(findReport: FindReport): Feature {
  return {
    on: {
      async unsend(turn) {
        const { event } = turn
        if (event.kind !== 'unsend') return { replies: [] }
        const receiptNo = await findReport(turn, mediaFileId(event.messageId))
        if (receiptNo) return { replies: [{ kind: 'text', text: texts.keptWithReport(receiptNo) }] }
        return takeBack(turn, event.messageId)
      },
    },
  }
}

async function takeBack({ read, now }: Turn, messageId: string): Promise<Outcome> {
  const known = await read.get(media, messageId)
  if (known) return { replies: [], changes: [drop(known, now)] }
  const unsent: StoredMedia = { id: messageId, name: '', status: 'unsent', tries: 0, nextTryAt: now }
  return { replies: [], changes: [(tx) => tx.insert(media, unsent)] }
}

/** The files of these messages are wanted no more: each goes, as if its sender had taken it back. */
export async function dropFiles(read: Reader, messageIds: readonly string[], now: Date): Promise<Change[]> {
  const found = await Promise.all([...new Set(messageIds)].map((messageId) => read.get(media, messageId)))
  return found.flatMap((known) => (known ? [drop(known, now)] : []))
}

function drop(known: Stored<StoredMedia>, now: Date): Change {
  return (tx) => tx.replace(media, { ...known, name: '', status: 'unsent', tries: 0, nextTryAt: now })
}
