/**
 * Whose turn it is among one person's messages: an answer goes out after the answers before it, a push after all that is open.
 * While no other process works on the store, this one knows which answers it had to put off, and need not ask the store about
 * each that it sends.
 */
import type { Store, Stored } from '../store/index.ts'
import { type OutboxRow, openRows, rowBefore } from './outbox.ts'

export interface Turns {
  /** The oldest open row that has to go out before this one. */
  before(row: OutboxRow): Promise<Stored<OutboxRow> | undefined>
  /** How a row stands now. */
  note(row: OutboxRow): void
  /** The store may hold more than this process was told of. */
  loseTrack(): void
  /** Looks through the store, unless all that is open is known; to be called now and then. */
  keepUp(): Promise<void>
}

/** @param isInHand whether this process is sending that row */
export function createTurns(store: Store, isInHand: (id: string) => boolean, isAlone: () => boolean): Turns {
  /** A person's answers that are open and not in this process's hands. */
  const putOff = new Map<string, Set<string>>()
  let isSurveyed = false

  function add({ userId, id }: OutboxRow): void {
    putOff.set(userId, (putOff.get(userId) ?? new Set()).add(id))
  }

  function remove({ userId, id }: OutboxRow): void {
    const ids = putOff.get(userId)
    if (ids?.delete(id) && ids.size === 0) putOff.delete(userId)
  }

  return {
    async before(row) {
      if (!isAlone()) isSurveyed = false
      return row.kind === 'reply' && isSurveyed && !putOff.has(row.userId) ? undefined : rowBefore(store, row)
    },
    note(row) {
      if (row.kind === 'reply' && row.status === 'waiting') add(row)
      else if (!row.isOpen || row.kind === 'push') remove(row)
    },
    loseTrack() {
      isSurveyed = false
    },
    async keepUp() {
      if (isSurveyed || !isAlone()) return
      for await (const row of openRows(store)) if (row.kind === 'reply' && !isInHand(row.id)) add(row)
      isSurveyed = isAlone()
    },
  }
}
