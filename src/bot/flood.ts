/**
 * Somebody who sends faster than a person can is worked at a bounded pace, one message after the other, and told so once a
 * minute. Nothing is dropped: what was acknowledged is worked (docs/decisions.md).
 */

/** More in one minute than a hurried person with an album of photos sends. */
const HURRIED = 120
/** Between two events of one who floods: four a second. */
const PACE_MS = 250
const MINUTE_MS = 60_000

export interface Haste {
  /** How long to wait before this person's next event; 0 for everybody else. */
  readonly pauseMs: number
  /** The first event over the bound in this minute: its answer says so. */
  readonly isToBeTold: boolean
}

const NO_HASTE: Haste = { pauseMs: 0, isToBeTold: false }

export interface FloodGuard {
  /** Counts an event by when it was received. */
  note(event: { readonly userId: string; readonly receivedAt: Date }): Haste
}

export function createFloodGuard({ hurried = HURRIED, paceMs = PACE_MS } = {}): FloodGuard {
  let minute = 0
  let counts = new Map<string, number>()
  return {
    note({ userId, receivedAt }) {
      const now = Math.floor(receivedAt.getTime() / MINUTE_MS)
      if (now > minute) {
        minute = now
        counts = new Map()
      }
      const count = (counts.get(userId) ?? 0) + 1
      counts.set(userId, count)
      return count <= hurried ? NO_HASTE : { pauseMs: paceMs, isToBeTold: count === hurried + 1 }
    },
  }
}
