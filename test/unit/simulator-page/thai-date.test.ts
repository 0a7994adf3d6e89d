import { expect, test } from 'vitest'
import {
  dayInFiscalYear,
  dayOf,
  fiscalQuarterOf,
  fiscalYearOf,
  showLongDay,
  showPicked,
  showTime,
  showWeekday,
} from '../../../src/simulator/page/thai-date.ts'

test('an evening in UTC is the next day in Bangkok', () => {
  expect(dayOf('2026-12-31T17:00:00Z')).toBe('2027-01-01')
  expect(showTime('2026-12-31T17:05:00Z')).toBe('00:05')
})

test('a day is written with its Buddhist year and its weekday', () => {
  expect(showLongDay('2027-09-01')).toBe('1 กันยายน 2570')
  expect(showWeekday('2027-09-01')).toBe('วันพุธ')
})

test('the fiscal year turns on 1 October', () => {
  expect(fiscalYearOf('2026-09-30')).toBe(2569)
  expect(fiscalYearOf('2026-10-01')).toBe(2570)
})

test('its quarters begin in October, January, April and July', () => {
  expect(['2026-10-01', '2027-01-01', '2027-03-31', '2027-04-01', '2027-09-30'].map(fiscalQuarterOf)).toEqual([
    1, 2, 2, 3, 4,
  ])
})

test('a day of the fiscal year lies in the right Gregorian year', () => {
  expect(dayInFiscalYear(2570, 9, 1)).toBe('2027-09-01')
  expect(dayInFiscalYear(2570, 10, 15)).toBe('2026-10-15')
})

test('what a picker holds is said in Thai: a day, a time, or both', () => {
  expect(showPicked('2026-11-12')).toBe('วันพฤหัสบดีที่ 12 พฤศจิกายน 2569')
  expect(showPicked('09:05')).toBe('เวลา 09:05 น.')
  expect(showPicked('2026-11-12T09:05')).toBe('วันพฤหัสบดีที่ 12 พฤศจิกายน 2569 เวลา 09:05 น.')
})
