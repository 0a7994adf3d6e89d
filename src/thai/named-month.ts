/** 'วันที่ 12 ถึง 14 เดือนนี้': the month that is named from today, put in the words of a date. */
import { BE_OFFSET, type Day, partsOf } from './days.ts'

const THIS_MONTH = /(\d) ?(?:ของ ?)?เดือนนี้/
/** '5 เดือนที่แล้ว' is five months ago; only 'วันที่ 5 เดือนที่แล้ว' is a day. */
const OTHER_MONTH = /(ที่ ?\d{1,2}(?: ?(?:-|–|ถึง|จนถึง) ?(?:วันที่ ?)?\d{1,2})?) ?(?:ของ ?)?เดือน ?(?:(ที่แล้ว|ก่อน|ที่ผ่านมา)|หน้า)/

/** @param said normalised, lower-case; what names no day of such a month stays as it is */
export function withMonthNamed(said: string, today: Day): string {
  return said
    .replace(THIS_MONTH, (_, days: string) => `${days} ${monthFrom(today, 0)}`)
    .replace(OTHER_MONTH, (_, days: string, past?: string) => `${days} ${monthFrom(today, past ? -1 : 1)}`)
}

function monthFrom(today: Day, months: number): string {
  const { year, month } = partsOf(today)
  const at = new Date(Date.UTC(year, month - 1 + months, 1))
  return `เดือน ${at.getUTCMonth() + 1} ปี ${at.getUTCFullYear() + BE_OFFSET}`
}
