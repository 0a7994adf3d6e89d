import { describe, expect, test } from 'vitest'
import { asksWhy, followUpIn, isFresh, wantsMore } from '../../../src/guide/follow-up.ts'

test.each<[string, string]>([
  ['ต้องจัดกิจกรรมปีละกี่ครั้ง', 'a question that stands alone'],
  ['ละคร', 'a word that only ends alike'],
  ['แล้วในกรณีที่จังหวัดได้ลงนามไปแล้วกับมณฑลหนึ่งของจีนและต้องการเพิ่มอีกมณฑล', 'longer than any follow-up'],
])('%s is no follow-up: %s', (text) => {
  expect(followUpIn(text)).toBeUndefined()
})

test.each(['ทำไมเทศบาลทำไม่ได้', 'งบมาจากไหน', 'อ้างมติไหนในหนังสือดี', 'ไปอ้างในที่ประชุมได้ไหม'])(
  '%s asks of something by itself',
  (text) => {
    expect(asksWhy(text)).toBe(false)
  },
)

test.each(['ทำไมอะ เอามาจากไหน', 'ทำไมล่ะครับ', 'อ้างจากเอกสารไหน', 'จริงเหรอ', 'อันนี้มาจากเอกสารไหนอะ จะเอาไปอ้างในบันทึก'])(
  '%s asks where the answer is from',
  (text) => {
    expect(asksWhy(text)).toBe(true)
  },
)

describe('a follow-up', () => {
  test.each<[string, string]>([
    ['ลาวละ', 'ลาว'],
    ['แล้วเชียงรายล่ะคะ', 'เชียงราย'],
    ['ละเพชรบูรณ์ล่ะ', 'เพชรบูรณ์'],
    ['แล้วถ้าเป็น อบต. ล่ะ', 'อบต.'],
    ['งั้นเปลี่ยนชื่อได้ปะ', 'เปลี่ยนชื่อได้ไหม'],
    ['ถ้าไม่ใช่ sister city ล่ะ', 'ไม่ใช่ sister city'],
    ['อันที่ 3 ตัวชี้วัดไร', 'อันที่ 3 ตัวชี้วัดอะไร'],
  ])('%s says that it goes on, about: %s', (text, topic) => {
    expect(followUpIn(text)).toMatchObject({ topic, isTied: true })
  })

  test.each(['ใครเซ็น', 'แล้วใครเซ็น', 'ใช้เวลานานไหม', 'ต้องใช้เอกสารอะไร', 'บังคับปะ', 'ส่งที่ไหน'])(
    '%s is asked of nothing when nothing was talked about',
    (text) => {
      expect(followUpIn(text)).toMatchObject({ isOpen: true })
    },
  )

  test.each(['มีกี่คู่แล้ว', 'ปีไหน', 'มีคู่มือไหม', 'กี่จังหวัด'])('%s may go on, but may be the first word', (text) => {
    expect(followUpIn(text)).toMatchObject({ isBare: true, isOpen: false })
  })

  test('what names something of its own is not bare', () => {
    expect(followUpIn('แล้วแผนขับเคลื่อนล่ะ')).toMatchObject({ isBare: false, isOpen: false })
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
