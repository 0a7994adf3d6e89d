import { expect, test } from 'vitest'
import { datesIn } from '../../../src/guide/months-in.ts'
import { fromRomanised } from '../../../src/guide/romanised.ts'
import { specificsIn, yearsIn } from '../../../src/guide/terms.ts'

test.each([
  ['sister city tam yang ngai', 'sister city ทำ อย่างไร'],
  ['tong tham kitchakam pi la ki khrang', 'ต้อง ทำ กิจกรรม ปีละ กี่ครั้ง'],
  ['how many activities per year', 'กี่ กิจกรรม ปีละ'],
  ['who signs the mou', 'ใคร ลงนาม mou'],
  ['chiang mai mi khu kap mueang nai bang', 'chiang mai มี คู่ กับ เมือง ไหน บ้าง'],
  ['letter of intent kue arai', 'loi คืออะไร'],
])('Latin letters are read word by word: %s', (typed, read) => {
  expect(fromRomanised(typed)).toBe(read)
})

test.each(['MOU คืออะไร', 'ขอไฟล์ pdf แนวทางปฏิบัติ', '2569', ''])(
  'Thai with a foreign word in it is left alone: %s',
  (typed) => {
    expect(fromRomanised(typed)).toBeUndefined()
  },
)

test.each(['10 ต.ค. 2561', '10 ตุลา 61', '10/10/2561', 'วันที่ 10 ตุลาคม พ.ศ. 2561', '10 ตค 2018'])(
  'a date is one date, however it is typed: %s',
  (typed) => {
    expect(datesIn(typed)).toContain('2561-10-10')
  },
)

test('a range is both its days', () => {
  expect(datesIn('27–28 ส.ค. 2561')).toEqual(['2561-8', '2561-8-27', '2561-8-28'])
})

test('letters and the numbers of a row are specifics, and so are dates', () => {
  expect(specificsIn('มท ๐๒๐๔.๑/ว ๑๕๙๕ ลว. 6 มี.ค. 62')).toEqual(['2562-3', '2562-3-6', 'ที่ 0204.1', 'ที่ 1595'])
  expect(specificsIn('ขั้นตอนที่ 15 ของแนวทาง 2')).toEqual(['ขั้น 15', 'แนวทาง 2'])
})

test('years are of four digits or two, and a count of people is none', () => {
  expect(yearsIn('แผน 62-66')).toEqual(['2562', '2566'])
  expect(yearsIn('ปีงบ 70')).toEqual(['2570'])
  expect(yearsIn('ปี 60 คน')).toEqual([])
})
