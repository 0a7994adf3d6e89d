import { expect, test } from 'vitest'
import { inFull, isFresh, wantsMore } from '../../../src/guide/follow-up.ts'
import { shippedPairs } from '../../../src/pairs/import-pairs.ts'

const pairs = await shippedPairs()
const after = (question: string) => ({ question })

test.each<[string, string]>([
  ['ต้องจัดกิจกรรมปีละกี่ครั้ง', 'a question that stands alone'],
  ['ละคร', 'a word that only ends alike'],
])('%s is no follow-up: %s', (text) => {
  expect(inFull(text, after('กับจีนมีกี่คู่'), pairs)).toBeUndefined()
})

test('without a question before there is nothing to follow', () => {
  expect(inFull('ลาวละ', {}, pairs)).toBeUndefined()
})

test.each<[string, string, string]>([
  ['กับจีนมีกี่คู่', 'ลาวละ', 'กับลาวมีกี่คู่'],
  ['เชียงใหม่มีคู่กับเมืองไหนบ้าง', 'แล้วเชียงรายล่ะคะ', 'เชียงรายมีคู่กับเมืองไหนบ้าง'],
  ['อบต.อยากทำ mou กับลาว ทำได้ไหม', 'แล้วเวียดนามล่ะ', 'อบต.อยากทำ mou กับเวียดนาม ทำได้ไหม'],
])('%s / %s', (before, text, full) => {
  expect(inFull(text, after(before), pairs)?.ofAnother).toBe(full)
})

test('a follow-up that names no other place is put together with the question before', () => {
  expect(inFull('แล้วรองผู้ว่าล่ะ', after('ใครเซ็นฝั่งไทย'), pairs)).toMatchObject({
    together: 'ใครเซ็นฝั่งไทย รองผู้ว่า',
    ofAnother: undefined,
  })
})

test('what was said half an hour ago is no longer what is meant', () => {
  const at = '2026-11-20T02:00:00Z'
  expect(isFresh({ at }, new Date('2026-11-20T02:30:00Z'))).toBe(true)
  expect(isFresh({ at }, new Date('2026-11-20T02:31:00Z'))).toBe(false)
})

test.each(['ขอรายละเอียด', 'อ่านฉบับเต็ม', 'รายละเอียดเพิ่มเติมค่ะ', 'ขอฉบับเต็มหน่อย'])(
  '%s asks for the answer in full',
  (text) => {
    expect(wantsMore(text)).toBe(true)
  },
)

test('a question about details is not mistaken for it', () => {
  expect(wantsMore('รายละเอียดงบประมาณ')).toBe(false)
})
