/** Which two reports of a pair seem to tell of one activity. */
import { describe, expect, it } from 'vitest'
import { likelyDuplicates } from '../../../src/reports/likely-duplicates.ts'

const one = { title: 'แลกเปลี่ยนเยาวชน ครั้งที่ 3', startsOn: '2026-11-12', endsOn: '2026-11-14' }
const isLike = (title: string, startsOn = one.startsOn, endsOn = startsOn) =>
  likelyDuplicates({ title, startsOn, endsOn }, [one]).length === 1

describe('the title', () => {
  it.each([
    'แลกเปลี่ยนเยาวชน ครั้งที่ 3',
    'แลกเปลี่ยนเยาวชน  ครั้งที่ ๓',
    'แลกเปลี่ยนเยาวชน(ครั้งที่3)',
    'โครงการแลกเปลี่ยนเยาวชน ครั้งที่ 3',
    'แลกเปลี่ยนเยาวชน',
    'การแลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน ครั้งที่ 3',
    'แลกเปลี่ยนเยาวชล ครั้งที่ 3',
  ])('%s is alike', (title) => {
    expect(isLike(title)).toBe(true)
  })

  it.each(['แลกเปลี่ยนเยาวชน ครั้งที่ 4', 'ประชุมเศรษฐกิจชายแดน ครั้งที่ 3', 'มหกรรมกาแฟ', 'ครั้งที่ 3'])('%s is another', (title) => {
    expect(isLike(title)).toBe(false)
  })
})

describe('the days', () => {
  it.each([
    ['2026-11-12', '2026-11-14'],
    ['2026-11-14', '2026-11-20'],
    ['2026-11-05', '2026-11-05'],
    ['2026-11-21', '2026-11-21'],
    ['2026-10-01', '2026-11-30'],
  ])('%s to %s are near', (startsOn, endsOn) => {
    expect(isLike(one.title, startsOn, endsOn)).toBe(true)
  })

  it.each([
    ['2026-11-04', '2026-11-04'],
    ['2026-11-22', '2026-11-22'],
    ['2025-11-12', '2025-11-14'],
  ])('%s to %s are not', (startsOn, endsOn) => {
    expect(isLike(one.title, startsOn, endsOn)).toBe(false)
  })
})
