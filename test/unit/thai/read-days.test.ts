/** What people type about days: read as a careful officer means it, or asked back; never a year that nobody said. */
import { describe, expect, it } from 'vitest'
import { readDays } from '../../../src/thai/index.ts'
import { ASKED_BACK } from './typed/asked-back.ts'
import { DATES } from './typed/dates.ts'
import { RANGES } from './typed/ranges.ts'
import { RELATIVE } from './typed/relative.ts'

const TODAY = '2026-11-19'

const READ = [...DATES, ...RELATIVE].map(([typed, day]) => [typed, day, day] as const).concat(RANGES)

it('is asked for in 300 ways or more', () => {
  expect(new Set([...READ, ...ASKED_BACK].map(([typed]) => typed)).size).toBeGreaterThanOrEqual(300)
})

describe('a day that is typed', () => {
  it.each(READ)('%j', (typed, from, to) => {
    expect(readDays(typed, TODAY)).toEqual({ ok: true, from, to })
  })
})

describe('a day that is asked back', () => {
  it.each(ASKED_BACK)('%j (%s)', (typed, problem, says) => {
    const read = readDays(typed, TODAY)
    expect(read).toMatchObject({ ok: false, problem })
    expect(read.ok ? '' : read.say).toContain(says)
    expect(read.ok ? '' : read.say).toContain('เช่น')
  })
})

/** The same words on the days around the end of a fiscal year. */
describe('a day without a year', () => {
  it.each([
    ['2026-09-30', '30 ก.ย.', '2026-09-30'],
    ['2026-09-30', '1 ก.ย.', '2026-09-01'],
    ['2026-09-30', '15 มิ.ย.', '2026-06-15'],
    ['2026-10-01', '1 ต.ค.', '2026-10-01'],
    ['2026-10-05', '3 ต.ค.', '2026-10-03'],
    ['2027-01-05', '30 ธ.ค.', '2026-12-30'],
    ['2027-01-05', '1 ม.ค.', '2027-01-01'],
    ['2024-03-01', '29 ก.พ.', '2024-02-29'],
  ])('on %s, %s is %s', (today, typed, day) => {
    expect(readDays(typed, today)).toEqual({ ok: true, from: day, to: day })
  })

  it.each([
    ['2026-09-30', '1 ต.ค.', '1 ต.ค. 2568', '1 ต.ค. 2569'],
    ['2026-09-30', '15 พ.ย.', '15 พ.ย. 2568', '15 พ.ย. 2569'],
    ['2026-10-01', '30 ก.ย.', '30 ก.ย. 2569', '30 ก.ย. 2570'],
    ['2026-10-01', '2 ต.ค.', '2 ต.ค. 2568', '2 ต.ค. 2569'],
    ['2026-12-31', '1 ม.ค.', '1 ม.ค. 2569', '1 ม.ค. 2570'],
  ])('on %s, %s may be %s or %s', (today, typed, ...years) => {
    const read = readDays(typed, today)
    expect(read).toMatchObject({ ok: false, problem: 'ambiguous' })
    for (const year of years) expect(read.ok ? '' : read.say).toContain(year)
  })
})

describe('on a Saturday', () => {
  const saturday = '2026-11-21'
  it('last Friday may be yesterday or the week before, so it is asked', () => {
    expect(readDays('วันศุกร์ที่แล้ว', saturday)).toMatchObject({ ok: false, problem: 'ambiguous' })
  })
  it('the Friday that has passed most recently is yesterday', () => {
    expect(readDays('วันศุกร์ที่ผ่านมา', saturday)).toMatchObject({ ok: true, from: '2026-11-20' })
  })
  it('next Monday can only be the one after the weekend', () => {
    expect(readDays('วันจันทร์หน้า', saturday)).toMatchObject({ ok: true, from: '2026-11-23' })
  })
})
