/** The question about a day asked of another: "แล้ว 30 กันยาล่ะ" after "1 ต.ค. 69 อยู่ปีงบไหน". */
import { monthsIn } from './months-in.ts'

const YEAR = /(?<!\d)(?:25\d\d|20\d\d|[4-9]\d)(?!\d)/g
const ASKS_FISCAL_YEAR = 'อยู่ปีงบประมาณไหน'

/** Undefined when no day or month is named now. The year is that of before, unless one is named. */
export function ofAnotherDay(now: string, before: string): string | undefined {
  if (monthsIn(now).length === 0) return undefined
  const isDated = (now.match(/\d+/g)?.length ?? 0) > 1 || /(?<!\d)\d{4}(?!\d)/.test(now)
  const year = isDated ? undefined : before.match(YEAR)?.at(-1)
  return [now, year, ASKS_FISCAL_YEAR].filter(Boolean).join(' ')
}
