import { expect, test } from 'vitest'
import { PROVINCES, readProvince } from '../../../src/pairs/index.ts'

test('there are 76 provinces, and Bangkok is not one of them', () => {
  expect(new Set(PROVINCES.map(({ th }) => th)).size).toBe(76)
  expect(readProvince('กรุงเทพมหานคร')).toEqual({ kind: 'none' })
})

test.each(['อุดรมีชัย คู่กับใคร', 'ทำได้เลยไหม', 'เผยแพร่คู่มือ', 'ใช้เวลานานไหม', 'น่านน้ำสากล', 'นครคุนหมิง', 'เชียงตุงกับเชียงรุ่ง'])(
  '%s names no province',
  (text) => {
    expect(readProvince(text)).toEqual({ kind: 'none' })
  },
)

test.each([
  ['เพชร', ['เพชรบุรี', 'เพชรบูรณ์']],
  ['สมุทรมีคู่ไหม', ['สมุทรปราการ', 'สมุทรสงคราม', 'สมุทรสาคร']],
  ['นคร', ['นครนายก', 'นครปฐม', 'นครพนม', 'นครราชสีมา', 'นครศรีธรรมราช', 'นครสวรรค์']],
  ['เชียงใหม่กับเชียงราย', ['เชียงใหม่', 'เชียงราย']],
])('%s may be several: ask back', (text, provinces) => {
  expect(readProvince(text)).toEqual({ kind: 'several', provinces })
})

test.each([
  ['โคราช', 'นครราชสีมา'],
  ['แปดริ้ว', 'ฉะเชิงเทรา'],
  ['แม่กลอง', 'สมุทรสงคราม'],
  ['มหาชัย', 'สมุทรสาคร'],
  ['ปากน้ำ', 'สมุทรปราการ'],
  ['ปากน้ำโพ', 'นครสวรรค์'],
  ['อุบล', 'อุบลราชธานี'],
  ['อุดร', 'อุดรธานี'],
  ['อยุธยา', 'พระนครศรีอยุธยา'],
  ['สุราษฎร์', 'สุราษฎร์ธานี'],
  ['นครศรี', 'นครศรีธรรมราช'],
  ['เมืองกาญ', 'กาญจนบุรี'],
  ['ประจวบ', 'ประจวบคีรีขันธ์'],
  ['ภูเก็จ', 'ภูเก็ต'],
  ['เมืองชล', 'ชลบุรี'],
  ['จ.เลย', 'เลย'],
  ['จังหวัดน่าน', 'น่าน'],
  ['สรุป เพชรบูรณ์', 'เพชรบูรณ์'],
  ['chiang mai', 'เชียงใหม่'],
  ['CHIANGRAI', 'เชียงราย'],
])('%s is %s', (text, province) => {
  expect(readProvince(text)).toEqual({ kind: 'one', province })
})

test.each(PROVINCES.map(({ th }) => th))('%s is read as itself, alone and in a sentence', (th) => {
  expect(readProvince(th)).toEqual({ kind: 'one', province: th })
  expect(readProvince(`ของจังหวัด${th}มีคู่กับเมืองไหนบ้าง`)).toEqual({ kind: 'one', province: th })
})
