/**
 * Links to stored files for people without a login: a random token that lives for a while. The store keeps only its hash,
 * so that a copy of the store opens nothing.
 */
import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { collection, type Reader, type Transaction } from '../store/index.ts'

const FileLink = z.object({ id: z.string(), fileId: z.string(), madeFor: z.string(), expiresAt: z.date() })

export const fileLinks = collection('fileLinks', { schema: FileLink })

/** @returns the path under the program's own origin, good until `expiresAt` */
export function makeFileLink(tx: Transaction, link: { fileId: string; madeFor: string; expiresAt: Date }): string {
  const token = randomBytes(32).toString('base64url')
  tx.insert(fileLinks, { id: hashOf(token), ...link })
  return `/files/${token}`
}

/** The id of the file that a token opens, while it lives. */
export async function openFileLink(read: Reader, token: string, now: Date): Promise<string | undefined> {
  const link = await read.get(fileLinks, hashOf(token))
  return link && link.expiresAt > now ? link.fileId : undefined
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
