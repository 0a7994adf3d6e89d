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
  readonly #known = new Map<string, Map<string, Known>>()
  #count = 0

  /** @returns null: there is none; undefined: it has to be looked for */
  get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string): Stored<T> | null | undefined {
    return this.#known.get(from.name)?.get(id) as Stored<T> | null | undefined
  }

  /** What was read, frozen; null: there is none. */
  keep(from: { readonly name: string }, id: string, document: Known, length: number): void {
    const known = this.#known.get(from.name) ?? new Map<string, Known>()
    this.#known.set(from.name, known)
    if (known.delete(id)) this.#count -= 1
    if (length > LONGEST) return
    known.set(id, document)
    this.#count += 1
    const [oldest] = this.#count > MOST ? known.keys() : []
    if (oldest !== undefined && known.delete(oldest)) this.#count -= 1
  }

  /** What was written. Only what somebody has read is kept: most of it nobody asks for. */
  note(into: { readonly name: string }, id: string, document: Known, length: number): void {
    if (this.#known.get(into.name)?.has(id)) this.keep(into, id, document, length)
  }

  forgetAll(): void {
    this.#known.clear()
    this.#count = 0
  }
}
