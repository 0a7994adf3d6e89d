import { describe, expect, it } from 'vitest'
import { addDays, isWorkingDay, nextWorkingDay } from '../../../src/thai/index.ts'

describe('offices are closed', () => {
  it.each([
    ['2026-11-21', 'Saturday'],
    ['2026-11-22', 'Sunday'],
    ['2026-12-10', 'Constitution Day'],
    ['2027-04-13', 'Songkran'],
    ['2026-03-03', 'มาฆบูชา'],
    ['2026-05-13', 'วันพืชมงคล'],
    ['2026-06-01', 'in lieu of วิสาขบูชา on a Sunday'],
    ['2026-12-07', 'in lieu of 5 December on a Saturday'],
    ['2027-02-22', 'in lieu of มาฆบูชา on a Sunday'],
    ['2027-05-20', 'วิสาขบูชา, which the library lacks'],
    ['2027-07-19', 'เข้าพรรษา'],
    ['2027-07-20', 'in lieu of อาสาฬหบูชา on the Sunday before เข้าพรรษา'],
    ['2024-04-16', 'in lieu of Songkran on a whole weekend, once'],
    ['2028-01-03', 'in lieu of New Year on a Saturday'],
  ])('%s: %s', (day) => {
    expect(isWorkingDay(day)).toBe(false)
  })
})

describe('offices work', () => {
  it.each([
    ['2026-11-19', 'an ordinary Thursday'],
    ['2026-05-01', 'Labour Day is no holiday of the government'],
    ['2024-04-17', 'the second day after Songkran'],
    ['2026-12-08', 'the day after the day in lieu'],
  ])('%s: %s', (day) => {
    expect(isWorkingDay(day)).toBe(true)
  })
})

it('the next working day is the day itself, or the first after it that is one', () => {
  expect(nextWorkingDay('2026-11-19')).toBe('2026-11-19')
  expect(nextWorkingDay('2026-11-21')).toBe('2026-11-23')
  expect(nextWorkingDay('2026-12-05')).toBe('2026-12-08')
  for (let day = '2026-01-01'; day < '2028-01-01'; day = addDays(day, 1))
    expect(isWorkingDay(nextWorkingDay(day))).toBe(true)
})
