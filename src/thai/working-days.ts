/**
 * Which days Thai government offices work. date-holidays knows the fixed days; what it lacks or has wrong is in the
 * reviewed list below (from 2027 on it knows no lunar Buddhist days, and never the days in lieu of a weekend).
 */
import Holidays from 'date-holidays'
import { addDays, type Day, weekdayOf } from './days.ts'

/**
 * Days off that were checked by hand, by Gregorian year. Lunar days: มาฆบูชา, วิสาขบูชา, อาสาฬหบูชา, เข้าพรรษา.
 * วันพืชมงคล is fixed by the palace each year and is added once it is announced.
 */
const REVIEWED: Readonly<Record<number, readonly Day[]>> = {
  2026: ['2026-03-03', '2026-05-13', '2026-05-31', '2026-07-29', '2026-07-30'],
  2027: ['2027-02-21', '2027-05-20', '2027-07-18', '2027-07-19'],
}

const thailand = new Holidays('TH')
const daysOffByYear = new Map<number, ReadonlySet<Day>>()

/** Whether offices work: neither Saturday, Sunday, a public holiday, nor the day in lieu of one. */
export function isWorkingDay(day: Day): boolean {
  return !isWeekend(day) && !daysOff(Number(day.slice(0, 4))).has(day)
}

/** The first working day from this day on; the day itself when it is one. */
export function nextWorkingDay(day: Day): Day {
  let candidate = day
  while (!isWorkingDay(candidate)) candidate = addDays(candidate, 1)
  return candidate
}

function daysOff(year: number): ReadonlySet<Day> {
  const known = daysOffByYear.get(year)
  if (known) return known
  // a day in lieu of 31 December falls into the next year
  const all = withDaysInLieu([year - 1, year, year + 1].flatMap(publicHolidays))
  daysOffByYear.set(year, all)
  return all
}

function publicHolidays(year: number): Day[] {
  const fixed = thailand.getHolidays(year).filter((holiday) => holiday.type === 'public')
  const days = new Set([...fixed.map((holiday) => holiday.date.slice(0, 10)), ...(REVIEWED[year] ?? [])])
  return [...days].sort()
}

/** The cabinet's standing rule: a holiday on a weekend is made up for on the next working day, once for a run of days. */
function withDaysInLieu(holidays: readonly Day[]): ReadonlySet<Day> {
  const off = new Set(holidays)
  const owed = holidays.filter((day) => isWeekend(day) && !isSecondOfWeekend(day, off))
  for (const day of owed) {
    let inLieu = addDays(day, 1)
    while (isWeekend(inLieu) || off.has(inLieu)) inLieu = addDays(inLieu, 1)
    off.add(inLieu)
  }
  return off
}

/** A Sunday after a Saturday that is a holiday too: both together are made up for once. */
function isSecondOfWeekend(day: Day, off: ReadonlySet<Day>): boolean {
  return weekdayOf(day) === 0 && off.has(addDays(day, -1))
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6
}
