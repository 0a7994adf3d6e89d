/** The questions that are asked of duties and fired reminders, and the changes made to them. */
import type { Change } from '../bot/types.ts'
import type { Reader, Store, Stored, Transaction } from '../store/index.ts'
import { type Day, dayOf, fiscalYearOf } from '../thai/index.ts'
import { type Duty, duties, dutyId, type FiredReminder, firedReminders, firstUse, isOpen, newDuty } from './duty.ts'

const FIRST_USE = 'first-use'

/** Remembers the fiscal year in which the program is first used; later calls change nothing. */
export async function noteFirstUse(store: Store, now: Date): Promise<void> {
  await store.insertIfAbsent(firstUse, [{ id: FIRST_USE, fiscalYear: fiscalYearOf(dayOf(now)), at: now }])
}

/** Duties begin with this fiscal year; undefined before the first use. */
export async function firstFiscalYear(read: Reader): Promise<number | undefined> {
  return (await read.get(firstUse, FIRST_USE))?.fiscalYear
}

export function dutyOf(read: Reader, pairId: string, fiscalYear: number): Promise<Stored<Duty> | undefined> {
  return read.get(duties, dutyId(pairId, fiscalYear))
}

export function dutiesOfYear(read: Reader, fiscalYear: number): Promise<Stored<Duty>[]> {
  return read.find(duties, 'byYear', [fiscalYear])
}

/** Of these pairs, the duties for which a report is still awaited. */
export async function openDutiesOf(
  read: Reader,
  pairIds: readonly string[],
  fiscalYear: number,
): Promise<Stored<Duty>[]> {
  const found = await Promise.all(pairIds.map((pairId) => dutyOf(read, pairId, fiscalYear)))
  return found.filter((duty) => duty !== undefined).filter(isOpen)
}

/** Whether there is any of that year: a sweep has run in it, or somebody has reported. */
export async function hasDuties(read: Reader, fiscalYear: number): Promise<boolean> {
  return (await read.find(duties, 'byYear', [fiscalYear], { limit: 1 })).length > 0
}

/** One after the other: however many there are. */
export function eachDutyOfYear(read: Reader, fiscalYear: number): AsyncIterable<Stored<Duty>> {
  return read.iterate(duties, 'byYear', [fiscalYear])
}

/** @returns the ids of those that nobody had added before */
export async function addDuties(store: Store, fresh: readonly Duty[]): Promise<ReadonlySet<string>> {
  const isNew = await store.insertIfAbsent(duties, fresh)
  return new Set(fresh.filter((_, at) => isNew[at]).map(({ id }) => id))
}

/** What was fired, or skipped, for a duty. */
export function firedFor(read: Reader, duty: string): Promise<Stored<FiredReminder>[]> {
  return read.find(firedReminders, 'onceForDuty', [duty])
}

export function saveFired(tx: Transaction, before: Stored<FiredReminder> | undefined, record: FiredReminder): void {
  if (before) tx.replace(firedReminders, { ...record, id: before.id, rev: before.rev })
  else tx.insert(firedReminders, record)
}

export async function addSkipped(store: Store, records: readonly FiredReminder[]): Promise<void> {
  await store.insertIfAbsent(firedReminders, records)
}

/** The transaction holds only if nobody has reported, planned or exempted meanwhile. */
export function expectUnchanged(tx: Transaction, duty: Stored<Duty>): void {
  tx.expect(duties, duty)
}

export function saveDuty(duty: Stored<Duty>): Change {
  return (tx) => tx.replace(duties, duty)
}

export function addDuty(duty: Duty): Change {
  return (tx) => tx.insert(duties, duty)
}

export function removeDuty(duty: Stored<Duty>): Change {
  return (tx) => tx.remove(duties, duty)
}

export function moveFired(record: Stored<FiredReminder>, duty: string): Change {
  return (tx) => tx.replace(firedReminders, { ...record, dutyId: duty })
}

/**
 * The changes to make when an activity of the pair in that fiscal year has been reported; none when it was before. The
 * duty is created when the sweep has not yet, but not for years before the program's first use.
 * @param reportedOn the day of the report; after `dueOn` it is late
 */
export async function dutyReported(
  read: Reader,
  pairId: string,
  fiscalYear: number,
  reportedOn: Day,
  now: Date,
): Promise<Change[]> {
  const known = await dutyOf(read, pairId, fiscalYear)
  if (known?.status === 'reported' || known?.status === 'reported_late') return []
  const duty = known ?? newDuty(pairId, fiscalYear, now)
  const status = reportedOn > duty.dueOn ? 'reported_late' : 'reported'
  const reported = { ...duty, status, reportedOn, changedAt: now } as const
  if (known) return [saveDuty({ ...reported, rev: known.rev })]
  const first = await firstFiscalYear(read)
  return first !== undefined && fiscalYear < first ? [] : [addDuty(reported)]
}

/** The changes to make when the only report of a pair in that fiscal year was withdrawn: one is awaited again. */
export async function dutyReopened(read: Reader, pairId: string, fiscalYear: number, now: Date): Promise<Change[]> {
  const known = await dutyOf(read, pairId, fiscalYear)
  if (known?.status !== 'reported' && known?.status !== 'reported_late') return []
  const { reportedOn: _withdrawn, ...open } = known
  const status = open.plannedOn ? 'planned' : 'expected'
  return [saveDuty({ ...open, status, changedAt: now })]
}
