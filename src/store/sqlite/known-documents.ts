/**
 * Documents as they were read before, decoded and validated: what is read again and again (the pair register, the people)
 * is then only copied. The text in the database is compared each time, so nobody sees anything that is not there.
 */
import { checkOut, copyOf } from '../document.ts'
import type { Collection, Stored } from '../types.ts'
import { decode } from './json.ts'
import type { Row } from './statements.ts'

const MOST = 4_000
/** Larger ones are few, and not what is read at every turn. */
const LONGEST = 4_096

export class KnownDocuments {
  readonly #known = new Map<string, { readonly text: string; readonly fields: unknown }>()

  /** @throws InvalidDocument */
  read<T extends { id: string }, I extends string>(from: Collection<T, I>, row: Row): Stored<T> {
    const [id, rev, text] = [String(row.id), Number(row.rev), String(row.doc)]
    const key = `${from.name}/${id}`
    const known = this.#known.get(key)
    if (known?.text === text) return { ...(copyOf(known.fields) as T), rev }
    const document = checkOut(from, id, rev, decode(text))
    if (text.length <= LONGEST) this.#keep(key, text, copyOf(document))
    return document
  }

  #keep(key: string, text: string, fields: unknown): void {
    this.#known.delete(key)
    this.#known.set(key, { text, fields })
    if (this.#known.size <= MOST) return
    const [oldest] = this.#known.keys()
    if (oldest !== undefined) this.#known.delete(oldest)
  }
}
