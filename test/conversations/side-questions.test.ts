/** A question in the middle of a report is answered, and the step asked again; an answer is never taken for a question. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { arabicDigits } from '../../src/thai/index.ts'
import { readQuestions } from '../eval/score.ts'
import { refusalsIn } from '../support/records.ts'
import { openWorld, type World } from '../support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  await world.officer.says('รายงานกิจกรรม')
})
afterAll(() => world.close())

it.each([
  ['ต้องจัดกิจกรรมปีละกี่ครั้ง', 'อย่างน้อยปีละ 1 ครั้ง'],
  ['ต้องรายงานกิจกรรมปีละกี่ครั้ง', 'ไม่พบในเอกสาร'],
  ['อปท. ทำเมืองพี่เมืองน้องเองได้ไหม', 'ระดับจังหวัดเท่านั้น'],
  ['วันนี้ปีงบอะไร', 'ปีงบประมาณ 2570'],
  ['ขอนแก่น ดานัง ลงนามเมื่อไหร่', '16 พ.ย. 2565'],
])('where a pair is chosen: %s', async (question, answer) => {
  const before = await refusalsIn(world)
  await world.officer.says(question)
  await world.officer.sees(answer)
  await world.officer.sees('รายงานกิจกรรมของคู่ใด')
  await world.officer.doesNotSee('ไม่พบคู่นี้')
  expect(await refusalsIn(world)).toEqual(before)
})

it('a greeting is returned', async () => {
  await world.officer.says('สวัสดีครับ')
  await world.officer.sees('สวัสดีค่ะ')
  await world.officer.sees('คู่ใด')
})

it('a number after the answer is the answer of the dialog', async () => {
  await world.officer.says('ต้องรายงานกิจกรรมปีละกี่ครั้ง')
  await world.officer.says('๒')
  await world.officer.sees('ชื่อกิจกรรมคืออะไร')
})

it('the words that work anywhere keep the draft and say so', async () => {
  for (const word of ['เมนู', 'คู่ของฉัน', 'ช่วยเหลือค่ะ', 'ขั้นตอน']) {
    await world.officer.says(word)
    await world.officer.sees('ยังอยู่')
  }
  await world.officer.says('สรุป')
  await world.officer.sees(/สิทธิ/)
  await world.officer.taps('ทำต่อ')
  await world.officer.sees('ชื่อกิจกรรมคืออะไร')
})

it('a title that speaks of rules is a title', async () => {
  await world.officer.says('สัมมนาเรื่องขั้นตอนการสถาปนาเมืองพี่เมืองน้อง')
  await world.officer.sees('ประเภทใด')
})

it('outside of a dialog, one of several things that may be meant is taken by typing its number', async () => {
  await world.guest.says('งบ')
  const second = /^2\. (.+)$/m.exec(await world.guest.reads())?.[1] ?? 'nothing was offered'
  await world.guest.says('๒')
  await world.guest.sees(second)
  await world.guest.says('9')
  await world.guest.sees('ไม่พบคำถาม')
})

it('whatever officers ask of the rules is answered where a date is expected, and the date asked again', async () => {
  const { otherOfficer } = world
  for (const said of ['รายงานกิจกรรม', 'ฮอกไกโด', 'งานแลกเปลี่ยน ครั้งที่ 1', '4']) await otherOfficer.says(said)
  const ofTheBot = ['smalltalk', 'report_dialog', 'admin_query']
  const asked = readQuestions(new URL('../eval/questions.jsonl', import.meta.url)).filter(
    ({ after, topic }) => after === undefined && !ofTheBot.includes(topic),
  )
  const unanswered: string[] = []
  for (const { q, must } of asked) {
    await otherOfficer.says(q)
    const answer = arabicDigits(await otherOfficer.reads())
    const isRight = must.every((pattern) => new RegExp(pattern, 'u').test(answer))
    if (!isRight || !answer.includes('จัดกิจกรรมวันที่เท่าไร')) unanswered.push(q)
  }
  expect(unanswered).toEqual([])
})

it.each(['เชียงใหม่มีคู่กับเมืองไหนบ้าง', 'คู่แรกของไทยคือคู่ไหน', 'ไตรมาส 1 คือเดือนไร', 'ใครเป็นคนลงนาม?'])(
  'what plainly asks is no title: %s',
  async (question) => {
    const { officer } = world
    await officer.says('ยกเลิก')
    await officer.says('รายงานกิจกรรม')
    await officer.says('มณฑลยูนนาน')
    await officer.says(question)
    await officer.sees('ชื่อกิจกรรมคืออะไร')
  },
)

it.each(['สัมมนาเพิ่มผลกำไร', 'โครงการเมืองพี่เมืองน้องสัญจร', 'ประชุมหารือแนวทางที่ 1'])(
  'a title is a title: %s',
  async (title) => {
    const { officer } = world
    await officer.says('ยกเลิก')
    await officer.says('รายงานกิจกรรม')
    await officer.says('มณฑลยูนนาน')
    await officer.says(title)
    await officer.sees('ประเภทใด')
  },
)
