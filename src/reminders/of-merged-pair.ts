/**
 * When two rows of the register were one pair, the duties of one become those of the other: of a year in which both had one, the
 * one that is further on is kept. What was fired for it moves along, so that nobody is reminded twice.
 */
import type { Change } from '../bot/types.ts'
import type { Reader, Stored } from '../store/index.ts'
import { dayOf, fiscalYearOf } from '../thai/index.ts'
import { type Duty, dutyId } from './duty.ts'
import { addDuty, dutyOf, firedFor, firstFiscalYear, moveFired, removeDuty, saveDuty } from './reminder-store.ts'

interface Move {
  readonly from: string
  readonly to: string
  readonly now: Date
}

export interface MovedDuties {
  readonly changes: readonly Change[]
  readonly dutyIds: readonly string[]
}

/** The further on, the more it counts. */
const RANK: readonly Duty['status'][] = ['missed', 'expected', 'planned', 'exempt', 'reported_late', 'reported']

export async function moveDuties(read: Reader, { from, to, now }: Move): Promise<MovedDuties> {
  const last = fiscalYearOf(dayOf(now)) + 1
  const first = (await firstFiscalYear(read)) ?? last
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const found = (await Promise.all(years.map((year) => dutyOf(read, from, year)))).filter((duty) => duty !== undefined)
  const changes = await Promise.all(found.map((duty) => moveOne(read, duty, { from, to, now })))
  return { changes: changes.flat(), dutyIds: found.map(({ id }) => id) }
}

async function moveOne(read: Reader, duty: Stored<Duty>, { to, now }: Move): Promise<Change[]> {
  const kept = await dutyOf(read, to, duty.fiscalYear)
  const { rev: _rev, ...moved } = { ...duty, id: dutyId(to, duty.fiscalYear), pairId: to, changedAt: now }
  const isFurther = kept !== undefined && RANK.indexOf(duty.status) > RANK.indexOf(kept.status)
  const written = kept === undefined ? [addDuty(moved)] : isFurther ? [saveDuty({ ...moved, rev: kept.rev })] : []
  const firedForKept = new Set((await firedFor(read, moved.id)).map(({ ruleId }) => ruleId))
  const fired = (await firedFor(read, duty.id)).filter(({ ruleId }) => !firedForKept.has(ruleId))
  return [...written, removeDuty(duty), ...fired.map((record) => moveFired(record, moved.id))]
}
