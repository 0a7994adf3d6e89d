/** What is said about a day that cannot be read: always what is wrong and an example that would be understood. */
import { type Day, partsOf, showDay, showLongDay } from './days.ts'
import { LONG_MONTHS, SHORT_MONTHS } from './months.ts'

export const WEEKDAYS = ['อาทิตย์', 'จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์'] as const

export function notADay(today: Day): string {
  return `ยังอ่านวันที่ไม่ได้ กรุณาพิมพ์วัน เดือน ปี เช่น ${showDay(today)} หรือช่วงวัน เช่น 12–14 ม.ค. 2569`
}

export function severalDays(today: Day): string {
  return `พบหลายวันที่ กรุณาพิมพ์วันเดียว เช่น ${showDay(today)} หรือช่วงเดียว เช่น 12–14 ม.ค. 2569`
}

export function noSuchDay(day: number, month: number, year: number, lastDay: number): string {
  const name = `${day} ${SHORT_MONTHS[month - 1]} ${year + 543}`
  const why = `เดือน${LONG_MONTHS[month - 1]} ${year + 543} มี ${lastDay} วัน`
  return `ไม่มีวันที่ ${name} (${why}) กรุณาพิมพ์ใหม่ เช่น ${lastDay} ${SHORT_MONTHS[month - 1]} ${year + 543}`
}

export function noSuchMonth(month: number): string {
  return `ไม่มีเดือนที่ ${month} กรุณาพิมพ์เป็น วัน/เดือน/ปี เช่น 12/11/2569 หรือ 12 พ.ย. 2569`
}

export function noSuchYear(year: string): string {
  return `อ่านปี ${year} ไม่ได้ กรุณาพิมพ์ปี พ.ศ. สี่หลัก เช่น 12 พ.ย. 2569`
}

export function endsBeforeItStarts(from: Day, to: Day): string {
  return `วันสิ้นสุด (${showDay(to)}) มาก่อนวันเริ่ม (${showDay(from)}) กรุณาพิมพ์ใหม่ เช่น 12–14 ม.ค. 2569`
}

export function wrongWeekday(day: Day, typed: number, actual: number): string {
  return `${showDay(day)} เป็นวัน${WEEKDAYS[actual]} ไม่ใช่วัน${WEEKDAYS[typed]} กรุณาตรวจแล้วพิมพ์ใหม่ เช่น ${showDay(day)}`
}

/** `days` are what it could mean, likeliest first. */
export function whichDay(typed: string, days: readonly Day[]): string {
  const meanings = days.map(showLongDay).join(' หรือ ')
  return `“${typed}” หมายถึงวันใด: ${meanings} กรุณาพิมพ์วันที่พร้อมปี เช่น ${days[0] ? showDay(days[0]) : '12 พ.ย. 2569'}`
}

export function tooVague(today: Day): string {
  return `กรุณาระบุวันที่ให้ชัดเจน ทั้งวัน เดือน และปี เช่น ${showDay(today)} หรือช่วงวัน เช่น 12–14 ม.ค. 2569`
}

export function whichYear(day: number, month: number, years: readonly number[]): string {
  const shown = years.map((year) => `${day} ${SHORT_MONTHS[month - 1]} ${year + 543}`)
  return `ไม่แน่ใจว่าเป็นปีใด กรุณาพิมพ์ปี พ.ศ. ด้วย เช่น ${shown.join(' หรือ ')}`
}

/** For the example in `whichYear` and its like. */
export function yearOf(day: Day): number {
  return partsOf(day).year
}
