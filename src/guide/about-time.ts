/**
 * Questions about years, quarters and fiscal years, which are reckoned and not looked up: "2026 = พ.ศ. อะไร", "งาน 28 กย - 3 ตค
 * นับปีงบไหน". Undefined when the question is about anything else as well.
 */
import {
  type Day,
  dayOf,
  findDays,
  fiscalYearOf,
  fiscalYearRange,
  LONG_MONTHS,
  normalise,
  quarterOf,
  readDays,
  showDay,
  showRange,
} from '../thai/index.ts'
import { monthsIn } from './months-in.ts'
import { timeSays as says } from './texts.ts'

export interface TimeAnswer {
  readonly title: string
  readonly text: string
  /** The entry that tells the rule behind it. */
  readonly entryId: 'fiscal-year' | 'fiscal-quarters' | 'activity-crossing-years' | 'buddhist-years'
}

const BE_OFFSET = 543
/** Words of such questions; whatever is left is about something else. */
const VOCABULARY =
  /พ\.? ?ศ\.?|ค\.? ?ศ\.?|ปีงบประมาณ|ปีงบ|งบประมาณ|ไตรมาส(ที่)?|วันที่|วันนี้|วันไหน|วัน|เดือน|ปี|จัดงาน|จัดกิจกรรม|กิจกรรม|งาน|จัด|นับเป็น|นับ|ผลงาน|เมื่อ(?!ไ)|ลง(?!นาม|ทะ)|ไว้|ส่วน|เสร็จ|เพิ่ง|อยู่|ตรงกับ|เท่ากับ|แปลง|ตอนนี้|ปัจจุบัน|ขณะนี้|เริ่มต้น|เริ่ม|สิ้นสุด|หมด|จบ|ช่วง|ตั้งแต่|จนถึง|ถึง|เมื่อไหร่|เมื่อไร|เท่าไหร่|เท่าไร|อะไร|ไหน|ใด|ไร|กี่|คือ|เป็น|ของ|ใน|ไป|กับ|และ|หรือ|ที่|ให้|จะ|ต้อง|ถ้า|ครับ|คับ|ค่ะ|คะ|นะ|ล่ะ|ละ|ไหม|มั้ย|ว่า|คิด|ได้|บ้าง|ระหว่าง|ข้าม|คาบเกี่ยว|คร่อม|เลื่อนไป|เลื่อน|ย้ายไป|ย้าย|เปลี่ยน|เข้า|มัน|เขียน|เอกสาร|ฝรั่ง|fy|q(?=[1-4])/g
const OTHER_LETTERS = 3
/** Asking for money or sending something in is not about the calendar, though it names a fiscal year. */
const OF_OTHER = /ของบ|คำขอ|ขอรับ|เบิก|จัดสรร|รายงาน|ส่ง|อนุมัติ/
const DATE = /(?<!\d)\d{1,2} ?[ก-๎]{1,4}\.? ?[ก-๎]{0,8}\.? ?(?:25\d\d|20\d\d|\d\d)(?!\d)/g
/** 'ค.ศ. 1999 เป็น พ.ศ. เท่าไร', whatever else is told around it. */
const CONVERTS_ERA =
  /(?<!\d)(?:19|20)\d\d(?!\d).*พ\.? ?ศ\.? ?(?:อะไร|ไหน|ใด|เท่า|ไร)|พ\.? ?ศ\.? ?\d{4}.*ค\.? ?ศ\.? ?(?:อะไร|ไหน|ใด|เท่า)/
/** What is said around a date: 'จัดไปเมื่อ 15 กย 69 นับเป็นผลงานปีงบ 70 ได้ไหม'. */
const BEFORE_DATE = /^(?:(?:จัด|ไป|เมื่อ|งาน|กิจกรรม|วันที่|ทำ|เริ่ม|ของ|ที่|ถ้า|เพิ่ง|แล้ว) ?)+/
const BEHIND_DATE = / ?(?:(?:ลง|นับ|อยู่|เป็น|ใน|เข้า|ถือ|ตก|คิด|ผลงาน|ผล|ได้|ของ|คือ|จะ|ต้อง) ?)*(?:ปีงบ|fy).*$/
const NOW = /ตอนนี้|วันนี้|ปัจจุบัน|ขณะนี้/
const ASKS = /อะไร|ไหน|ใด|ไร|กี่|เท่าไ|เมื่อ|ยังไง|อย่างไร|คือ|=|แปลง|\?|ไหม|มั้ย|เริ่ม|หมด|ถึง|สิ้น/

