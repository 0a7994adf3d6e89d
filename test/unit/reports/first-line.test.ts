/** What can be told in the same line as the command, and what only looks like it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFirstLine } from '../../../src/reports/read-first-line.ts'
import { type Office, openOffice, REGISTER, START } from './officers.ts'

const OWN = REGISTER.filter((pair) => pair.provinceTh === 'เชียงราย')
const read = (line: string) => readFirstLine(line, OWN, new Date(START))

describe('one line', () => {
  it('fills in pair, date, participants, kind and title', () => {
    expect(read('เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน 30 คน')).toEqual({
      pair: 'SC101',
      date: { from: '2026-11-12', to: '2026-11-12' },
      participants: 30,
      participantsRead: true,
      kind: 'education',
      title: 'แลกเปลี่ยนเยาวชน',
    })
  })

  it.each(['เชียงราย – มณฑลยูนนาน', 'เชียงราย ยูนนาน', 'จังหวัดเชียงราย-ยูนนาน'])('knows the pair written as %s', (pair) => {
    expect(read(`${pair} เมื่อวาน ประชุมหอการค้า ประมาณ ๒๐๐ คน`)).toMatchObject({
      pair: 'SC101',
      date: { from: '2026-11-18', to: '2026-11-18' },
      participants: 200,
      title: 'ประชุมหอการค้า',
    })
  })

  it('is not searched for long, whatever it holds', () => {
    const before = performance.now()
    for (const word of ['ก-ก ', '1 ', '12 พ.ย. ', '-', 'สถานที่: ']) read(word.repeat(5000 / word.length))
    expect(performance.now() - before).toBeLessThan(2000)
  })

  it('can hold the fields by their names', () => {
    expect(
      read('เชียงรุ่ง 12-14 ม.ค. 69 ไปเยือน ชื่อกิจกรรม: งานแสดงสินค้า สถานที่: นครเชียงรุ่ง ผลลัพธ์: เจรจาการค้า 3 คู่'),
    ).toMatchObject({
      pair: 'SC014',
      date: { from: '2026-01-12', to: '2026-01-14' },
      form: 'visit',
      title: 'งานแสดงสินค้า',
      place: 'นครเชียงรุ่ง',
      result: 'เจรจาการค้า 3 คู่',
    })
  })

  it.each([
    ['เชียงราย ประชุมร่วม', 'the province alone names no pair'],
    ['ยูนนาน-เชียงรุ่ง', 'two pairs'],
    ['คุนหมิง', "another province's partner"],
  ])('leaves the pair open: %s (%s)', (line) => {
    expect(read(line)).not.toHaveProperty('pair')
  })

  it.each(['31 ก.ย. 69', '12 ธ.ค. 69', '12 ก.ย.', 'เดือนหน้า', '12 พ.ย. 2530'])('leaves the date open: %s', (date) => {
    expect(read(`เชียงราย-ยูนนาน ${date}`)).not.toHaveProperty('date')
  })

  it('leaves the participants open when two numbers of people are named', () => {
    expect(read('เชียงราย-ยูนนาน ครู 5 คน นักเรียน 30 คน')).not.toHaveProperty('participants')
  })

  it('leaves the kind open when the words fit several', () => {
    expect(read('เชียงราย-ยูนนาน การค้าและการท่องเที่ยว')).not.toHaveProperty('kind')
  })

  it.each(['ยูนนาน 12 พย', 'มณฑลยูนนาน 12 พย'])('does not take the name of the pair for a title: %s', (line) => {
    expect(read(line)).toEqual({ pair: 'SC101', date: { from: '2026-11-12', to: '2026-11-12' } })
  })

  it('takes no title from a line that it did not understand otherwise', () => {
    expect(read('อะไรก็ไม่รู้ยาว ๆ')).toEqual({})
  })
})

describe('in the chat', () => {
  let office: Office
  beforeEach(async () => {
    office = await openOffice()
  })
  afterEach(() => office.bench.close())

  it('what was understood is repeated, and only the rest is asked', async () => {
    const { malee } = office
    const begun = await malee.says('รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน 30 คน')
    expect(begun.text).toContain('รับไว้แล้ว')
    expect(begun.text).toContain('รูปแบบ')
    for (const word of ['2', 'ศาลากลาง', 'ได้เพื่อนใหม่', 'ข้าม']) await malee.says(word)
    expect((await malee.says('ยืนยัน')).text).toContain('R2570-000001')
    expect(await office.stored()).toMatchObject([{ participants: 30, kind: 'education', title: 'แลกเปลี่ยนเยาวชน' }])
  })

  it('three messages are enough when the line says it all', async () => {
    const { malee } = office
    await malee.says('รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน 30 คน ต้อนรับ สถานที่: ศาลากลาง ผลลัพธ์: ได้เพื่อนใหม่')
    await malee.says('ข้าม')
    expect((await malee.says('ยืนยัน')).text).toContain('R2570-000001')
  })

  it('the button of a pair fills the pair in', async () => {
    expect((await office.malee.taps('a=report&pair=SC014')).text).toContain('ชื่อกิจกรรม')
  })

  it.each([
    'ขอรายงาน',
    'ต้องส่งรายงานกิจกรรมเมื่อไร',
    'รายงานกิจกรรมต้องส่งเมื่อไร',
    'รายงานกิจกรรม ต้องมีอะไรบ้าง',
    'รายงานกิจกรรมคืออะไร',
  ])('%s is a question', async (typed) => {
    expect((await office.malee.says(typed)).text).toBe('GUIDE')
  })

  it.each([
    'รายงานกิจกรรม',
    ' รายงานกิจกรรม. ',
    'รายงาน กิจกรรม',
    'รายงาน\u200bกิจกรรม',
    'อยากรายงานกิจกรรม',
    'ขอส่งรายงานกิจกรรม',
    'ส่งรายงาน',
  ])('%j begins', async (typed) => {
    expect((await office.malee.says(typed)).text).toContain('คู่ใด')
  })
})
