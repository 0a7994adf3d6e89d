/** Every day of twenty years, in every form in which officers write one, reads back as itself; and nothing else ever breaks. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  addDays,
  type Day,
  daysBetween,
  isDay,
  LONG_MONTHS,
  readDays,
  showDay,
  showLongDay,
  showRange,
} from '../../../src/thai/index.ts'

const TODAY = '2026-11-19'
const FIRST = '2016-11-19'
const DAYS = Array.from({ length: daysBetween(FIRST, '2036-11-19') + 1 }, (_, at) => addDays(FIRST, at))
const SHORT = ['มค', 'กพ', 'มีค', 'เมย', 'พค', 'มิย', 'กค', 'สค', 'กย', 'ตค', 'พย', 'ธค']
const ENGLISH = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

const partsOf = (day: Day) => ({ ce: day.slice(0, 4), m: Number(day.slice(5, 7)), d: Number(day.slice(8)) })
const beOf = (day: Day) => String(Number(day.slice(0, 4)) + 543)
const thaiDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))

/** Each writes a day so that nothing about it is left open. */
const FORMS: Readonly<Record<string, (day: Day) => string>> = {
  'as it is shown': showDay,
  'in full': showLongDay,
  'in Thai digits': (day) => thaiDigits(showLongDay(day)),
  'without dots or spaces': (day) => `${partsOf(day).d}${SHORT[partsOf(day).m - 1]}${beOf(day).slice(2)}`,
  'with a short year': (day) => `${partsOf(day).d} ${LONG_MONTHS[partsOf(day).m - 1]} ${beOf(day).slice(2)}`,
  'with slashes': (day) => `${partsOf(day).d}/${partsOf(day).m}/${beOf(day)}`,
  'with slashes and a short year': (day) => `${partsOf(day).d}/${partsOf(day).m}/${beOf(day).slice(2)}`,
  'with zeros and dashes': (day) => `${day.slice(8)}-${day.slice(5, 7)}-${beOf(day)}`,
  'with full stops': (day) => `${partsOf(day).d}.${partsOf(day).m}.${beOf(day)}`,
  'with a Gregorian year': (day) => `${partsOf(day).d} ${SHORT[partsOf(day).m - 1]} ${partsOf(day).ce}`,
  'as ISO': (day) => day,
  'as ISO in Buddhist years': (day) => `${beOf(day)}${day.slice(4)}`,
  'in English': (day) => `${ENGLISH[partsOf(day).m - 1]} ${partsOf(day).d}, ${partsOf(day).ce}`,
  'with all its words': (day) => `วันที่ ${partsOf(day).d} เดือน${LONG_MONTHS[partsOf(day).m - 1]} พ.ศ. ${beOf(day)} ครับ`,
  'with the month as a number': (day) => `วันที่ ${partsOf(day).d} เดือน ${partsOf(day).m} ปี ${beOf(day)}`,
}

it.each(Object.entries(FORMS))('a day %s', (_, write) => {
  const misread = DAYS.filter((day) => {
    const read = readDays(write(day), TODAY)
    return !read.ok || read.from !== day || read.to !== day
  })
  expect(misread.map((day) => [day, write(day)])).toEqual([])
})

const day = fc.integer({ min: 0, max: DAYS.length - 366 }).map((at) => DAYS[at] ?? TODAY)
const anyForm = fc.constantFrom(...Object.values(FORMS))

it('a range reads back in every mixture of forms, and turned round it is refused', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 365 }), anyForm, anyForm, (from, length, write, writeEnd) => {
      const to = addDays(from, length)
      expect(readDays(`${write(from)} ถึง ${writeEnd(to)}`, TODAY)).toEqual({ ok: true, from, to })
      expect(readDays(showRange(from, to), TODAY)).toEqual({ ok: true, from, to })
      expect(readDays(`${write(to)} ถึง ${writeEnd(from)}`, TODAY)).toMatchObject({ ok: false, problem: 'impossible' })
    }),
  )
})

it('two digits are a year that was meant, or are asked', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 2024, max: 2060 }), (year, now) => {
      const read = readDays(`12 พ.ย. ${String(year).padStart(2, '0')}`, `${now}-11-19`)
      if (read.ok) expect(read.from).toBe(`${1957 + year}-11-12`)
      else expect(read.say).toContain('เช่น 12 พ.ย.')
      // nobody writes of a day that lies half a century away, in either era
      if (read.ok) expect(Math.abs(1957 + year - now)).toBeLessThanOrEqual(50)
    }),
  )
})

it('a day without a year is never read into another fiscal year than the one that runs', () => {
  fc.assert(
    fc.property(day, day, (today, other) => {
      const { d, m } = partsOf(other)
      const read = readDays(`${d} ${LONG_MONTHS[m - 1]}`, today)
      if (!read.ok) return
      expect(read.from <= today).toBe(true)
      expect(daysBetween(read.from, today)).toBeLessThan(184)
      const yearOf = (one: Day) => Number(one.slice(0, 4)) + (one.slice(5, 7) >= '10' ? 1 : 0)
      expect(yearOf(read.from)).toBe(yearOf(today))
    }),
    { numRuns: 1_000 },
  )
})

const pieces = fc.constantFrom(
  ...[
    '12',
    '๓๑',
    '2569',
    '69',
    "'26",
    '0',
    '99999',
    'พ.ย.',
    'กุมภา',
    'มกราคค',
    'nov',
    'วันที่',
    'เดือน',
    'ปี',
    'พ.ศ.',
    'ค.ศ.',
  ],
  ...[
    '-',
    '–',
    'ถึง',
    '/',
    '.',
    ',',
    ' ',
    '\u200b',
    'วันศุกร์',
    'จ.',
    'เมื่อวาน',
    'เดือนหน้า',
    'ที่แล้ว',
    'นี้',
    'สิบ',
    'เอ็ด',
    'พัน',
    'น.',
    'เวลา',
  ],
)
const garbage = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
)

it('whatever is typed, it is a day that exists, a range that does not run backwards, or a question with an example', () => {
  fc.assert(
    fc.property(garbage, day, (typed, today) => {
      const read = readDays(typed, today)
      if (!read.ok) expect(read.say).toContain('เช่น')
      else expect([isDay(read.from), isDay(read.to), read.from <= read.to]).toEqual([true, true, true])
    }),
    { numRuns: 5_000 },
  )
})
