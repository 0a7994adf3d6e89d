/**
 * Group commit: what arrives in a turn or two of the event loop, and while the disk is busy with the group before, becomes one
 * SQLite transaction, so that one wait for the disk serves them all. Each piece of work has a savepoint of its own: one that
 * fails is rejected alone. A promise is resolved only when the commit that holds its work is on disk.
 */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate, setTimeout } from 'node:timers'
import { ATTEMPTS, isBusy, PAUSE_MS } from './busy.ts'
import { type CommitDisk, openWalDisk } from './wal-disk.ts'

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
  readonly #disk: CommitDisk | undefined
  readonly #onUndone: () => void
  #waiting: Waiting[] = []
  #attempts = 0
  #isSyncing = false
  #broken: Error | undefined

  /**
   * @param options.disk what makes a commit last; default: SQLite's own log
   * @param options.onUndone work that was done is undone, by itself or with others'
   */
  constructor(db: DatabaseSync, options: { readonly disk?: CommitDisk; readonly onUndone?: () => void } = {}) {
    this.#db = db
    this.#disk = options.disk ?? openWalDisk(db)
    this.#onUndone = options.onUndone ?? (() => {})
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#end = db.prepare('COMMIT')
    this.#mark = db.prepare('SAVEPOINT one')
    this.#unmark = db.prepare('RELEASE one')
  }

  /** Runs `work`, which must be synchronous, inside the next commit; gives its result when that is on disk. */
  submit<R>(work: () => R): Promise<R> {
    if (this.#broken) return Promise.reject(this.#broken)
    return new Promise<R>((resolve, reject) => {
      let result: R
      const apply = () => {
        result = work()
      }
      if (this.#waiting.length === 0 && !this.#isSyncing) this.#schedule()
      this.#waiting.push({ apply, resolve: () => resolve(result), reject })
    })
  }

  /** Settles when nothing is waiting any more; whoever handed it in hears how it went. */
  async drained(): Promise<void> {
    if (this.#waiting.length > 0 || this.#isSyncing) await this.submit(() => {}).catch(() => {})
  }

  /** Lets go of the disk; nothing may be waiting. */
  close(): void {
    this.#disk?.close()
  }

  /** @throws when what was committed could not be brought to disk: what the file holds then is not known any more */
  mustWork(): void {
    if (this.#broken) throw this.#broken
  }

  /** Not in this turn but in the next: what came in this one is decided in it, and its writes go along. */
  #schedule(): void {
    setImmediate(() => setImmediate(() => this.#commit()))
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
      const settle = this.#applyTogether(group) ?? this.#applyEachAlone(group)
      this.#end.run()
      void this.#bringToDisk(group, settle)
    } catch (error) {
      this.#undo('ROLLBACK')
      for (const { reject } of group) reject(error)
      if (this.#waiting.length > 0) this.#schedule()
    }
  }

  /** The next group comes together meanwhile. */
  async #bringToDisk(group: readonly Waiting[], settle: readonly (() => void)[]): Promise<void> {
    this.#isSyncing = true
    try {
      await this.#disk?.sync()
      for (const done of settle) done()
    } catch (error) {
      this.#break(error as Error, group)
    }
    this.#isSyncing = false
    if (this.#waiting.length > 0) this.#schedule()
  }

  /** After a failed sync the system may have dropped what it could not write: nothing is to be built upon it. */
  #break(error: Error, group: readonly Waiting[]): void {
    this.#broken = error
    for (const { reject } of [...group, ...this.#take()]) reject(error)
  }

  /** Nearly always all of it holds. @returns what is to be told once it is on disk; undefined when any of it failed */
  #applyTogether(group: readonly Waiting[]): (() => void)[] | undefined {
    try {
      for (const { apply } of group) apply()
      return group.map(({ resolve }) => resolve)
    } catch {
      this.#undo('ROLLBACK')
      this.#begin.run()
      return undefined
    }
  }

  /** From the beginning, and what fails is left out. Throws when the group as a whole cannot go on. */
  #applyEachAlone(group: readonly Waiting[]): (() => void)[] {
    return group.map((work) => {
      this.#mark.run()
      try {
        work.apply()
        this.#unmark.run()
        return work.resolve
      } catch (error) {
        // A full disk and the like end SQLite's whole transaction, the others' work included.
        if (!this.#db.isTransaction) throw error
        this.#undo('ROLLBACK TO one; RELEASE one')
        return () => work.reject(error)
      }
    })
  }

  /** SQLite has ended a transaction by itself when the disk is full and the like. */
  #undo(how: string): void {
    if (this.#db.isTransaction) this.#db.exec(how)
    this.#onUndone()
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
    this.#attempts = 0
    return group
  }
}
