/** Which year was meant: never a guess. Four digits tell their era themselves; two digits are Buddhist in Thai official use. */
import type { TypedYear } from './day-tokens.ts'
import { BE_OFFSET, type Day, daysBetween, makeDay, partsOf } from './days.ts'
import { fiscalYearOf } from './fiscal-year.ts'

/** As far as anything here is planned. */
const YEARS_AHEAD = 5
const YEARS_NEAR = 10

export type YearRead =
  | { readonly kind: 'year'; readonly year: number }
  /** Gregorian years it could be. */
  | { readonly kind: 'either'; readonly years: readonly number[] }
  | { readonly kind: 'none' }

/** The Gregorian year of what was typed. */
export function readYear({ digits, era }: TypedYear, today: Day): YearRead {
  const number = Number(digits)
  if (digits.length === 4) return fourDigits(number, era)
  return digits.length === 2 ? twoDigits(number, era, partsOf(today).year) : { kind: 'none' }
}

/**
 * '69' is พ.ศ. 2569. Two digits that may as well be a Gregorian year of our time ('12/11/26') are asked: พ.ศ. 2500 to 2531 lies
 * before the first relationship of a Thai province. So are those that would lie far ahead ('99').
 */
function twoDigits(number: number, era: TypedYear['era'], thisYear: number): YearRead {
  const gregorian = 2000 + number
  const buddhist = 2500 + number - BE_OFFSET
  const isOfOurTime = Math.abs(gregorian - thisYear) <= YEARS_NEAR
  if (era === 'be') return { kind: 'year', year: buddhist }
  if (era === 'mark' && isOfOurTime) return { kind: 'year', year: gregorian }
  if (era === 'ce') return gregorian <= thisYear + YEARS_NEAR ? { kind: 'year', year: gregorian } : { kind: 'none' }
  if (gregorian <= thisYear + YEARS_AHEAD) return { kind: 'either', years: [gregorian, buddhist] }
  if (buddhist > thisYear + YEARS_NEAR) return { kind: 'either', years: [1900 + number, buddhist] }
  return { kind: 'year', year: buddhist }
}

function fourDigits(number: number, era: TypedYear['era']): YearRead {
  const isGregorian = number >= 1900 && number <= 2099
  const isBuddhist = number >= 2400 && number <= 2699
  if (isGregorian && era !== 'be') return { kind: 'year', year: number }
  if (isBuddhist && era !== 'ce') return { kind: 'year', year: number - BE_OFFSET }
  return { kind: 'none' }
}

/**
 * The year of a day that was typed without one: only when the last time it came round lies in the fiscal year that
 * runs, and is nearer than the next; else both are offered, since either may be meant.
 */
export function missingYear(month: number, day: number, today: Day): YearRead {
  const past = lastOccurrence(month, day, today)
  if (past === undefined) return { kind: 'none' }
  const next = nextOccurrence(month, day, today)
  const isNearer = next === undefined || daysBetween(past, today) < daysBetween(today, next)
  if (isNearer && fiscalYearOf(past) === fiscalYearOf(today)) return { kind: 'year', year: partsOf(past).year }
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
