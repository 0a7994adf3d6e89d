/**
 * Links to files for people without a login: a random token that lives for a while. The store keeps only its hash, so that
 * a copy of the store opens nothing; the file goes in the night after its link has died.
 */
import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { changeEach, collection, type Store, type Stored, type Transaction } from '../store/index.ts'
import { seal, unseal } from './sealed-file.ts'
import type { Change, ShareFile, Turn } from './types.ts'

const LIFETIME_MS = 24 * 60 * 60 * 1000

const FileLink = z.object({
  id: z.string(),
  fileId: z.string(),
  madeFor: z.string(),
  expiresAt: z.date(),
  kind: z.enum(['export', 'picture']),
  isSealed: z.boolean().optional(),
})

type FileLink = z.infer<typeof FileLink>

export const fileLinks = collection('fileLinks', {
  schema: FileLink,
  indexes: { byExpiry: { fields: ['kind', 'expiresAt'] } },
})

export interface OpenedFile {
  readonly name: string
  readonly contentType: string
  readonly bytes: number
  readonly stream: Readable
}

/** The file that a token opens, while it lives. */
export async function openFileLink(store: Store, token: string, now: Date): Promise<OpenedFile | undefined> {
  const link = await store.get(fileLinks, hashOf(token))
  const file = link && link.expiresAt > now ? await store.files.get(link.fileId) : undefined
  if (!link || !file) return undefined
  const { name, contentType, bytes } = file.info
  if (!link.isSealed) return { name, contentType, bytes, stream: file.stream }
  const open = unseal(await buffer(file.stream), token)
  return { name, contentType, bytes: open.length, stream: Readable.from([open]) }
}

/** The links that were made for this person: exports are removed at once, the links by the changes. */
export async function removeLinksOf(store: Store, { read, userId }: Pick<Turn, 'read' | 'userId'>): Promise<Change[]> {
  const own = (await read.find(fileLinks, 'byExpiry', [])).filter(({ madeFor }) => madeFor === userId)
  for (const { kind, fileId } of own) if (kind === 'export') await store.files.remove(fileId)
  return own.map((link) => (tx) => tx.remove(fileLinks, link))
}

/**
 * Keeps a file for whoever asked and makes the link to it, good for a day unless it says otherwise. The file is named by the
 * event, so that an event that is worked again leaves one file.
 * @param publicOrigin where people reach this program; without it there are no links
 */
export function createFileSharer(store: Store, publicOrigin: string | undefined): ShareFile {
  return async (turn, file) => {
    if (!publicOrigin) return { ok: false }
    const fileId = `export-${turn.event.id}`
    const { name, contentType, bytes, until: expiresAt = inADay(turn.now), isSecret = false } = file
    const link = linkTo(publicOrigin, {
      fileId,
      kind: 'export',
      madeFor: turn.userId,
      expiresAt,
      ...(isSecret && { isSealed: true }),
    })
    // What an earlier try sealed, no link can read any more.
    if (isSecret) await store.files.remove(fileId)
    await store.files.put({ id: fileId, name, contentType }, isSecret ? seal(bytes, link.token) : bytes)
    return { ok: true, url: link.url, expiresAt, changes: [link.change] }
  }
}

export function inADay(now: Date): Date {
  return new Date(now.getTime() + LIFETIME_MS)
}

/** A link to what the store keeps. An export goes with its link; a picture belongs to its record. */
export function linkTo(publicOrigin: string, link: Omit<FileLink, 'id'>) {
  const token = randomBytes(32).toString('base64url')
  const change: Change = (tx) => tx.insert(fileLinks, { id: hashOf(token), ...link })
  return { token, url: `${publicOrigin}/files/${token}`, change }
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
