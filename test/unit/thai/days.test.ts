import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  arabicDigits,
  type Day,
  dayOf,
  daysBetween,
  fiscalYearOf,
  fiscalYearRange,
  instantOf,
  isDay,
  quarterOf,
  readDays,
  showDay,
  showInstant,
  showLongDay,
  showRange,
} from '../../../src/thai/index.ts'

const days = fc.integer({ min: 0, max: 51_000 }).map((n) => addDays('1960-01-01', n))
const thaiDigits = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
const TODAY = '2026-11-19'

describe('a day', () => {
  it('begins at midnight in Bangkok, seven hours before UTC', () => {
    expect(dayOf(new Date('2026-09-30T16:59:59Z'))).toBe('2026-09-30')
    expect(dayOf(new Date('2026-09-30T17:00:00Z'))).toBe('2026-10-01')
    expect(instantOf('2026-10-01').toISOString()).toBe('2026-09-30T17:00:00.000Z')
    expect(instantOf('2026-10-01', '09:05').toISOString()).toBe('2026-10-01T02:05:00.000Z')
  })

  it('is refused when the calendar has none', () => {
    for (const no of ['2026-02-29', '2026-09-31', '2026-13-01', '2026-1-1', '', 'วันนี้', '2026-11-12T00:00'])
      expect(isDay(no), no).toBe(false)
    expect(isDay('2024-02-29')).toBe(true)
  })

  it('is shown in the Buddhist era', () => {
    expect(showDay('2026-11-12')).toBe('12 พ.ย. 2569')
    expect(showLongDay('2026-11-12')).toBe('12 พฤศจิกายน 2569')
    expect(showInstant(new Date('2026-11-12T02:05:00Z'))).toBe('12 พ.ย. 2569 09:05 น.')
  })

  it('is shown as a range without repeating what both ends share', () => {
    expect(showRange('2026-11-12', '2026-11-12')).toBe('12 พ.ย. 2569')
    expect(showRange('2026-11-12', '2026-11-14')).toBe('12–14 พ.ย. 2569')
    expect(showRange('2027-09-28', '2027-10-03')).toBe('28 ก.ย. – 3 ต.ค. 2570')
    expect(showRange('2026-11-12', '2027-01-02')).toBe('12 พ.ย. 2569 – 2 ม.ค. 2570')
  })

  it('edge 49: is counted in days, over leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(daysBetween('2026-11-12', '2027-11-12')).toBe(365)
    fc.assert(
      fc.property(days, fc.integer({ min: -5000, max: 5000 }), (day, n) => daysBetween(day, addDays(day, n)) === n),
    )
  })
})

describe('what is shown can be read back', () => {
  const ways: readonly ((day: Day) => string)[] = [
    showDay,
    showLongDay,
    (day) => thaiDigits(showDay(day)),
    (day) => thaiDigits(showLongDay(day)),
    (day) => showDay(day).replace(/[ .]/g, ''),
    (day) => day,
    (day) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${Number(day.slice(0, 4)) + 543}`,
    (day) => `วันที่ ${showLongDay(day)} ค่ะ`,
  ]

  it.each(ways.map((way) => [way(TODAY), way] as const))('such as %s', (_example, way) => {
    fc.assert(
      fc.property(days, (day) => {
        expect(readDays(way(day), TODAY)).toEqual({ ok: true, from: day, to: day })
      }),
    )
  })

  it('ranges, in Arabic and in Thai digits', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 400 }), fc.boolean(), (from, n, isThai) => {
        const to = addDays(from, n)
        const shown = isThai ? thaiDigits(showRange(from, to)) : showRange(from, to)
        expect(readDays(shown, TODAY), shown).toEqual({ ok: true, from, to })
      }),
    )
  })

  it('and whatever is typed, a day that is read exists and a sentence says why another is not', () => {
    const pieces = fc.constantFrom(
      '12',
      '31',
      '0',
      '69',
      '2569',
      '26',
      'พ.ย.',
      'กพ',
      '-',
      '/',
      'ถึง',
      'วันศุกร์',
      'ที่แล้ว',
      'ค.ศ.',
      "'",
      ' ',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 8 }).map((all) => all.join(' ')),
        ),
        (text) => {
          const read = readDays(text, TODAY)
          if (read.ok) expect(isDay(read.from) && isDay(read.to) && read.from <= read.to).toBe(true)
          else expect(read.say.length).toBeGreaterThan(10)
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the fiscal year', () => {
  it('edge 49: changes at midnight in Bangkok after 30 September', () => {
    expect(fiscalYearOf(dayOf(new Date('2026-09-30T16:59:00Z')))).toBe(2569)
    expect(fiscalYearOf(dayOf(new Date('2026-09-30T17:00:00Z')))).toBe(2570)
    expect(fiscalYearOf('2026-11-19')).toBe(2570)
  })

  it('runs from 1 October to 30 September', () => {
    expect(fiscalYearRange(2565)).toEqual({ from: '2021-10-01', to: '2022-09-30' })
    fc.assert(
      fc.property(days, (day) => {
        const { from, to } = fiscalYearRange(fiscalYearOf(day))
        return from <= day && day <= to
      }),
    )
  })

  it('has its first quarter from October', () => {
    const firstDays = ['2026-10-01', '2027-01-01', '2027-04-01', '2027-07-01']
    const lastDays = ['2026-12-31', '2027-03-31', '2027-06-30', '2027-09-30']
    expect(firstDays.map(quarterOf)).toEqual([1, 2, 3, 4])
    expect(lastDays.map(quarterOf)).toEqual([1, 2, 3, 4])
  })
})

it('Thai digits become Arabic ones and nothing else changes', () => {
  expect(arabicDigits('๐๑๒๓๔๕๖๗๘๙ ก1')).toBe('0123456789 ก1')
})
