/** Deciding again on fresh documents when somebody else was faster. */
import { Conflict, DuplicateKey } from './errors.ts'

/**
 * Runs `work` again, from its first read, when its transaction was rejected as a Conflict or a DuplicateKey; the last
 * rejection is thrown. `work` must have no other effect than its transaction.
 */
export async function retryOnConflict<R>(work: () => Promise<R>, times = 5): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= times || !(error instanceof Conflict || error instanceof DuplicateKey)) throw error
    }
  }
}
