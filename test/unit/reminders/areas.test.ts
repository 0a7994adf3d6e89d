import { describe, expect, it } from 'vitest'
import { areasOf } from '../../../src/reminders/areas.ts'

const areas = (provinces: string[], ...people: string[][]) =>
  areasOf(
    provinces,
    people.map((own) => ({ provinces: own })),
  ).map((area) => [...area].sort().join(' '))

describe('the provinces that are swept together', () => {
  it('are each alone while nobody has two of them', () => {
    expect(areas(['ก', 'ข'], ['ก'], ['ข'], [])).toEqual(['ก', 'ข'])
  })

  it('are those that somebody has together, also through others', () => {
    expect(areas(['ก', 'ข', 'ค', 'ง'], ['ก', 'ข'], ['ง'], ['ข', 'ค']).sort()).toEqual(['ก ข ค', 'ง'])
  })

  it('are none that the register does not have', () => {
    expect(areas(['ก'], ['ก', 'ข'])).toEqual(['ก'])
    expect(areas([], ['ก', 'ข'])).toEqual([])
  })
})
