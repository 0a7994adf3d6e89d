import { expect, test } from 'vitest'
import { withoutCourtesy } from '../../../src/guide/courtesy.ts'

test.each([
  ['รบกวนสอบถามค่ะ MOU มีอายุกี่ปี ขอบคุณค่ะ', 'MOU มีอายุกี่ปี'],
  ['สวัสดีครับแอดมิน ขอถามหน่อยครับว่าใครลงนาม', 'ใครลงนาม'],
  ['พอดีอยากทราบว่า แม่กลองคู่กับใคร ครับผม', 'แม่กลองคู่กับใคร'],
  ['30 กย 69 ปีงบอะไรอ่ะ', '30 กย 69 ปีงบอะไร'],
])('%s asks: %s', (said, asked) => {
  expect(withoutCourtesy(said)).toBe(asked)
})

test.each(['ใครชนะ', 'งานเยอะ', 'สวัสดีค่ะ', 'ขอบคุณครับ', 'ถามถึงเมืองคู่', 'รู้จักเมืองคู่ได้อย่างไร'])(
  'nothing is taken from %s that asks or greets',
  (said) => {
    expect(withoutCourtesy(said)).not.toBe('')
    expect(said).toContain(withoutCourtesy(said))
  },
)

test.each(['ใครชนะ', 'งานเยอะ'])('a word that only ends like courtesy stays whole: %s', (said) => {
  expect(withoutCourtesy(said)).toBe(said)
})
