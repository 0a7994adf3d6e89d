/**
 * The raw bytes of a request, up to a cap. Counted as they come, whatever Content-Type, Content-Length or
 * Transfer-Encoding say; never unpacked, so nothing small becomes large.
 */
import type { IncomingMessage } from 'node:http'

/** 'too-large' is known at once: what still comes is thrown away by the server until the request ends or times out. */
export type BodyRead =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' | 'broken-off' }

export function readBody(request: IncomingMessage, mostBytes: number): Promise<BodyRead> {
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) return Promise.resolve({ kind: 'too-large' })
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let bytes = 0
    const take = (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > mostBytes) {
        request.off('data', take)
        resolve({ kind: 'too-large' })
      } else chunks.push(chunk)
    }
    request.on('data', take)
    request.once('end', () => resolve({ kind: 'whole', bytes: Buffer.concat(chunks, bytes) }))
    request.once('close', () => resolve({ kind: 'broken-off' }))
    request.once('error', () => resolve({ kind: 'broken-off' }))
  })
}
