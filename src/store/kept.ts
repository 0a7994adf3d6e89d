/**
 * Kept collections: each has a counter in the store, raised by every transaction that writes to it, whichever process it runs
 * in; as long as it stands, what was read before is what is there.
 */
import type { Collection, Stored } from './types.ts'

/** Where the counters are. */
export const COUNTERS = '_changes'

interface Kept {
  readonly count: number
  readonly documents: readonly unknown[]
}

export class KeptCollections {
  readonly #kept = new Map<string, Kept>()

  /**
   * @param count reads the counter
   * @param load reads the documents; after the counter, so that what is written in between is at worst read twice
   */
  async all<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    count: () => Promise<number>,
    load: () => Promise<Stored<T>[]>,
  ): Promise<readonly Stored<T>[]> {
    if (!from.isKept) throw new Error(`${from.name} is not declared as kept`)
    const now = await count()
    const kept = this.#kept.get(from.name)
    if (kept?.count === now) return kept.documents as readonly Stored<T>[]
    const documents = Object.freeze(await load())
    this.#kept.set(from.name, { count: now, documents })
    return documents
  }
}
