/**
 * Dates as Thai officials read them: Buddhist years, Bangkok time, fiscal years from October to September. A day is
 * 'YYYY-MM-DD' (Gregorian), as LINE's date picker and the server speak it; only what is shown is Thai.
 */
export type Day = string

const BUDDHIST_OFFSET = 543
const SHORT_MONTHS = 'ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.'.split(' ')
const LONG_MONTHS = 'มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม'.split(' ')
const WEEKDAYS = 'อาทิตย์ จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์'.split(' ')
const BANGKOK_OFFSET_MS = 7 * 3_600_000

/** Bangkok has had UTC+7 without summer time since 1920. */
function inBangkok(instant: string | number): string {
  return new Date(new Date(instant).getTime() + BANGKOK_OFFSET_MS).toISOString()
}

export function dayOf(instant: string | number): Day {
  return inBangkok(instant).slice(0, 10)
}

/** '09:05' */
export function showTime(instant: string | number): string {
  return inBangkok(instant).slice(11, 16)
}

/** '12 พ.ย. 2569' */
export function showDay(day: Day): string {
  return inThai(day, SHORT_MONTHS)
}

/** '12 พฤศจิกายน 2569' */
export function showLongDay(day: Day): string {
  return inThai(day, LONG_MONTHS)
}

/** 'วันพฤหัสบดี' */
export function showWeekday(day: Day): string {
  return `วัน${WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]}`
}

/** 2570 for any day from 2026-10-01 to 2027-09-30. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day)
  return year + BUDDHIST_OFFSET + (month >= 10 ? 1 : 0)
}

export function fiscalQuarterOf(day: Day): number {
  return (Math.floor((partsOf(day).month + 2) / 3) % 4) + 1
}

/** The day of that month that lies in the fiscal year: (2570, 9, 1) is 2027-09-01, (2570, 10, 1) is 2026-10-01. */
export function dayInFiscalYear(fiscalYear: number, month: number, dayOfMonth: number): Day {
  const year = fiscalYear - BUDDHIST_OFFSET - (month >= 10 ? 1 : 0)
  return `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
}

/** What a date, time or date-time input holds, said in Thai; empty while it is incomplete. */
export function showPicked(value: string): string {
  const [day, time] = value.includes('-') ? value.split('T') : [undefined, value]
  const dayInWords = day ? `${showWeekday(day)}ที่ ${showLongDay(day)}` : ''
  return [dayInWords, time ? `เวลา ${time} น.` : ''].filter(Boolean).join(' ')
}

function inThai(day: Day, months: string[]): string {
  const { year, month, dayOfMonth } = partsOf(day)
  return `${dayOfMonth} ${months[month - 1]} ${year + BUDDHIST_OFFSET}`
}

function partsOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number)
  return { year, month, dayOfMonth }
}
