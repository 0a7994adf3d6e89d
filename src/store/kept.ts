/**
 * Kept collections: each has a counter in the store, raised by every transaction that writes to it, whichever process it runs
 * in; as long as it stands, what was read before is what is there.
 */
import type { Collection, Stored } from './types.ts'

/** Where the counters are. */
export const COUNTERS = '_changes'

interface Kept {
  readonly count: number
  /** Read once for all who ask meanwhile. */
  readonly documents: Promise<readonly unknown[]>
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
    if (kept?.count === now) return kept.documents as Promise<readonly Stored<T>[]>
    const documents = load().then((loaded): readonly Stored<T>[] => Object.freeze(loaded))
    const begun = { count: now, documents }
    this.#kept.set(from.name, begun)
    documents.catch(() => {
      if (this.#kept.get(from.name) === begun) this.#kept.delete(from.name)
    })
    return documents
  }
}
