/** Reads all that a sweep decides on, and works out which duties are missing. */
import { carriesDuty, type Pair, readPairsOfProvince } from '../pairs/index.ts'
import { activePeople } from '../people/index.ts'
import type { Reader, Stored } from '../store/index.ts'
import { addDays, type Day, dayOf, fiscalYearOf, instantOf } from '../thai/index.ts'
import { type Duty, isOpen, newDuty } from './duty.ts'
import { owesActivity } from './owes-activity.ts'
import type { SweepFacts } from './plan-sweep.ts'
import { dutyOf, firedFor, firstFiscalYear, hasDuties } from './reminder-store.ts'

/** The day a sweep looks at, and the instant until which rules are due. */
export interface SweepTime {
  readonly asOf: Day
  readonly until: Date
}

/** A day that was asked for counts as a whole. */
export function sweepTime(now: Date, asOf: Day | undefined): SweepTime {
  if (asOf === undefined) return { asOf: dayOf(now), until: now }
  return { asOf, until: new Date(instantOf(addDays(asOf, 1)).getTime() - 1) }
}

/** This fiscal year and the one before, but none before the program's first use. */
export async function yearsToSweep(read: Reader, asOf: Day, now: Date): Promise<number[]> {
  const first = (await firstFiscalYear(read)) ?? fiscalYearOf(dayOf(now))
  const current = fiscalYearOf(asOf)
  return [current - 1, current].filter((year) => year >= first)
}

/** Those of them whose duties are to be added: of a year that has ended only when no sweep has run in it. */
export async function yearsToFill(read: Reader, years: readonly number[], asOf: Day): Promise<number[]> {
  const isToFill = async (year: number) => year >= fiscalYearOf(asOf) || !(await hasDuties(read, year))
  const fill = await Promise.all(years.map(isToFill))
  return years.filter((_, at) => fill[at])
}

/** Pairs of these provinces, whether or not they carry a duty. */
export async function pairsOf(read: Reader, provinces: Iterable<string>): Promise<Pair[]> {
  const found = await Promise.all(Array.from(provinces, (province) => readPairsOfProvince(read, province)))
  return found.flat()
}

/** Duties of these pairs that should be there and are not. */
export async function missingDuties(
  read: Reader,
  pairs: readonly Pair[],
  years: readonly number[],
  now: Date,
): Promise<Duty[]> {
  const missing = years.map(async (year) => {
    const owing = pairs.filter((pair) => owesActivity(pair, year))
    const known = await Promise.all(owing.map(({ id }) => dutyOf(read, id, year)))
    return owing.filter((_, at) => known[at] === undefined).map(({ id }) => newDuty(id, year, now))
  })
  return (await Promise.all(missing)).flat()
}

/** What is swept at once. */
export interface Lot {
  readonly time: SweepTime
  readonly years: readonly number[]
  readonly pairs: readonly Pair[]
  /** Duties that were added a moment ago: what was fired for them need not be looked for. */
  readonly unfired?: ReadonlySet<string> | undefined
}

/** @param added duties that are not stored: those a dry run would add */
export async function readFacts(
  read: Reader,
  { time, years, pairs, unfired = new Set() }: Lot,
  added: readonly Duty[],
): Promise<SweepFacts> {
  const owing = new Map(pairs.filter(carriesDuty).map((pair) => [pair.id, pair]))
  const ids = years.flatMap((year) => Array.from(owing.keys(), (pairId) => [pairId, year] as const))
  const stored = await Promise.all(ids.map(([pairId, year]) => dutyOf(read, pairId, year)))
  const duties = [...stored.filter((duty) => duty !== undefined), ...added.map(unstored)]
  const open = duties.filter((duty) => isOpen(duty) && owing.has(duty.pairId))
  const old = open.filter(({ id }) => !unfired.has(id))
  const fired = await Promise.all(old.map(async ({ id }) => [id, await firedFor(read, id)] as const))
  return { ...time, pairs: owing, duties: open, fired: new Map(fired), people: await activePeople(read) }
}

function unstored(duty: Duty): Stored<Duty> {
  return { ...duty, rev: 0 }
}
