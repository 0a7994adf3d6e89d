import { expect, test } from 'vitest'
import { respell, vocabularyOf } from '../../../src/guide/spelling.ts'

const vocabulary = vocabularyOf(
  ['ต้องจัดกิจกรรมปีละกี่ครั้ง', 'แนบเอกสารอะไรบ้าง', 'คณะทำงานจังหวัดมีใครบ้าง', 'ปี 2532 และปี 2562'],
  ['เชียงใหม่', 'หลวงพระบาง'],
)

test.each([
  ['แนบเอกาสรอะไรบ้าง', 'แนบเอกสารอะไรบ้าง'],
  ['หลวงพระาง', 'หลวงพระบาง'],
  ['ตองจัดกิจกรรม', 'ต้องจัดกิจกรรม'],
])('%s is mended to %s', (typed, meant) => {
  expect(respell(typed, vocabulary)).toBe(meant)
})

test('what was typed right is left alone', () => {
  expect(respell('ต้องจัดกิจกรรมปีละกี่ครั้ง', vocabulary)).toBeUndefined()
})

test('a number is never mended: another year is another question', () => {
  expect(respell('ปี 2530', vocabulary)).toBeUndefined()
  expect(respell('ครม 10 ตค 2563', vocabulary) ?? '').not.toContain('2562')
})

test('a name that nobody knows stays unknown', () => {
  expect(respell('ปารีส', vocabulary)).toBeUndefined()
  expect(respell('โอซากา', vocabulary)).toBeUndefined()
})
