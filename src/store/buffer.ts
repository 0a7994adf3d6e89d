/** A transaction while its function runs: reads go to the store, writes wait here until all of them are applied at once. */
import { checkIn } from './document.ts'
import type { Collection, FindOptions, Reader, Scalar, Stored, Transaction } from './types.ts'

interface OfDocument<Kind> {
  readonly kind: Kind
  readonly into: Collection
  readonly document: { id: string }
  /** The revision that was read; of an insert 0. */
  readonly rev: number
}

interface OfId<Kind> {
  readonly kind: Kind
  readonly into: Collection
  readonly id: string
  readonly rev: number
}

export type Write = OfDocument<'insert'> | OfDocument<'replace'> | OfId<'remove'> | OfId<'expect'>

export class WriteBuffer implements Transaction {
  readonly #read: Reader
  readonly #expects: Write[] = []
  readonly #writes: Write[] = []
  readonly #written = new Map<string, Set<string>>()
  #isOver = false

  constructor(read: Reader) {
    this.#read = read
  }

  /** Ends the transaction's function; what it wanted written, expectations first. */
  end(): readonly Write[] {
    this.#isOver = true
    return [...this.#expects, ...this.#writes]
  }

  insert<T extends { id: string }, I extends string>(into: Collection<T, I>, document: T): void {
    this.#write(document.id, { kind: 'insert', into, document: checkIn(into, document), rev: 0 })
  }

  replace<T extends { id: string }, I extends string>(into: Collection<T, I>, document: Stored<T>): void {
    this.#write(document.id, { kind: 'replace', into, document: checkIn(into, document), rev: revOf(into, document) })
  }

  remove<T extends { id: string }, I extends string>(into: Collection<T, I>, document: Stored<T>): void {
    this.#write(document.id, { kind: 'remove', into, id: document.id, rev: revOf(into, document) })
  }

  expect<T extends { id: string }, I extends string>(into: Collection<T, I>, document: Stored<T>): void {
    this.#mustBeOpen()
    this.#expects.push({ kind: 'expect', into, id: document.id, rev: revOf(into, document) })
  }

  all<T extends { id: string }, I extends string>(from: Collection<T, I>): Promise<readonly Stored<T>[]> {
    return this.#read.all(from)
  }

  get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string): Promise<Stored<T> | undefined> {
    return this.#read.get(from, id)
  }

  find<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ): Promise<Stored<T>[]> {
    return this.#read.find(from, index, prefix, options)
  }

  iterate<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ): AsyncIterable<Stored<T>> {
    return this.#read.iterate(from, index, prefix, options)
  }

  count<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: Pick<FindOptions, 'from' | 'before'>,
  ): Promise<number> {
    return this.#read.count(from, index, prefix, options)
  }

  #write(id: string, write: Write): void {
    this.#mustBeOpen()
    const { name } = write.into
    const written = this.#written.get(name)
    if (written?.has(id)) throw new Error(`${name}/${id} is written twice in one transaction`)
    if (written) written.add(id)
    else this.#written.set(name, new Set([id]))
    this.#writes.push(write)
  }

  #mustBeOpen(): void {
    if (this.#isOver) throw new Error('the transaction is over: its function has returned')
  }
}

function revOf(within: { readonly name: string }, document: { id: string; rev: number }): number {
  if (Number.isInteger(document.rev)) return document.rev
  throw new Error(`${within.name}: ${document.id} has no 'rev': hand over the document as it was read`)
}
