/**
 * Photos and files that people send: fetched from LINE at once by ourselves (LINE deletes them after a time it does not
 * name), kept in the store, and removed when their sender takes the message back, even when that comes first.
 */
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { FileRef } from '../dialogs/index.ts'
import type { ContentOutcome } from '../line/index.ts'
import type { Log } from '../log.ts'
import { collection, retryOnConflict, type Store, type Transaction } from '../store/index.ts'

const TRY_AGAIN_MS = 5_000
const MOST_TRIES = 20

const StoredMedia = z.object({
  /** LINE's message id. */
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  status: z.enum(['wanted', 'stored', 'gone', 'unsent']),
  tries: z.number(),
  nextTryAt: z.date(),
})

export const media = collection('media', { schema: StoredMedia, indexes: { byStatus: { fields: ['status', 'nextTryAt'] } } })

/** The id under which the store keeps the file of a message. */
export function mediaFileId(messageId: string): string {
  return `line-${messageId}`
}

/** Notes, in the transaction of the event, that this file is to be fetched. */
export function wantMedia(tx: Transaction, userId: string, file: FileRef, now: Date): void {
  tx.insert(media, { id: file.messageId, userId, name: file.name ?? file.kind, status: 'wanted', tries: 0, nextTryAt: now })
}

export interface MediaFetcher {
  /** Fetches what is wanted and due. One run at a time. */
  fetchDue(): Promise<void>
  /** The sender took the message back: the stored copy goes, and one still under way is not kept. */
  forget(messageId: string): Promise<void>
}

export function createMediaFetcher(parts: {
  store: Store
  clock: Clock
  log: Log
  content: (messageId: string) => Promise<ContentOutcome>
}): MediaFetcher {
  const { store, clock, log, content } = parts
  let running: Promise<void> | undefined

  async function settle(id: string, change: (doc: z.infer<typeof StoredMedia>) => z.infer<typeof StoredMedia>): Promise<boolean> {
    return retryOnConflict(() =>
      store.transaction(async (tx) => {
        const doc = await tx.get(media, id)
        if (doc?.status !== 'wanted') return false
        tx.replace(media, { ...change(doc), rev: doc.rev })
        return true
      }),
    )
  }

  async function fetchOne(id: string, name: string): Promise<void> {
    const fetched = await content(id)
    if (fetched.kind === 'content') {
      await store.files.put({ id: mediaFileId(id), name, contentType: fetched.contentType }, fetched.bytes)
      const isKept = await settle(id, (doc) => ({ ...doc, status: 'stored' }))
      // Taken back while it was under way.
      if (!isKept && (await store.get(media, id))?.status === 'unsent') await store.files.remove(mediaFileId(id))
      return
    }
    log.warn({ messageId: id, outcome: fetched.kind }, 'a file could not be fetched')
    await settle(id, (doc) =>
      fetched.kind === 'gone' || doc.tries + 1 >= MOST_TRIES
        ? { ...doc, status: 'gone' }
        : { ...doc, tries: doc.tries + 1, nextTryAt: new Date(clock.now().getTime() + TRY_AGAIN_MS * (doc.tries + 1)) },
    )
  }

  async function fetchAll(): Promise<void> {
    const due = await store.find(media, 'byStatus', ['wanted'], { before: new Date(clock.now().getTime() + 1), limit: 20 })
    for (const doc of due) await fetchOne(doc.id, doc.name)
  }

  return {
    fetchDue() {
      running ??= fetchAll()
        .catch((error) => log.error({ err: error }, 'fetching files failed'))
        .finally(() => {
          running = undefined
        })
      return running
    },
    async forget(messageId) {
      await retryOnConflict(() =>
        store.transaction(async (tx) => {
          const doc = await tx.get(media, messageId)
          const now = clock.now()
          if (doc) tx.replace(media, { ...doc, status: 'unsent' })
          else tx.insert(media, { id: messageId, userId: '', name: '', status: 'unsent', tries: 0, nextTryAt: now })
        }),
      )
      await store.files.remove(mediaFileId(messageId))
    },
  }
}
