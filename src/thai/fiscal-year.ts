/** The Thai fiscal year: 1 October to 30 September, named by the later Buddhist year (law on budget procedure). */
import { BE_OFFSET, type Day, partsOf } from './days.ts'

/** The fiscal year of a day as a Buddhist year: 30 Sep 2026 is in 2569, 1 Oct 2026 in 2570. */
export function fiscalYearOf(day: Day): number {
  const { year, month } = partsOf(day)
  return (month >= 10 ? year + 1 : year) + BE_OFFSET
}

/** The first and the last day of a fiscal year. */
export function fiscalYearRange(fiscalYear: number): { from: Day; to: Day } {
  const year = fiscalYear - BE_OFFSET
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` }
}

/** The quarter of the fiscal year: 1 is October to December, 4 is July to September. */
export function quarterOf(day: Day): 1 | 2 | 3 | 4 {
  const { month } = partsOf(day)
  if (month >= 10) return 1
  if (month <= 3) return 2
  return month <= 6 ? 3 : 4
}
