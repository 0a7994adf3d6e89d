import { describe, expect, test } from 'vitest'
import { countryName, pairName, partnerName } from '../../../src/pairs/index.ts'
import { carriesDuty, type Pair } from '../../../src/pairs/pair.ts'

const base = { status: 'signed', signedByLevel: 'unknown', pairCertainty: 'A' } as const

describe('which pairs owe an activity each fiscal year', () => {
  test.each<[string, Parameters<typeof carriesDuty>[0], boolean]>([
    ['a pair that is not signed, even on the list', { ...base, status: 'in_progress', listNo: 3 }, false],
    ['a signed pair of a municipality', { ...base, signedByLevel: 'municipality' }, false],
    ['a signed pair whose level is not known', base, false],
    ['a doubtful pair of a province', { ...base, signedByLevel: 'province', pairCertainty: 'C' }, false],
    ['a pair that an admin has released', { ...base, listNo: 3, dutyDecision: 'none' }, false],
    ["a signed pair on the ministry's list", { ...base, listNo: 3 }, true],
    ['a signed pair of a province from one source', { ...base, signedByLevel: 'province', pairCertainty: 'B' }, true],
    ['a pair that an admin has decided on', { ...base, dutyDecision: 'carries' }, true],
  ])('%s: %#', (_, pair, owes) => {
    expect(carriesDuty(pair)).toBe(owes)
  })
})

test('a name that cannot be read is shown as printed, and said to be unreadable', () => {
  const pair: Pick<Pair, 'provinceTh' | 'rawName'> = { provinceTh: 'เชียงใหม่', rawName: 'เมืองกังวัน จังหวัดจันทัน' }
  expect(partnerName(pair)).toBe('เมืองกังวัน จังหวัดจันทัน (ชื่ออ่านไม่ชัด)')
})

test('a pair is called by its province and its partner, a country by its everyday name', () => {
  expect(pairName({ provinceTh: 'เชียงราย', partnerTh: 'มณฑลยูนนาน' })).toBe('เชียงราย – มณฑลยูนนาน')
  expect(['CN', 'MO', 'MM', 'DE'].map(countryName)).toEqual(['จีน', 'มาเก๊า (จีน)', 'เมียนมา', 'เยอรมนี'])
})
