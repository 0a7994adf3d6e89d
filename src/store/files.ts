/** What both file stores share: how large a file may be, and what is noted about it. */
import { createHash } from 'node:crypto'
import { FileTooLarge } from './errors.ts'
import type { FileInfo } from './types.ts'

export const MAX_FILE_BYTES = 20 * 1024 * 1024
export const CHUNK_BYTES = 256 * 1024

/** @throws FileTooLarge */
export function describeFile(file: { id: string; name: string; contentType: string }, bytes: Uint8Array): FileInfo {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new FileTooLarge(file.id, bytes.byteLength)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { id: file.id, name: file.name, contentType: file.contentType, bytes: bytes.byteLength, sha256 }
}
