/**
 * Group commit: transactions that are handed in while one is under way become one of MongoDB's, and documents to insert one
 * command. A session's start, its commands and its commit cost much the same for one and for thirty.
 * A group that cannot hold as a whole is taken apart, and each transaction in it succeeds or fails alone.
 */
import type mongoose from 'mongoose'
import type { Write } from '../buffer.ts'
import type { Collection } from '../types.ts'
import { withoutAbandoned } from './abandoned.ts'
import { GroupBroken } from './errors.ts'
import { applyTogether, applyWrites, insertEach, type RowsOf } from './write.ts'

const MOST = 100

interface Waiting<Result> {
  resolve(result: Result): void
  reject(error: unknown): void
}

interface WaitingWrites extends Waiting<void> {
  readonly writes: readonly Write[]
  /** The documents that it rests on or changes. */
  readonly keys: readonly string[]
}

interface WaitingInsert extends Waiting<boolean[]> {
  readonly into: Collection
  readonly documents: readonly { id: string }[]
}

export class Commits {
  readonly #connection: mongoose.Connection
  readonly #rowsOf: RowsOf
  #writes: WaitingWrites[] = []
  #inserts: WaitingInsert[] = []
  #isCommitting = false
  #isInserting = false

  constructor(connection: mongoose.Connection, rowsOf: RowsOf) {
    this.#connection = connection
    this.#rowsOf = rowsOf
  }

  /** @throws DuplicateKey, Conflict: nothing of these writes was applied */
  apply(writes: readonly Write[]): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#writes.push({ writes, keys: writes.map(keyOf), resolve, reject })
      if (this.#isCommitting) return
      this.#isCommitting = true
      setImmediate(() => this.#commitAll())
    })
  }

  /** Says of each document whether it was new. */
  insertIfAbsent(into: Collection, documents: readonly { id: string }[]): Promise<boolean[]> {
    return new Promise((resolve, reject) => {
      this.#inserts.push({ into, documents, resolve, reject })
      if (this.#isInserting) return
      this.#isInserting = true
      setImmediate(() => this.#insertAll())
    })
  }

  async #commitAll(): Promise<void> {
    while (this.#writes.length > 0) await this.#inTime(this.#commit(this.#takeGroup()))
    this.#isCommitting = false
  }

  #inTime(work: Promise<void>): Promise<void> {
    return withoutAbandoned(this.#connection, work)
  }

  /** The oldest, each with documents of its own: of two that change one document the second has to wait. */
  #takeGroup(): WaitingWrites[] {
    const keys = new Set<string>()
    const group: WaitingWrites[] = []
    const rest: WaitingWrites[] = []
    for (const one of this.#writes) {
      const isFree = group.length < MOST && one.keys.every((key) => !keys.has(key))
      for (const key of one.keys) keys.add(key)
      if (isFree) group.push(one)
      else rest.push(one)
    }
    this.#writes = rest
    return group
  }

  async #commit(group: readonly WaitingWrites[]): Promise<void> {
    const alone = (one: WaitingWrites) =>
      applyWrites(this.#connection, this.#rowsOf, one.writes).then(one.resolve, one.reject)
    const [only, ...others] = group
    if (only && others.length === 0) return alone(only)
    try {
      const writes = group.flatMap((one) => one.writes)
      await applyTogether(this.#connection, this.#rowsOf, writes)
      for (const { resolve } of group) resolve()
    } catch (error) {
      if (error instanceof GroupBroken) await Promise.all(group.map(alone))
      else for (const { reject } of group) reject(error)
    }
  }

  async #insertAll(): Promise<void> {
    while (this.#inserts.length > 0) {
      const [first] = this.#inserts
      const group = this.#inserts.filter(({ into }) => into === first?.into)
      this.#inserts = this.#inserts.filter(({ into }) => into !== first?.into)
      await this.#inTime(this.#insert(group))
    }
    this.#isInserting = false
  }

  async #insert(group: readonly WaitingInsert[]): Promise<void> {
    const [first] = group
    if (!first) return
    try {
      const all = group.flatMap(({ documents }) => documents)
      const outcomes = await insertEach(this.#connection, this.#rowsOf(first.into), first.into, all)
      let at = 0
      for (const { documents, resolve, reject } of group) {
        const own = outcomes.slice(at, at + documents.length)
        at += documents.length
        const refused = own.find((outcome) => outcome instanceof Error)
        if (refused) reject(refused)
        else resolve(own.map((outcome) => outcome === true))
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
}

function keyOf(write: Write): string {
  return `${write.into.name}/${'id' in write ? write.id : write.document.id}`
}
