import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inOtherLayout, neighbours, throughOtherLayout } from '../../../src/thai/index.ts'

test.each([
  ["g,nv'rujg,nv'ohv'8nvvtwi", 'เมืองพี่เมืองน้องคืออะไร'],
  ["9hv'0yfdb0dii,xu]tduj8iyh'", 'ต้องจัดกิจกรรมปีละกี่ครั้ง'],
  ['หรหะำพ แระั', 'sister city'],
])('%s was typed on the other layout', (typed, meant) => {
  expect(inOtherLayout(typed)).toBe(meant)
})

test.each(['sister city', 'menu', 'help', 'how many pairs', 'what is a sister city', 'Kunming', 'ok', '2569'])(
  'English stays English: %s',
  (typed) => {
    expect(inOtherLayout(typed)).toBeUndefined()
  },
)

test.each(['เมืองพี่เมืองน้องคืออะไร', 'น้ำใจ', 'ลงนาม MOU', 'ขั้นตอน', 'เชียงใหม่', 'ผู้ว่าฯ', 'สถานะ', 'เธอ', 'กระทำ'])(
  'Thai stays Thai: %s',
  (typed) => {
    expect(inOtherLayout(typed)).toBeUndefined()
  },
)

test('whatever is struck on the wrong layout is the same text on the right one', () => {
  const words = fc.constantFrom('ต้อง', 'แนบ', 'เอกสาร', 'อะไร', 'บ้าง', 'จังหวัด', 'ใคร', 'ลงนาม', 'งบประมาณ', 'กี่', 'คู่')
  fc.assert(
    fc.property(fc.array(words, { minLength: 3, maxLength: 8 }), (text) => {
      expect(inOtherLayout(throughOtherLayout(text.join('')))).toBe(text.join(''))
    }),
  )
})

test('the keys beside a letter are those of its row', () => {
  expect(neighbours('ก')).toEqual(['ห', 'ด'])
  expect(neighbours('ฟ')).toEqual(['ห'])
})
