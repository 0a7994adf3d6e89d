/** The day, or the days, of an activity that is over; the fiscal year follows from the first day. */
import type { Json, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  fiscalYearOf,
  isDay,
  readDays,
  showDay,
  showRange,
} from '../../thai/index.ts'
import { asks, labels, shown, wrong } from '../texts.ts'

/** Older activities belong to an archive, and such a year is nearly always a slip. */
const YEARS_BACK = 10
const LONGEST_DAYS = 366
/** As the review shows it: an answer that is copied from there, or shown again, is read as well. */
const SHOWN_YEAR = /\(ปีงบประมาณ \d{4}\)$/

export type Days = { readonly from: Day; readonly to: Day }

export const dateStep: Step = {
  id: 'date',
  label: labels.date,
  ask: ({ now }) => ({ text: asks.date, pickDay: { initial: dayOf(now), min: firstDay(now), max: dayOf(now) } }),
  parse(given, { now }) {
    if (given.kind === 'day' && isDay(given.day)) return checkDays({ from: given.day, to: given.day }, now)
    const text = given.kind === 'text' ? given.text.replace(SHOWN_YEAR, '') : ''
    const read = readDays(text, dayOf(now))
    return read.ok ? checkDays({ from: read.from, to: read.to }, now) : { ok: false, say: read.say }
  },
  show: showDate,
}

/** Whether these days can be those of an activity that is reported now. */
export function checkDays({ from, to }: Days, now: Date): Parsed {
  const today = dayOf(now)
  const range = showRange(from, to)
  if (from > today) return { ok: false, say: wrong.future(range, showDay(today)) }
  if (to > today) return { ok: false, say: wrong.notOver(range, showDay(today)) }
  if (from < firstDay(now)) return { ok: false, say: wrong.tooLongAgo(range, showDay(firstDay(now))) }
  if (daysBetween(from, to) >= LONGEST_DAYS) return { ok: false, say: wrong.tooManyDays(range) }
  const crosses = fiscalYearOf(from) !== fiscalYearOf(to)
  const note = (crosses ? shown.countsByFirstDay : shown.countsIn)(range, fiscalYearOf(from))
  return { ok: true, value: { from, to }, note }
}

/** The days of a stored answer. */
export function daysIn(value: Json | undefined): Days | undefined {
  const { from, to } = (value ?? {}) as Partial<Record<keyof Days, Json>>
  const isRange = typeof from === 'string' && typeof to === 'string' && isDay(from) && isDay(to) && from <= to
  return isRange ? { from, to } : undefined
}

/** Above the review: what the date means for the fiscal year. */
export function fiscalYearNote({ answers, now }: StepContext): string | undefined {
  const answer = answers.date
  const days = answer && 'value' in answer ? daysIn(answer.value) : undefined
  const checked = days && checkDays(days, now)
  return checked?.ok ? checked.note : undefined
}

function showDate(value: Json): string {
  const days = daysIn(value)
  return days ? shown.dateInYear(showRange(days.from, days.to), fiscalYearOf(days.from)) : ''
}

function firstDay(now: Date): Day {
  return addDays(dayOf(now), -Math.round(YEARS_BACK * 365.25))
}
