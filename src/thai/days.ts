/** Calendar days of Thailand: arithmetic on 'YYYY-MM-DD' and the ways a day is shown to people. */
import { LONG_MONTHS, SHORT_MONTHS } from './months.ts'

/** A calendar day in Bangkok as 'YYYY-MM-DD', Gregorian; days compare as strings. */
export type Day = string

/** Thailand is seven hours ahead of UTC all year. */
const BANGKOK_OFFSET_MS = 7 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000
/** พ.ศ. = ค.ศ. + 543 */
export const BE_OFFSET = 543

/** The day it is in Bangkok at an instant. */
export function dayOf(instant: Date): Day {
  return new Date(instant.getTime() + BANGKOK_OFFSET_MS).toISOString().slice(0, 10)
}

/** The instant at which Bangkok's clocks show `time` ('HH:MM') on that day. */
export function instantOf(day: Day, time = '00:00'): Date {
  return new Date(`${day}T${time}:00+07:00`)
}

/** Whether the text is a day that exists, as 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return makeDay(year, month, day) === text
}

/** The day of a Gregorian year, month (1 to 12) and day of the month; undefined when the calendar has none. */
export function makeDay(year: number, month: number, day: number): Day | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  date.setUTCFullYear(year, month - 1, day)
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists ? date.toISOString().slice(0, 10) : undefined
}

/** Year (Gregorian), month (1 to 12) and day of the month. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return new Date(midnightUtc(day) + n * DAY_MS).toISOString().slice(0, 10)
}

/** How many days `b` is after `a`; negative when it is before. */
export function daysBetween(a: Day, b: Day): number {
  return Math.round((midnightUtc(b) - midnightUtc(a)) / DAY_MS)
}

/** 0 is Sunday, 6 is Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(midnightUtc(day)).getUTCDay()
}

/** '12 พ.ย. 2569' */
export function showDay(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `${date} ${SHORT_MONTHS[month - 1]} ${year + BE_OFFSET}`
}

/** '12 พฤศจิกายน 2569' */
export function showLongDay(day: Day): string {
  const { year, month, day: date } = partsOf(day)
  return `${date} ${LONG_MONTHS[month - 1]} ${year + BE_OFFSET}`
}

/** '12–14 พ.ย. 2569', '28 ก.ย. – 3 ต.ค. 2570', '12 พ.ย. 2569 – 2 ม.ค. 2570'; one day as `showDay`. */
export function showRange(from: Day, to: Day): string {
  if (from === to) return showDay(from)
  const start = partsOf(from)
  const end = partsOf(to)
  if (start.year !== end.year) return `${showDay(from)} – ${showDay(to)}`
  if (start.month !== end.month) return `${start.day} ${SHORT_MONTHS[start.month - 1]} – ${showDay(to)}`
  return `${start.day}–${showDay(to)}`
}

/** '12 พ.ย. 2569 09:05 น.', in Bangkok. */
export function showInstant(instant: Date): string {
  const time = new Date(instant.getTime() + BANGKOK_OFFSET_MS).toISOString().slice(11, 16)
  return `${showDay(dayOf(instant))} ${time} น.`
}

function midnightUtc(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`)
}
