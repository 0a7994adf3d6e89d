/** What a pair's last report had in common with the next is taken over with one tap, and costs nobody who does not. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

const LAST = [...REQUIRED, '1', 'หอการค้าจังหวัด', '30', '50000', '1', '3', 'เยือนกลับ', 'ข้าม', 'ยืนยัน']

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, LAST)
})
afterEach(() => office.bench.close())

it('is offered with the first question after the pair, to a colleague as well', async () => {
  const heard = await saysAll(office.manop, ['2'])
  expect(heard.text).toContain('ชื่อกิจกรรม')
  expect(heard.text).toContain('1. เหมือนครั้งก่อน (R2570-000001): การศึกษา/เยาวชน · ต้อนรับ · ศาลากลางจังหวัด · หอการค้าจังหวัด')
  expect(heard.replies.flatMap(({ buttons = [] }) => buttons).map(({ label }) => label)).toContain('เหมือนครั้งก่อน')
})

it('is not offered for a pair without a report, nor from a withdrawn one', async () => {
  expect((await saysAll(office.manop, ['1'])).text).not.toContain('เหมือนครั้งก่อน')
  await office.manop.says('ยกเลิก')
  await office.malee.says('ยืนยันถอน R2570-000001')
  expect((await saysAll(office.manop, ['2'])).text).not.toContain('เหมือนครั้งก่อน')
})

it('fills kind, form, place and partners in, never what is of one activity alone', async () => {
  const heard = await saysAll(office.manop, ['2', '๑'])
  expect(heard.text).toContain('สถานที่: ศาลากลางจังหวัด')
  for (const word of ['ประชุมเยาวชน', '18 พย 69', 'ได้ข้อตกลง', 'ข้าม', 'ยืนยัน']) await office.manop.says(word)
  const [, second] = await office.stored()
  expect(second).toMatchObject({
    title: 'ประชุมเยาวชน',
    kind: 'education',
    form: 'reception',
    place: 'ศาลากลางจังหวัด',
    partners: 'หอการค้าจังหวัด',
    startsOn: '2026-11-18',
    result: 'ได้ข้อตกลง',
  })
  for (const field of ['participants', 'budgetBaht', 'budgetSource', 'nextPlan', 'obstacle'])
    expect(second).not.toHaveProperty(field)
})

it('what was taken over stands in the review and can be mended there', async () => {
  const review = await saysAll(office.manop, ['2', 'เหมือนครั้งก่อน', 'ประชุมเยาวชน', '18 พย 69', 'ได้ข้อตกลง', 'ข้าม'])
  expect(review.text).toContain('หอการค้าจังหวัด')
  await office.manop.says('แก้ข้อ 6')
  expect((await office.manop.says('หอประชุมใหญ่')).text).toContain('หอประชุมใหญ่')
})

it('a title that names the place is a title', async () => {
  expect((await saysAll(office.manop, ['2', 'ศาลากลางจังหวัด'])).text).toContain('ประเภท')
})

it('whoever goes on by typing is asked just what is asked without an offer, and no second time', async () => {
  let heard = await saysAll(office.manop, REQUIRED.slice(0, 2))
  for (const answer of REQUIRED.slice(2)) {
    expect(heard.text).not.toContain('เหมือนครั้งก่อน')
    heard = await office.manop.says(answer)
  }
  expect(heard.text).toContain('รายละเอียดอื่น')
})

it('a first line that tells the title is asked for the rest with the offer, after the usual numbers', async () => {
  const heard = await office.manop.says('รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 ชื่อกิจกรรม: ประชุมร่วมครั้งใหญ่')
  expect(heard.text).toContain('10. เหมือนครั้งก่อน')
  expect((await office.manop.says('10')).text).toContain('ผลลัพธ์')
})
