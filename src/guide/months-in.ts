/** The months and days that a text names, however they are typed. */
import { remembered } from '../recent.ts'
import { LONG_MONTHS, monthAtStart } from '../thai/index.ts'

interface MonthSpan {
  readonly month: number
  readonly start: number
  readonly end: number
}

/** Where the months stand in the text; a month begins after a space, a digit, a sign, or a word that leads to one. */
function monthSpans(text: string): MonthSpan[] {
  const spans: MonthSpan[] = []
  let at = 0
  while (at < text.length) {
    const mayBegin = at === 0 || /[\s\d().,–-]$|เดือน$|วันที่$|ของ$|ใน$|งาน$/.test(text.slice(Math.max(0, at - 8), at))
    const found = mayBegin ? monthAtStart(text.slice(at, at + 16)) : undefined
    if (found) spans.push({ month: found.month, start: at, end: at + found.length })
    at += found?.length ?? 1
  }
  return spans
}

const apart = (said: string) => LONG_MONTHS.reduce((spaced, name) => spaced.replaceAll(name, ` ${name} `), said)

/** @param said normalised, in lower case */
export function monthsIn(said: string): number[] {
  return monthSpans(apart(said)).map(({ month }) => month)
}

const BE_OFFSET = 543
const buddhist = (digits: string): number => {
  const year = Number(digits)
  return year < 100 ? 2500 + year : year < 2100 ? year + BE_OFFSET : year
}

const DAYS_BEFORE = /(\d{1,2})(?: ?(?:[-–,]|และ|ถึง) ?(\d{1,2}))? ?(?:เดือน)? ?$/
const YEAR_AFTER = /^ ?(?:พ\.? ?ศ\.? ?|ปี ?)?(25\d\d|20\d\d|[5-7]\d)(?!\d)/
const IN_NUMBERS = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](25\d\d|20\d\d|\d\d)(?!\d)/g

/**
 * Each full date and each month of a year that a text names, in one spelling: '10 ต.ค. 61' and '10 ตุลาคม 2561' are both
 * '2561-10-10'; 'ส.ค. 60' is '2560-8'. So that what is asked for by its date is found by it, and by no other.
 *
 * @param said normalised, in lower case
 */
export const datesIn = remembered((said: string): readonly string[] => {
  const text = apart(said).replace(/ {2,}/g, ' ')
  const dates = monthSpans(text).flatMap(({ month, start, end }) => {
    const year = YEAR_AFTER.exec(text.slice(end, end + 14))?.[1]
    if (year === undefined) return []
    const days = DAYS_BEFORE.exec(text.slice(Math.max(0, start - 14), start))?.slice(1) ?? []
    const inMonth = `${buddhist(year)}-${month}`
    return [inMonth, ...days.flatMap((day) => (day === undefined ? [] : [`${inMonth}-${Number(day)}`]))]
  })
  const inNumbers = [...said.matchAll(IN_NUMBERS)].flatMap(([, day, month, year = '']) =>
    Number(month) > 12 ? [] : [`${buddhist(year)}-${Number(month)}-${Number(day)}`],
  )
  return [...new Set([...dates, ...inNumbers])]
})
