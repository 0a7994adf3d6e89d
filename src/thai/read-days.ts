/**
 * Reads the day, or the range of days, that a person typed: '12-14 ม.ค. 69', '๑๒/๑/๒๕๖๙', 'เมื่อวาน'. What is not certain
 * is asked back, with an example; a wrong year is never filled in silently.
 */
import { type DayToken, dayTokens, type TypedYear } from './day-tokens.ts'
import { type Day, daysBetween, makeDay, weekdayOf } from './days.ts'
import { withMonthNamed } from './named-month.ts'
import { normalise } from './normalise.ts'
import { digitsForWords } from './number-words.ts'
import { missingYear, readYear, type YearRead } from './read-year.ts'
import { relativeDay } from './relative-days.ts'
import * as say from './texts.ts'

export type DaysRead =
  | { readonly ok: true; readonly from: Day; readonly to: Day }
  | { readonly ok: false; readonly problem: 'none' | 'impossible' | 'ambiguous'; readonly say: string }

/** A day as typed, before its year and its existence are settled. */
interface TypedDay {
  readonly day: number
  readonly month: number
  readonly year?: TypedYear
}

type Settled = { readonly ok: true; readonly day: Day } | Extract<DaysRead, { ok: false }>

/** A range that runs on into a year that was not typed is believed up to this length. */
const LONGEST_UNDATED_RANGE_DAYS = 120

/** '9.00-16.30 น.', which says nothing about the day. */
const TIME_OF_DAY = / ?(?:เวลา ?)?\d{1,2}[.:]\d{2} ?(?:น\. ?)?(?:(?:-|–|ถึง) ?\d{1,2}[.:]\d{2} ?)?(?:น\.|นาฬิกา|น$)/

/** @param today the day it is in Bangkok, for 'เมื่อวาน' and for days without a year */
export function readDays(text: string, today: Day): DaysRead {
  const said = withMonthNamed(digitsForWords(normalise(text).toLowerCase().replace(TIME_OF_DAY, '')), today)
  return readRelativeRange(said, today) ?? readSaid(said, text, today)
}

function readSaid(said: string, text: string, today: Day): DaysRead {
  const relative = relativeDay(said, today)
  if (relative?.kind === 'day') return { ok: true, from: relative.day, to: relative.day }
  if (relative?.kind === 'either') return fail('ambiguous', say.whichDay(text.trim().slice(0, 40), relative.days))
  if (relative) return fail('ambiguous', say.tooVague(today))
  const tokens = dayTokens(said)
  if (!tokens || tokens.length === 0) return fail('none', say.notADay(today))
  return readTokens(tokens, today)
}

/** 'เมื่อวานถึงวันนี้', '17 พ.ย. ถึงวันนี้'; undefined when neither end is named from today. */
function readRelativeRange(said: string, today: Day): DaysRead | undefined {
  const sides = said.replace(/^(?:ตั้งแต่|ระหว่าง) ?/, '').split(/ ?(?:จนถึง|ถึง|[-–—~]) ?/)
  const [first, second, ...more] = sides
  if (first === undefined || second === undefined || more.length > 0) return undefined
  const isNamed = sides.some((side) => ['day', 'either'].includes(relativeDay(side, today)?.kind ?? ''))
  if (!isNamed) return undefined
  const [from, to] = [readSaid(first, first, today), readSaid(second, second, today)]
  if (!from.ok) return from
  if (!to.ok) return to
  if (from.from > to.to) return fail('impossible', say.endsBeforeItStarts(from.from, to.to))
  return { ok: true, from: from.from, to: to.to }
}

function readTokens(tokens: readonly DayToken[], today: Day): DaysRead {
  const weekdays = tokens.filter((token) => token.kind === 'weekday').map((token) => token.weekday)
  const sides = splitAtTo(tokens.filter((token, at) => token.kind !== 'weekday' && !isBetweenWeekdays(tokens, at)))
  if (sides.length > 2) return fail('ambiguous', say.severalDays(today))
  const [first, second] = sides
  const read = second ? readRange(first ?? [], second, today) : readSingle(first ?? [], today)
  return read.ok ? checkWeekdays(read, weekdays) : read
}

