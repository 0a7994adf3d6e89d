/**
 * Replies as the JSON of LINE's messages. What was composed lately is not composed again: everybody who reports is asked the
 * same questions, and all that a run of a dialog has for itself is the nonce in its buttons.
 */
import { Recent } from '../recent.ts'
import { nonceIn, withNonce } from './say.ts'
import type { Reply } from './types.ts'

export type Compose = (replies: readonly Reply[]) => readonly unknown[]

/** @returns '[]' when the replies say nothing */
export type Write = (replies: readonly Reply[]) => string

const MOST = 1_000
/** In characters; what is longer is hardly said twice, and would fill the memory. */
const LONGEST = 8_000

export function writeWith(compose: Compose): Write {
  const written = new Recent<string>(MOST)

  return (replies) => {
    const asked = JSON.stringify(replies)
    const nonce = nonceIn(asked) ?? ''
    const nobodys = '-'.repeat(nonce.length)
    const key = withNonce(asked, nonce, nobodys)
    // Somebody may have typed what stands for the nonce.
    const mayBeKept = withNonce(key, nobodys, nonce) === asked && key.length <= LONGEST
    const known = mayBeKept ? written.get(key) : undefined
    if (known !== undefined) return withNonce(known, nobodys, nonce)
    const json = JSON.stringify(compose(replies))
    const kept = withNonce(json, nonce, nobodys)
    if (mayBeKept && withNonce(kept, nobodys, nonce) === json) written.set(key, kept)
    return json
  }
}
