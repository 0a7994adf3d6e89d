/** Reads all that a sweep decides on, and works out which duties are missing. */

import { allPairs, carriesDuty } from '../pairs/index.ts'
import { activePeople } from '../people/index.ts'
import type { Reader, Stored } from '../store/index.ts'
import { addDays, type Day, dayOf, fiscalYearOf, instantOf } from '../thai/index.ts'
import { type Duty, isOpen, newDuty } from './duty.ts'
import { owesActivity } from './owes-activity.ts'
import type { SweepFacts } from './plan-sweep.ts'
import { dutiesOfYear, firedFor, firstFiscalYear } from './reminder-store.ts'

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

/** Duties that should be there and are not: of this year, and of the last when no sweep has run in it. */
export async function missingDuties(read: Reader, asOf: Day, now: Date): Promise<Duty[]> {
  const register = await allPairs(read)
  const missing: Duty[] = []
  for (const year of await yearsToSweep(read, asOf, now)) {
    const known = new Set((await dutiesOfYear(read, year)).map((duty) => duty.pairId))
    const isOver = year < fiscalYearOf(asOf)
    if (isOver && known.size > 0) continue
    const pairs = register.filter((pair) => !known.has(pair.id) && owesActivity(pair, year))
    missing.push(...pairs.map((pair) => newDuty(pair.id, year, now)))
  }
  return missing
}

/** @param added duties that are not stored: those a dry run would add */
export async function readFacts(read: Reader, time: SweepTime, now: Date, added: readonly Duty[]): Promise<SweepFacts> {
  const owing = (await allPairs(read)).filter(carriesDuty)
  const pairs = new Map(owing.map((pair) => [pair.id, pair]))
  const years = await yearsToSweep(read, time.asOf, now)
  const stored = (await Promise.all(years.map((year) => dutiesOfYear(read, year)))).flat()
  const duties = [...stored, ...added.map(unstored)].filter((duty) => isOpen(duty) && pairs.has(duty.pairId))
  const fired = await Promise.all(duties.map(async (duty) => [duty.id, await firedFor(read, duty.id)] as const))
  return { ...time, pairs, duties, fired: new Map(fired), people: await activePeople(read) }
}

/** This fiscal year and the one before, but none before the program's first use. */
async function yearsToSweep(read: Reader, asOf: Day, now: Date): Promise<number[]> {
  const first = (await firstFiscalYear(read)) ?? fiscalYearOf(dayOf(now))
  const current = fiscalYearOf(asOf)
  return [current - 1, current].filter((year) => year >= first)
}

function unstored(duty: Duty): Stored<Duty> {
  return { ...duty, rev: 0 }
}
