/** What this room is handed of the others, by features.ts: rooms that know pairs cannot be imported here. */
import type { Change, Outcome, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import type { Reader } from '../store/index.ts'
import type { Day } from '../thai/index.ts'

/** How a pair stands in one fiscal year, as the rooms of reports and duties know it. */
export interface PairState {
  readonly reports: number
  /** Of these, how many wait for a review, and how many were returned to be mended. */
  readonly waiting?: number
  readonly returned?: number
  /** A planned date that was given and is still to come. */
  readonly plannedOn?: Day
  readonly exempt?: boolean
}

/** A report that was not withdrawn, as the history of its pair tells it. */
export interface Activity {
  readonly receiptNo: string
  readonly title: string
  /** Buddhist year. */
  readonly fiscalYear: number
  readonly startsOn: Day
  readonly endsOn: Day
}

export interface PairsDependencies {
  /** Says no and writes it to the audit log. */
  refused(turn: Turn, refusal: { action: string; target?: string; say: string }): Outcome
  audit(entry: {
    at: Date
    actor: string
    action: string
    target: string
    before?: Json
    after?: Json
    note?: string
  }): Change
  /** What was done to a pair and what was refused about it, newest first, a line each. */
  changesOf(read: Reader, pairId: string): Promise<readonly string[]>
  stateOf(read: Reader, pairIds: readonly string[], fiscalYear: number): Promise<ReadonlyMap<string, PairState>>
  /** All that was reported of a pair, by fiscal year and first day. */
  activitiesOf(read: Reader, pairId: string): Promise<readonly Activity[]>
  /** The changes after which reports and duties of one pair are another's; `moved` says which, for the audit log. */
  moveHistory(
    read: Reader,
    move: { readonly from: string; readonly to: string; readonly now: Date },
  ): Promise<{ readonly changes: readonly Change[]; readonly moved: readonly string[] }>
}
