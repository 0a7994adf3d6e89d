/**
 * What stops more than one message: a token that LINE does not take stops all, a used-up month stops the pushes. Either is
 * tried again now and then; the token is told of here, once, at the level that calls a person, the month by quota.ts.
 */
import type { Log } from '../log.ts'
import type { OutboxRow } from './outbox.ts'
import type { LineOutcome } from './outcome.ts'

const TOKEN_PAUSE_MS = 30_000
const QUOTA_PAUSE_MS = 3_600_000

type Kind = OutboxRow['kind']

export interface Holds {
  /** Until when a message of this kind has to wait; undefined when it need not. */
  until(kind: Kind, now: Date): Date | undefined
  /** Learns from what LINE answered. */
  note(kind: Kind, outcome: LineOutcome, now: Date): void
}

export function createHolds(log: Log): Holds {
  let all: Date | undefined
  let pushes: Date | undefined

  return {
    until(kind, now) {
      const until = kind === 'push' && pushes && (!all || pushes > all) ? pushes : all
      return until && until > now ? until : undefined
    },
    note(kind, outcome, now) {
      // what was under way when the hold began says nothing about it
      if (outcome.kind === 'accepted') {
        if (all && all <= now) all = undefined
        if (kind === 'push' && pushes && pushes <= now) pushes = undefined
      }
      if (outcome.kind === 'unauthorised') {
        if (!all) log.error('LINE does not take the channel access token: nothing is sent until it is renewed')
        all = new Date(now.getTime() + TOKEN_PAUSE_MS)
      }
      if (outcome.kind === 'quota-gone') pushes = new Date(now.getTime() + QUOTA_PAUSE_MS)
    },
  }
}
