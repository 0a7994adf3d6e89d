import { describe, expect, it } from 'vitest'
import { findDays } from '../../../src/thai/index.ts'

const TODAY = '2026-11-19'

describe('a day inside a sentence', () => {
  it.each([
    ['เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน', '2026-11-12', '2026-11-12', 'เชียงราย-ยูนนาน แลกเปลี่ยนเยาวชน'],
    ['แลกเปลี่ยน 12-14 ม.ค. 69 เชียงราย', '2026-01-12', '2026-01-14', 'แลกเปลี่ยน เชียงราย'],
    ['ประชุม เมื่อวาน ที่ศาลากลาง', '2026-11-18', '2026-11-18', 'ประชุม ที่ศาลากลาง'],
    ['เยือน วันที่ 5 เดือน ต.ค. 2569 30 คน', '2026-10-05', '2026-10-05', 'เยือน 30 คน'],
  ])('%s', (sentence, from, to, rest) => {
    expect(findDays(sentence, TODAY)).toEqual({ from, to, rest })
  })

  it('does not take people for a year', () => {
    expect(findDays('ต้อนรับคณะ 5 พย 68 คน', TODAY)).toEqual({
      from: '2026-11-05',
      to: '2026-11-05',
      rest: 'ต้อนรับคณะ 68 คน',
    })
  })

  it.each(['แลกเปลี่ยนเยาวชน 30 คน', 'งบ 1.5 ล้าน', '31 ก.ย. 69 ประชุม', 'เดือนหน้า', ''])('is not in %j', (sentence) => {
    expect(findDays(sentence, TODAY)).toBeUndefined()
  })
})
