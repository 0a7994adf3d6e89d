/**
 * Documents as they were read or written before: what is asked for at every turn (a person, their chat) is then not read again.
 * They hold while nobody else writes to the file; what this connection writes is noted here.
 */
import type { Collection, Stored } from '../types.ts'

const MOST = 10_000
/** In characters. Larger ones are few, and not what is read at every turn. */
const LONGEST = 4_096

type Known = Stored<{ id: string }> | null

export class KnownDocuments {
  readonly #known = new Map<string, Known>()

  /** @returns null: there is none; undefined: it has to be looked for */
  get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string): Stored<T> | null | undefined {
    return this.#known.get(keyOf(from, id)) as Stored<T> | null | undefined
  }

  /** What was read, frozen; null: there is none. */
  keep(from: { readonly name: string }, id: string, document: Known, length: number): void {
    const key = keyOf(from, id)
    this.#known.delete(key)
    if (length > LONGEST) return
    this.#known.set(key, document)
    if (this.#known.size <= MOST) return
    const [oldest] = this.#known.keys()
    if (oldest !== undefined) this.#known.delete(oldest)
  }

  /** What was written. Only what somebody has read is kept: most of it nobody asks for. */
  note(into: { readonly name: string }, id: string, document: Known, length: number): void {
    if (this.#known.has(keyOf(into, id))) this.keep(into, id, document, length)
  }

  forget(into: { readonly name: string }, id: string): void {
    this.#known.delete(keyOf(into, id))
  }

  forgetAll(): void {
    this.#known.clear()
  }
}

const keyOf = (within: { readonly name: string }, id: string): string => `${within.name}/${id}`
