/**
 * Fetches the files that are wanted from LINE at once (LINE deletes them after a time it does not name), keeps their bytes
 * under their hash, and removes what was unsent when nobody else sent the same.
 */
import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { Clock } from '../clock.ts'
import type { ContentOutcome } from '../line/index.ts'
import type { Log } from '../log.ts'
import { Conflict, type Store, type Stored } from '../store/index.ts'
import { media, type StoredMedia } from './media.ts'
import { isWhatItShouldBe, safeName } from './media-type.ts'

const TRY_AGAIN_MS = 5_000
const MOST_TRIES = 20
const AT_ONCE = 4
const BATCH = 20
/** How long the process that fetches a file has it for itself. */
const CLAIM_MS = 15_000

/** LINE has it no more, cannot prepare it, or it is more than is kept: another try changes nothing. */
const FOR_GOOD: readonly string[] = ['gone', 'unusable', 'too-large']
/** Says nothing about the file: such a try does not count. */
const NOT_ITS_FAULT: readonly string[] = ['unauthorised', 'unreached', 'rate-limited']

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
  /** A file was given up; whom it matters to may be told. */
  onLost: (messageId: string) => Promise<void>
}): MediaKeeper {
  const { store, clock, log, content, onLost } = parts
  let running: Promise<void> | undefined
  let stopping = false

  /** @returns the record as stored; undefined when somebody else has decided meanwhile */
  async function settle(doc: Stored<StoredMedia>, after: Partial<StoredMedia>) {
    try {
      const next = { ...doc, ...after }
      await store.transaction((tx) => tx.replace(media, next))
      return { ...next, rev: doc.rev + 1 }
    } catch (error) {
      if (error instanceof Conflict) return undefined
      throw error
    }
  }

  async function fetchOne(wanted: Stored<StoredMedia>): Promise<void> {
    const doc = await settle(wanted, { nextTryAt: later(CLAIM_MS) })
    if (!doc) return
    const fetched = await content(doc.id)
    const isGood = fetched.kind === 'content' && isWhatItShouldBe(doc.kind, fetched.bytes, fetched.contentType)
    if (isGood) return keep(doc, fetched.bytes)
    const outcome = fetched.kind === 'content' ? 'something else' : fetched.kind
    const tries = NOT_ITS_FAULT.includes(outcome) ? doc.tries : doc.tries + 1
    const isOver = FOR_GOOD.includes(outcome) || tries >= MOST_TRIES
    log.warn({ messageId: doc.id, outcome, tries, isOver }, 'a file could not be fetched')
    if (!isOver) await settle(doc, { tries, nextTryAt: later(TRY_AGAIN_MS * (tries + 1)) })
    else if (await settle(doc, { status: 'gone' })) await onLost(doc.id)
  }

  function later(ms: number): Date {
    return new Date(clock.now().getTime() + ms)
  }

  async function keep(doc: Stored<StoredMedia>, bytes: Uint8Array): Promise<void> {
    const contentId = `media-${createHash('sha256').update(bytes).digest('hex')}`
    // What the sender says it is does not matter: the type is read from the bytes.
    const type = await fileTypeFromBuffer(bytes)
    const contentType = type?.mime ?? 'application/octet-stream'
    const put = () => store.files.put({ id: contentId, name: safeName(doc.name, type?.ext), contentType }, bytes)
    await put()
    if (await settle(doc, { status: 'stored', contentId })) {
      // Another process may have removed the same bytes for somebody else just before this one was on record.
      await put()
      log.info({ messageId: doc.id, bytes: bytes.length }, 'a file was stored')
    } else await removeUnused(contentId)
  }

  async function removeOne(doc: Stored<StoredMedia>): Promise<void> {
    const { contentId, ...rest } = doc
    if (!(await settle(rest, { status: 'removed' }))) return
    if (contentId) await removeUnused(contentId)
    log.info({ messageId: doc.id }, 'a file was removed for its sender')
  }

  async function removeUnused(contentId: string): Promise<void> {
    if ((await store.count(media, 'byContent', [contentId, 'stored'])) === 0) await store.files.remove(contentId)
  }

  async function each(docs: readonly Stored<StoredMedia>[], work: (doc: Stored<StoredMedia>) => Promise<void>) {
    const left = [...docs]
    const hand = async () => {
      for (let doc = left.shift(); doc && !stopping; doc = left.shift()) await work(doc)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, hand))
  }

  async function run(): Promise<void> {
    const due = { before: later(1), limit: BATCH }
    await each(await store.find(media, 'byStatus', ['unsent'], due), removeOne)
    await each(await store.find(media, 'byStatus', ['wanted'], due), fetchOne)
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
