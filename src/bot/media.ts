/**
 * Photos and files that people send: fetched from LINE at once by ourselves (LINE deletes them after a time it does not
 * name), kept in the store, and removed when their sender takes the message back, even when that comes first.
 */
import { fileTypeFromBuffer } from 'file-type'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { FileRef } from '../dialogs/index.ts'
import type { ContentOutcome } from '../line/index.ts'
import type { Log } from '../log.ts'
import { Conflict, collection, type Reader, type Store, type Stored } from '../store/index.ts'
import type { Change, Feature } from './types.ts'

const TRY_AGAIN_MS = 5_000
const MOST_TRIES = 20

const StoredMedia = z.object({
  /** LINE's message id. */
  id: z.string(),
  name: z.string(),
  /** 'unsent': to be removed; 'removed': it was, or is not to be kept should it come. */
  status: z.enum(['wanted', 'stored', 'gone', 'unsent', 'removed']),
  tries: z.int(),
  nextTryAt: z.date(),
})
type StoredMedia = z.infer<typeof StoredMedia>

export const media = collection('media', {
  schema: StoredMedia,
  indexes: { byStatus: { fields: ['status', 'nextTryAt'] } },
})

/** The id under which the store keeps the file of a message. */
export function mediaFileId(messageId: string): string {
  return `line-${messageId}`
}

/** To be written with the event: this file is to be fetched, unless its sender has taken it back already. */
export async function wantMedia(read: Reader, file: FileRef, now: Date): Promise<Change[]> {
  if (await read.get(media, file.messageId)) return []
  const wanted: StoredMedia = {
    id: file.messageId,
    name: file.name ?? file.kind,
    status: 'wanted',
    tries: 0,
    nextTryAt: now,
  }
  return [(tx) => tx.insert(media, wanted)]
}

/** A message was taken back: what was kept of it goes. Text is forgotten anyway once its event is worked. */
export const mediaFeature: Feature = {
  on: {
    async unsend({ event, read, now }) {
      if (event.kind !== 'unsend') return { replies: [] }
      const known = await read.get(media, event.messageId)
      const unsent: StoredMedia = { id: event.messageId, name: '', status: 'unsent', tries: 0, nextTryAt: now }
      return {
        replies: [],
        changes: [(tx) => (known ? tx.replace(media, { ...known, ...unsent }) : tx.insert(media, unsent))],
      }
    },
  },
}

export interface MediaKeeper {
  /** Fetches what is wanted and removes what was unsent. One run at a time. */
  keepUp(): Promise<void>
  /** Begins nothing more; resolves when what is under way has ended. */
  stop(): Promise<void>
}

export function createMediaKeeper(parts: {
  store: Store
  clock: Clock
  log: Log
  content: (messageId: string) => Promise<ContentOutcome>
}): MediaKeeper {
  const { store, clock, log, content } = parts
  let running: Promise<void> | undefined
  let stopping = false

  /** Writes what became of it, unless somebody else has decided meanwhile. */
  async function settle(doc: Stored<StoredMedia>, after: Partial<StoredMedia>): Promise<boolean> {
    try {
      await store.transaction((tx) => tx.replace(media, { ...doc, ...after }))
      return true
    } catch (error) {
      if (error instanceof Conflict) return false
      throw error
    }
  }

  async function fetchOne(doc: Stored<StoredMedia>): Promise<void> {
    const fetched = await content(doc.id)
    if (fetched.kind === 'content') return keep(doc, fetched.bytes)
    log.warn({ messageId: doc.id, outcome: fetched.kind }, 'a file could not be fetched')
    const isOver = fetched.kind === 'gone' || fetched.kind === 'too-large' || doc.tries + 1 >= MOST_TRIES
    const later = new Date(clock.now().getTime() + TRY_AGAIN_MS * (doc.tries + 1))
    await settle(doc, isOver ? { status: 'gone' } : { tries: doc.tries + 1, nextTryAt: later })
  }

  async function keep(doc: Stored<StoredMedia>, bytes: Uint8Array): Promise<void> {
    // What the sender says it is does not matter: the type is read from the bytes.
    const type = await fileTypeFromBuffer(bytes)
    await store.files.put(
      {
        id: mediaFileId(doc.id),
        name: safeName(doc.name, type?.ext),
        contentType: type?.mime ?? 'application/octet-stream',
      },
      bytes,
    )
    if (await settle(doc, { status: 'stored' })) return
    // Another process may have removed it for its sender while the bytes were still on their way to this one.
    const decided = await store.get(media, doc.id)
    if (decided?.status === 'removed') await store.files.remove(mediaFileId(doc.id))
  }

  async function removeOne(doc: Stored<StoredMedia>): Promise<void> {
    await store.files.remove(mediaFileId(doc.id))
    await settle(doc, { status: 'removed' })
  }

  async function run(): Promise<void> {
    const due = { before: new Date(clock.now().getTime() + 1), limit: 20 }
    const unsent = await store.find(media, 'byStatus', ['unsent'], due)
    for (const doc of unsent) if (!stopping) await removeOne(doc)
    const wanted = await store.find(media, 'byStatus', ['wanted'], due)
    for (const doc of wanted) if (!stopping) await fetchOne(doc)
  }

  return {
    keepUp() {
      running ??= run()
        .catch((error) => log.error({ err: error }, 'keeping up with files failed'))
        .finally(() => {
          running = undefined
        })
      return running
    },
    async stop() {
      stopping = true
      await running
    },
  }
}

/** A name that is no path and has the ending of what it is. */
function safeName(name: string, extension: string | undefined): string {
  const base = name
    .replace(/[^\p{L}\p{M}\p{N}._ -]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(0, 100)
  return extension && !base.toLowerCase().endsWith(`.${extension}`) ? `${base}.${extension}` : base
}
