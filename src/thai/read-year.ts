/** Which year was meant: never a guess. Four digits tell their era themselves; two digits are Buddhist in Thai official use. */
import type { TypedYear } from './day-tokens.ts'
import { BE_OFFSET, type Day, makeDay, partsOf } from './days.ts'
import { fiscalYearOf } from './fiscal-year.ts'

export type YearRead =
  | { readonly kind: 'year'; readonly year: number }
  /** Gregorian years it could be. */
  | { readonly kind: 'either'; readonly years: readonly number[] }
  | { readonly kind: 'none' }

/** The Gregorian year of what was typed. */
export function readYear({ digits, era }: TypedYear, today: Day): YearRead {
  const number = Number(digits)
  if (digits.length === 4) return fourDigits(number, era)
  if (digits.length !== 2) return { kind: 'none' }
  if (era === 'ce') return { kind: 'year', year: 2000 + number }
  const buddhist = 2500 + number - BE_OFFSET
  const now = partsOf(today).year
  // '12/11/26': พ.ศ. 2526 lies two generations back, but so near to ค.ศ. 2026 that it is asked
  if (era === undefined && Math.abs(2000 + number - now) <= 5)
    return { kind: 'either', years: [2000 + number, buddhist] }
  return { kind: 'year', year: buddhist }
}

function fourDigits(number: number, era: 'be' | 'ce' | undefined): YearRead {
  const isGregorian = number >= 1900 && number <= 2099
  const isBuddhist = number >= 2400 && number <= 2699
  if (isGregorian && era !== 'be') return { kind: 'year', year: number }
  if (isBuddhist && era !== 'ce') return { kind: 'year', year: number - BE_OFFSET }
  return { kind: 'none' }
}

/**
 * The year of a day that was typed without one: only when the last time it came round lies in the fiscal year that
 * runs; else both are offered, since a report may be about either.
 */
export function missingYear(month: number, day: number, today: Day): YearRead {
  const past = lastOccurrence(month, day, today)
  if (past === undefined) return { kind: 'none' }
  if (fiscalYearOf(past) === fiscalYearOf(today)) return { kind: 'year', year: partsOf(past).year }
  const next = nextOccurrence(month, day, today)
  return { kind: 'either', years: [partsOf(past).year, ...(next ? [partsOf(next).year] : [])] }
}

function lastOccurrence(month: number, day: number, today: Day): Day | undefined {
  const { year } = partsOf(today)
  return occurrences(month, day, year - 8, year)
    .filter((candidate) => candidate <= today)
    .at(-1)
}

function nextOccurrence(month: number, day: number, today: Day): Day | undefined {
  const { year } = partsOf(today)
  return occurrences(month, day, year, year + 8).find((candidate) => candidate > today)
}

/** 29 February comes round every four years, or eight. */
function occurrences(month: number, day: number, fromYear: number, toYear: number): Day[] {
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, n) => fromYear + n)
  return years.map((year) => makeDay(year, month, day)).filter((found) => found !== undefined)
}
