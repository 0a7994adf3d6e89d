/** Whether another connection, of this process or another, has written to the file: what was read before need not hold then. */
import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { setImmediate } from 'node:timers'

export class OtherWriters {
  readonly #version: StatementSync
  #seen: unknown
  #hasLooked = false

  constructor(db: DatabaseSync) {
    this.#version = db.prepare('PRAGMA data_version')
  }

  /** Since it was asked last. One look serves all that is read in one turn of the event loop: as if it was read at once. */
  haveWritten(): boolean {
    if (this.#hasLooked) return false
    const now = this.#version.get()?.data_version
    this.#hasLooked = true
    setImmediate(() => {
      this.#hasLooked = false
    })
    if (now === this.#seen) return false
    this.#seen = now
    return true
  }
}
