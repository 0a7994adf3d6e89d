/**
 * Group commit: what arrives in one turn of the event loop becomes one SQLite transaction, so that one wait for the disk
 * (`synchronous=FULL`) serves them all. Each piece of work has a savepoint of its own: one that fails is rejected alone.
 * A promise is resolved only after the commit that holds its work.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers'
import { ATTEMPTS, isBusy, PAUSE_MS } from './busy.ts'

/** While several wait for each commit, the next one lets more come together for this long. */
const GATHER_MS = 1

interface Waiting {
  apply(): void
  resolve(): void
  reject(error: unknown): void
}

export class CommitQueue {
  readonly #db: DatabaseSync
  readonly #begin: StatementSync
  readonly #end: StatementSync
  readonly #mark: StatementSync
  readonly #unmark: StatementSync
  #waiting: Waiting[] = []
  #attempts = 0
  #lastGroup = 0

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#end = db.prepare('COMMIT')
    this.#mark = db.prepare('SAVEPOINT one')
    this.#unmark = db.prepare('RELEASE one')
  }

  /** Runs `work`, which must be synchronous, inside the next commit; gives its result when that is on disk. */
  submit<R>(work: () => R): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      let result: R
      const apply = () => {
        result = work()
      }
      if (this.#waiting.length === 0) this.#schedule()
      this.#waiting.push({ apply, resolve: () => resolve(result), reject })
    })
  }

  /** Settles when nothing is waiting any more; whoever handed it in hears how it went. */
  async drained(): Promise<void> {
    if (this.#waiting.length > 0) await this.submit(() => {}).catch(() => {})
  }

  /** A commit costs much the same for one and for thirty; whoever comes alone does not wait. */
  #schedule(): void {
    if (this.#lastGroup > 1) setTimeout(() => this.#commit(), GATHER_MS)
    else setImmediate(() => this.#commit())
  }

  #commit(): void {
    try {
      this.#begin.run()
    } catch (error) {
      this.#waitOrGiveUp(error)
      return
    }
    const group = this.#take()
    try {
      const [only, ...others] = group
      const settle = only && others.length === 0 ? [applyOnly(only)] : group.map((work) => this.#applyAlone(work))
      this.#end.run()
      for (const done of settle) done()
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      for (const { reject } of group) reject(error)
    }
  }

  /** @returns what is to be told once the group is committed. Throws when the group as a whole cannot go on. */
  #applyAlone(work: Waiting): () => void {
    this.#mark.run()
    try {
      work.apply()
      this.#unmark.run()
      return work.resolve
    } catch (error) {
      // A full disk and the like end SQLite's whole transaction, the others' work included.
      if (!this.#db.isTransaction) throw error
      this.#db.exec('ROLLBACK TO one; RELEASE one')
      return () => work.reject(error)
    }
  }

  #waitOrGiveUp(error: unknown): void {
    this.#attempts += 1
    if (isBusy(error) && this.#attempts < ATTEMPTS) {
      setTimeout(() => this.#commit(), PAUSE_MS)
      return
    }
    for (const { reject } of this.#take()) reject(error)
  }

  #take(): Waiting[] {
    const group = this.#waiting
    this.#waiting = []
    this.#lastGroup = group.length
    this.#attempts = 0
    return group
  }
}

/** Work that has the commit to itself needs no savepoint: when it fails, all of it does. */
function applyOnly(work: Waiting): () => void {
  work.apply()
  return work.resolve
}