export function answerAboutTime(question: string, now: Date): TimeAnswer | undefined {
  const text = normalise(question).toLowerCase()
  const months = monthsIn(text)
  const today = dayOf(now)
  const impossible = impossibleDayIn(text, today)
  if (impossible !== undefined) return { title: says.noSuchDay, text: impossible, entryId: 'fiscal-year' }
  const era = CONVERTS_ERA.test(text) ? aboutEra(text) : undefined
  if (era) return era
  if (!ASKS.test(text) || OF_OTHER.test(text) || otherLetters(text, months.length > 0) > OTHER_LETTERS) return undefined
  if (/ไตรมาส|(?<![a-z])q[1-4]/.test(text)) return aboutQuarter(text, months, today)
  if (/ปีงบ|fy/.test(text)) return aboutFiscalYear(text, months, today)
  return aboutEra(text)
}

/** '31 กย 69', wherever it stands: nobody should go on with a day that there is not. */
function impossibleDayIn(text: string, today: Day): string | undefined {
  for (const [date] of text.matchAll(DATE)) {
    const read = readDays(date.trim(), today)
    if (!read.ok && read.problem === 'impossible') return read.say
  }
  return undefined
}

function otherLetters(text: string, hasMonth: boolean): number {
  const monthWords = /[ก-ฮ][ีิเัุ]?\.? ?[คยพ]\.?(?![ก-ฮะ-ู])|[ก-ฮะ-์]+(าคม|ายน|าพันธ์|กรา|ภา|นา|ษา|ถุนา|กฎา|หา|ยา|ลา|กา|วา)/g
  const rest = text.replace(VOCABULARY, ' ')
  return (hasMonth ? rest.replace(monthWords, ' ') : rest).match(/\p{L}/gu)?.length ?? 0
}

function aboutEra(text: string): TimeAnswer | undefined {
  const years = [...text.matchAll(/(?<!\d)(?:\d{4}|(?<=ปี ?|พ\.? ?ศ\.? ?)\d{2}(?=.*ค\.? ?ศ))(?!\d)/g)].map(yearOf)
  const [year, ...others] = years
  if (year === undefined || others.length > 0 || !/พ\.? ?ศ|ค\.? ?ศ|=/.test(text)) return undefined
  const isGregorian = year >= 1900 && year < 2100
  if (!isGregorian && (year < 2400 || year >= 2700)) return undefined
  const [ce, be] = isGregorian ? [year, year + BE_OFFSET] : [year - BE_OFFSET, year]
  return {
    title: says.eraTitle,
    text: isGregorian ? says.toBuddhist(ce, be) : says.toGregorian(be, ce),
    entryId: 'buddhist-years',
  }
}

/** Two digits are of the Buddhist era. */
const yearOf = ([typed]: RegExpExecArray): number => (typed.length === 2 ? 2500 + Number(typed) : Number(typed))

const monthName = (month: number) => LONG_MONTHS[month - 1] ?? ''
/** Quarter n of the fiscal year begins in month 10, 1, 4, 7. */
const firstMonthOf = (quarter: number) => (((quarter - 1) * 3 + 9) % 12) + 1

function aboutQuarter(text: string, named: readonly number[], today: Day): TimeAnswer | undefined {
  const quarter = Number(/(?:ไตรมาส(?:ที่)? ?|q)([1-4])(?!\d)/.exec(text)?.[1] ?? 0)
  if (quarter > 0) {
    const first = firstMonthOf(quarter)
    const text = says.quarterIs(quarter, monthName(first), monthName(first + 2))
    return { title: says.quarterTitle(quarter), text, entryId: 'fiscal-quarters' }
  }
  const months = named.length === 0 && NOW.test(text) ? [Number(today.slice(5, 7))] : named
  const [month, ...others] = months
  if (month === undefined || others.length > 0) return undefined
  const inQuarter = quarterOf(`2000-${String(month).padStart(2, '0')}-01`)
  const isOfYear = named.length === 0 && /ปีงบ|fy/.test(text)
  const fiscalYear = fiscalYearOf(today)
  const year = isOfYear ? `${says.nowIn(showDay(today), fiscalYear, rangeOf(fiscalYear))}\n` : ''
  return {
    title: says.quarterTitle(inQuarter),
    text: `${year}${says.monthIsIn(monthName(month), inQuarter)}`,
    entryId: 'fiscal-quarters',
  }
}