/** 'เสาร์-อาทิตย์ที่ 14-15': the first dash is none between days. */
function isBetweenWeekdays(tokens: readonly DayToken[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  return token?.kind === 'to' && before?.kind === 'weekday' && after?.kind === 'weekday'
}

function splitAtTo(tokens: readonly DayToken[]): DayToken[][] {
  const sides: DayToken[][] = [[]]
  for (const token of tokens) {
    if (token.kind === 'to') sides.push([])
    else sides.at(-1)?.push(token)
  }
  return sides
}

function readSingle(tokens: readonly DayToken[], today: Day): DaysRead {
  const typed = typedDay(tokens)
  if (!typed) return notOneDay(tokens, today)
  const settled = settle(typed, today)
  return settled.ok ? { ok: true, from: settled.day, to: settled.day } : settled
}

/** The first day borrows what it lacks from the last: '12-14 ม.ค. 69', '28 ก.ย. - 3 ต.ค. 69'. */
function readRange(first: readonly DayToken[], second: readonly DayToken[], today: Day): DaysRead {
  const end = typedDay(second)
  const start = typedDay(first) ?? (end && bareDay(first, end))
  if (!start || !end) return notOneDay([...first, ...second], today)
  if (start.year && !end.year) return rangeFrom(start, end, today)
  const to = settle(end, today)
  if (!to.ok) return to
  const from = start.year ? settle(start, today) : settleBefore(start, to.day)
  if (!from.ok) return from
  if (from.day > to.day) return fail('impossible', say.endsBeforeItStarts(from.day, to.day))
  return { ok: true, from: from.day, to: to.day }
}

/** '28 ธ.ค. 69 - 3 ม.ค.': the end is the first such day after the start. */
function rangeFrom(start: TypedDay, end: TypedDay, today: Day): DaysRead {
  const from = settle(start, today)
  if (!from.ok) return from
  const year = say.yearOf(from.day)
  const sameYear = existing(end, year)
  if (!sameYear.ok) return sameYear
  const to = sameYear.day >= from.day ? sameYear : existing(end, year + 1)
  if (!to.ok) return to
  if (sameYear.day < from.day && daysBetween(from.day, to.day) > LONGEST_UNDATED_RANGE_DAYS)
    return fail('impossible', say.endsBeforeItStarts(from.day, sameYear.day))
  return { ok: true, from: from.day, to: to.day }
}

/** A start without a year lies in the year of the end, or in the one before when the range runs over New Year. */
function settleBefore(start: TypedDay, end: Day): Settled {
  const year = say.yearOf(end)
  const sameYear = existing(start, year)
  if (!sameYear.ok || sameYear.day <= end) return sameYear
  const yearBefore = existing(start, year - 1)
  if (!yearBefore.ok || daysBetween(yearBefore.day, end) > LONGEST_UNDATED_RANGE_DAYS) return sameYear
  return yearBefore
}

/** '12 พ.ย. 2569', 'Nov 12, 2026', '12/11/69', with or without its year. */
function typedDay(tokens: readonly DayToken[]): TypedDay | undefined {
  const [a, b, c] = tokens
  if (tokens.length === 1 && a?.kind === 'date') return a
  if (tokens.length < 2 || tokens.length > 3) return undefined
  // 'พ.ย. 69' is a month of a year and no day
  const [number, month] = a?.kind === 'month' && c ? [b, a] : [a, b]
  if (number?.kind !== 'number' || number.digits.length > 2 || month?.kind !== 'month') return undefined
  if (c && c.kind !== 'number') return undefined
  return { day: Number(number.digits), month: month.month, ...(c && { year: c }) }
}

function bareDay(tokens: readonly DayToken[], end: TypedDay): TypedDay | undefined {
  const [only] = tokens
  if (tokens.length !== 1 || only?.kind !== 'number' || only.digits.length > 2) return undefined
  return { ...end, day: Number(only.digits) }
}

function settle(typed: TypedDay, today: Day): Settled {
  if (typed.month < 1 || typed.month > 12) return fail('impossible', say.noSuchMonth(typed.month))
  const read = typed.year ? readYear(typed.year, today) : missingYear(typed.month, typed.day, today)
  if (read.kind === 'year') return existing(typed, read.year)
  if (read.kind === 'either') return eitherYear(typed, read)
  if (typed.year) return fail('impossible', say.noSuchYear(typed.year.digits))
  return existing(typed, say.yearOf(today))
}

function eitherYear(typed: TypedDay, read: Extract<YearRead, { kind: 'either' }>): Settled {
  const years = read.years.filter((year) => existing(typed, year).ok)
  if (years.length === 0) return existing(typed, read.years[0] ?? 0)
  return fail('ambiguous', say.whichYear(typed.day, typed.month, years))
}

function existing({ day, month }: TypedDay, year: number): Settled {
  if (month < 1 || month > 12) return fail('impossible', say.noSuchMonth(month))
  const found = makeDay(year, month, day)
  return found ? { ok: true, day: found } : fail('impossible', say.noSuchDay(day, month, year, lastDayOf(year, month)))
}

function lastDayOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function checkWeekdays(read: DaysRead & { ok: true }, weekdays: readonly number[]): DaysRead {
  const days = [read.from, read.to]
  for (const [index, typed] of weekdays.slice(0, 2).entries()) {
    const day = days[index] ?? read.to
    if (weekdayOf(day) !== typed) return fail('impossible', say.wrongWeekday(day, typed, weekdayOf(day)))
  }
  return read
}

/** A month or a year alone is about time, but no day. */
function notOneDay(tokens: readonly DayToken[], today: Day): DaysRead {
  const complete = tokens.filter((token) => token.kind === 'date' || token.kind === 'month').length
  if (complete > 1) return fail('ambiguous', say.severalDays(today))
  const isVague = tokens.some(
    (token) => token.kind === 'month' || (token.kind === 'number' && token.digits.length === 4),
  )
  return isVague ? fail('ambiguous', say.tooVague(today)) : fail('none', say.notADay(today))
}

function fail(problem: 'none' | 'impossible' | 'ambiguous', sentence: string): Extract<DaysRead, { ok: false }> {
  return { ok: false, problem, say: sentence }
}
