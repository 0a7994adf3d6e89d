/**
 * Links to files for people without a login: a random token that lives for a while. The store keeps only its hash, so that
 * a copy of the store opens nothing; the file goes in the night after its link has died.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { changeEach, collection, type Reader, type Store, type Stored, type Transaction } from '../store/index.ts'
import type { Change, SharedFile, Turn } from './types.ts'

const LIFETIME_MS = 24 * 60 * 60 * 1000

const FileLink = z.object({
  id: z.string(),
  fileId: z.string(),
  madeFor: z.string(),
  expiresAt: z.date(),
  kind: z.enum(['export', 'picture']),
})

type FileLink = z.infer<typeof FileLink>

export const fileLinks = collection('fileLinks', {
  schema: FileLink,
  indexes: { byExpiry: { fields: ['kind', 'expiresAt'] } },
})

/** The id of the file that a token opens, while it lives. */
export async function openFileLink(read: Reader, token: string, now: Date): Promise<string | undefined> {
  const link = await read.get(fileLinks, hashOf(token))
  return link && link.expiresAt > now ? link.fileId : undefined
}

/** The links that were made for this person: exports are removed at once, the links by the changes. */
export async function removeLinksOf(store: Store, { read, userId }: Pick<Turn, 'read' | 'userId'>): Promise<Change[]> {
  const own = (await read.find(fileLinks, 'byExpiry', [])).filter(({ madeFor }) => madeFor === userId)
  for (const { kind, fileId } of own) if (kind === 'export') await store.files.remove(fileId)
  return own.map((link) => (tx) => tx.remove(fileLinks, link))
}

/**
 * Keeps a file for whoever asked and makes the link to it, good for a day. The file is named by the event, so that an
 * event that is worked again leaves one file.
 * @param publicOrigin where people reach this program; without it there are no links
 */
export function createFileSharer(store: Store, publicOrigin: string | undefined) {
  return async function shareFile(
    turn: Turn,
    file: { name: string; contentType: string; bytes: Uint8Array },
  ): Promise<SharedFile> {
    if (!publicOrigin) return { ok: false }
    const fileId = `export-${turn.event.id}`
    await store.files.put({ id: fileId, name: file.name, contentType: file.contentType }, file.bytes)
    const link = linkTo(publicOrigin, { fileId, kind: 'export', madeFor: turn.userId, now: turn.now })
    return { ok: true, url: link.url, expiresAt: link.expiresAt, changes: [link.change] }
  }
}

/** A link to what the store keeps anyway, good for a day. An export goes with its link; a picture belongs to its record. */
export function linkTo(
  publicOrigin: string,
  { now, ...what }: Pick<FileLink, 'fileId' | 'kind' | 'madeFor'> & { readonly now: Date },
) {
  const token = randomBytes(32).toString('base64url')
  const expiresAt = new Date(now.getTime() + LIFETIME_MS)
  const change: Change = (tx) => tx.insert(fileLinks, { id: hashOf(token), ...what, expiresAt })
  return { url: `${publicOrigin}/files/${token}`, expiresAt, change }
}

/** Clears all dead links away, and the exports behind them. @returns how many there were */
export function trimFileLinks(store: Store, now: Date, signal?: AbortSignal): Promise<number> {
  const remove = async (tx: Transaction, link: Stored<FileLink>) => {
    if (link.kind === 'export') await store.files.remove(link.fileId)
    tx.remove(fileLinks, link)
  }
  return changeEach(store, deadLinks(store, now), remove, signal)
}

async function* deadLinks(store: Store, before: Date): AsyncGenerator<Stored<FileLink>> {
  for (const kind of FileLink.shape.kind.options) yield* store.iterate(fileLinks, 'byExpiry', [kind], { before })
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
