/**
 * The narrow waist between the features and the database: collections with declared indexes, and transactions that
 * buffer their writes and apply them in one step. Two adapters stand behind it, SQLite and MongoDB, and one contract
 * suite (test/contract) holds both to what is written here.
 */
import type { Readable } from 'node:stream'
import type { z } from 'zod'

/** Every document has a string id of its own, unique in its collection. */
export type DocumentSchema = z.ZodObject<{ id: z.ZodString } & z.core.$ZodShape>

/**
 * Fields are top-level and scalar (string, number, boolean, Date); a document that lacks one sorts first and is not in a unique index.
 * `['id']` alone is how a collection is gone through as a whole: it costs nothing, every store has it anyway.
 */
export interface IndexSpec<Field extends string = string> {
  readonly fields: readonly Field[]
  readonly unique?: boolean
  /** Only documents with this value are in the index, and found through it: so it stays small however many others there are. */
  readonly only?: Only<Field>
}

type Only<Field extends string = string> = readonly [field: Field, value: string | number | boolean]

export interface Collection<T extends { id: string } = { id: string }, Index extends string = string> {
  readonly name: string
  readonly schema: z.ZodType<T>
  readonly indexes: Readonly<Record<Index, IndexSpec>>
  /** Few documents, read at every turn and seldom written: a store keeps them in memory. */
  readonly isKept?: boolean
}

/** Declares a collection. Nothing is opened: a store learns of the collections it is opened with. */
export function collection<S extends DocumentSchema, Index extends string = never>(
  name: string,
  declaration: { schema: S; indexes?: Record<Index, IndexSpec<keyof z.infer<S> & string>>; isKept?: boolean },
): Collection<z.infer<S> & { id: string }, Index> {
  const { indexes = {} as Record<Index, IndexSpec>, isKept = false } = declaration
  return { name, schema: declaration.schema as unknown as z.ZodType<z.infer<S> & { id: string }>, indexes, isKept }
}

/** A document as it was read: `rev` counts its replacements, from 1, and is what `replace`, `remove` and `expect` check. */
export type Stored<T> = T & { readonly rev: number }

export type Scalar = string | number | boolean | Date

export interface FindOptions {
  /** Bounds on the field after the prefix: `from` is in, `before` is out. */
  from?: Scalar
  before?: Scalar
  /** By the index's fields, then by id; default 'asc'. Strings compare by code point, on both stores alike. */
  order?: 'asc' | 'desc'
  limit?: number
}

export interface Reader {
  /**
   * All documents of a kept collection, by id. Shared and frozen: as long as nobody, here or elsewhere, has written to the
   * collection it is the same array, so that what was reckoned from it may be kept by it.
   */
  all<T extends { id: string }, I extends string>(from: Collection<T, I>): Promise<readonly Stored<T>[]>
  get<T extends { id: string }, I extends string>(from: Collection<T, I>, id: string): Promise<Stored<T> | undefined>
  /** The documents whose first index fields equal `prefix`, which may be shorter than the index. */
  find<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ): Promise<Stored<T>[]>
  /** As `find`, in batches: memory stays flat however many there are. */
  iterate<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: FindOptions,
  ): AsyncIterable<Stored<T>>
  count<T extends { id: string }, I extends string>(
    from: Collection<T, I>,
    index: NoInfer<I>,
    prefix: readonly Scalar[],
    options?: Pick<FindOptions, 'from' | 'before'>,
  ): Promise<number>
}

/**
 * Writes are buffered and applied in one step when the function ends; reads see what was committed before, never the
 * buffer. One document is written at most once in a transaction.
 */
export interface Transaction extends Reader {
  insert<T extends { id: string }, I extends string>(into: Collection<T, I>, document: T): void
  replace<T extends { id: string }, I extends string>(inside: Collection<T, I>, document: Stored<T>): void
  remove<T extends { id: string }, I extends string>(from: Collection<T, I>, document: Stored<T>): void
  /** The transaction holds only if this document is still as it was read. */
  expect<T extends { id: string }, I extends string>(inside: Collection<T, I>, document: Stored<T>): void
}

export interface FileInfo {
  id: string
  name: string
  contentType: string
  bytes: number
  sha256: string
}

export interface FileStore {
  /** Stores bytes once under an id (20 MiB at most); a second `put` with the same id changes nothing. */
  put(file: { id: string; name: string; contentType: string }, bytes: Uint8Array): Promise<FileInfo>
  get(id: string): Promise<{ info: FileInfo; stream: Readable } | undefined>
  remove(id: string): Promise<void>
}

export interface Store extends Reader {
  /**
   * Runs `work` and applies its writes in one step.
   * @throws DuplicateKey, Conflict: nothing of the transaction was written (store/errors.ts)
   */
  transaction<R>(work: (tx: Transaction) => Promise<R> | R): Promise<R>
  /** Inserts what is not there yet, document by document; says of each whether it was new. A duplicate of any unique index counts as there. */
  insertIfAbsent<T extends { id: string }, I extends string>(
    into: Collection<T, I>,
    documents: readonly T[],
  ): Promise<boolean[]>
  readonly files: FileStore
  /** Rejects when the store does not answer. */
  ping(): Promise<void>
  close(): Promise<void>
}