const rangeOf = (fiscalYear: number) => {
  const { from, to } = fiscalYearRange(fiscalYear)
  return `${showDay(from)}–${showDay(to)}`
}

/** A year of four digits, or one number more than there are months. */
function hasYear(date: string, months: readonly number[]): boolean {
  return /\d{4}|\d[/.-]\d/.test(date) || (date.match(/\d+/g)?.length ?? 0) > months.length
}

function aboutFiscalYear(text: string, months: readonly number[], today: Day): TimeAnswer | undefined {
  const date = text.replace(BEHIND_DATE, '').replace(BEFORE_DATE, '')
  const read = readDays(date, today)
  if (!read.ok && read.problem === 'impossible')
    return { title: says.noSuchDay, text: read.say, entryId: 'fiscal-year' }
  const days = read.ok ? read : findDays(date, today)
  const isCertain = days && (hasYear(date, months) || fiscalYearOf(days.from) === fiscalYearOf(days.to))
  if (days && isCertain) return aboutDays(days.from, days.to)
  if (months.length > 0) return aboutMonths(text, months)
  const named = Number(/(?:ปีงบประมาณ|ปีงบ|fy) ?(?:พ\.? ?ศ\.? ?)?(25\d\d|\d\d)(?!\d)/.exec(text)?.[1] ?? Number.NaN)
  if (!Number.isNaN(named)) return namedYear(named < 100 ? 2500 + named : named)
  if (!NOW.test(text)) return undefined
  const fiscalYear = fiscalYearOf(today)
  return {
    title: says.fiscalYearTitle(fiscalYear),
    text: says.nowIn(showDay(today), fiscalYear, rangeOf(fiscalYear)),
    entryId: 'fiscal-year',
  }
}

const namedYear = (fiscalYear: number): TimeAnswer => ({
  title: says.fiscalYearTitle(fiscalYear),
  text: says.fiscalYearIs(fiscalYear, rangeOf(fiscalYear)),
  entryId: 'fiscal-year',
})

function aboutDays(from: Day, to: Day): TimeAnswer {
  const [first, last] = [fiscalYearOf(from), fiscalYearOf(to)]
  const shown = showRange(from, to)
  if (first === last) {
    return {
      title: says.fiscalYearTitle(first),
      text: says.dayIsIn(shown, first, rangeOf(first)),
      entryId: 'fiscal-year',
    }
  }
  return { title: says.crossingTitle, text: says.crossing(shown, first, last), entryId: 'activity-crossing-years' }
}

/** Months without a full date: whether 1 October lies between them is known even without a year. */
function aboutMonths(text: string, months: readonly number[]): TimeAnswer | undefined {
  const [first, last = first] = [months[0], months.at(-1)]
  if (first === undefined || last === undefined) return undefined
  if (first < 10 && last >= 10 && months.length > 1) {
    return {
      title: says.crossingTitle,
      text: says.crossingSomeYear(monthName(first), monthName(last)),
      entryId: 'activity-crossing-years',
    }
  }
  const [typed = Number.NaN] = [...text.matchAll(/(?<!\d)(25\d\d|20\d\d|(?<=[ก-ู์.] ?)\d\d)(?!\d)/g)]
    .map(([year]) => Number(year))
    .slice(-1)
  if (Number.isNaN(typed))
    return { title: says.monthTitle, text: says.monthRule(monthName(first), first >= 10), entryId: 'fiscal-year' }
  const be = typed < 100 ? 2500 + typed : typed < 2100 ? typed + BE_OFFSET : typed
  const fiscalYear = first >= 10 ? be + 1 : be
  return {
    title: says.fiscalYearTitle(fiscalYear),
    text: says.dayIsIn(`${monthName(first)} ${be}`, fiscalYear, rangeOf(fiscalYear)),
    entryId: 'fiscal-year',
  }
}
