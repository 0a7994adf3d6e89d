/** Who is about to report what was reported already is warned on the review card, and may go on. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
})
afterEach(() => office.bench.close())

/** What a colleague sees at the review of the same report with these answers changed. */
async function review(changed: Readonly<Record<number, string>> = {}, phone = office.manop) {
  return saysAll(phone, [...REQUIRED.map((answer, index) => changed[index] ?? answer), 'ข้าม'])
}

it('the warning names the other by receipt number, title and days, and says what to do', async () => {
  const heard = await review({ 1: 'โครงการแลกเปลี่ยนเยาวชน ครั้งที่ ๓', 3: '13 พย 69' })
  expect(heard.text).toContain('อาจซ้ำ')
  expect(heard.text).toContain('R2570-000001 แลกเปลี่ยนเยาวชน ครั้งที่ 3 (12–14 พ.ย. 2569)')
  expect(heard.text).toContain('“ยืนยัน”')
  expect(heard.text).toContain('“ยกเลิก”')
  expect(heard.text).toContain('“แก้ไขรายงาน R2570-000001”')
  expect(heard.replies).toHaveLength(1)
})

it('it blocks nothing', async () => {
  await review()
  expect((await office.manop.says('ยืนยัน')).text).toContain('R2570-000002')
})

it('it goes when the answer that caused it is mended', async () => {
  await review()
  await office.manop.says('แก้ข้อ 4')
  expect((await office.manop.says('1 ตค 69')).text).not.toContain('อาจซ้ำ')
})

it.each([
  ['another pair', { 0: '1' }],
  ['a far day', { 3: '1 ตค 69' }],
  ['another title', { 1: 'ประชุมเศรษฐกิจชายแดน' }],
])('%s is no duplicate', async (_, changed) => {
  expect((await review(changed)).text).not.toContain('อาจซ้ำ')
})

it('a withdrawn report is none either', async () => {
  await office.malee.says('ยืนยันถอน R2570-000001')
  expect((await review()).text).not.toContain('อาจซ้ำ')
})

it('a report of the fiscal year before is compared when the days are near', async () => {
  await saysAll(office.malee, [...REQUIRED.slice(0, 3), '30 กย 69', ...REQUIRED.slice(4), 'ข้าม', 'ยืนยัน'])
  expect((await review({ 3: '2 ตค 69' })).text).toContain('R2569-000001')
})
