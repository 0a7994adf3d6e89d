/** What people do in the middle of a report: change their mind, leave, come back, press the same button twice. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newOfficer, reportsIn, UP_TO_REVIEW } from '../support/records.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

let world: World
let officer: PhoneDriver
let officers = 0
beforeAll(async () => {
  world = await openWorld()
})
beforeEach(async () => {
  officer = await newOfficer(world, `เจ้าหน้าที่ ${++officers}`)
})
afterAll(() => world.close())

/** What this officer has sent: the latest report. */
const lastReport = async () => (await reportsIn(world)).at(-1)

async function answers(...all: string[]): Promise<void> {
  for (const answer of all) await officer.says(answer)
}

describe('a button', () => {
  it('edge 16: of a report that was sent changes nothing, and two taps on confirm make one report', async () => {
    await answers('รายงานกิจกรรม', ...UP_TO_REVIEW)
    await officer.tapsTwice('ยืนยัน')
    expect((await officer.reads()).match(/ส่งรายงานแล้ว เลขที่รับ R2570/g)).toHaveLength(1)
    const old = /a=d&n=[^&"]+&s=%40confirm&v=yes/.exec(JSON.stringify(await world.simulator.messagesOf(officer.id)))
    await officer.forges(old?.[0] ?? '')
    await officer.sees('จึงไม่มีอะไรเปลี่ยนแปลง')
    expect(await reportsIn(world)).toHaveLength(1)
  })

  it('edge 31: of an older draft is refused politely inside the next one, which stays as it is', async () => {
    await answers('รายงานกิจกรรม')
    const old = /a=d&n=[^&"]+&s=pair&v=SC014/.exec(JSON.stringify(await world.simulator.messagesOf(officer.id)))
    await answers('ยกเลิก', 'รายงานกิจกรรม')
    await officer.forges(old?.[0] ?? '')
    await officer.sees('ปุ่มนี้มาจากคำถามก่อนหน้า')
    await officer.sees('คู่ใด')
  })
})

describe('a change of mind', () => {
  it('is understood in the words of the moment', async () => {
    await answers('รายงานกิจกรรมครับ', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', 'เอ๊ย ผิด')
    await officer.sees('ชื่อกิจกรรมคืออะไร')
    await answers('แลกเปลี่ยนครู', '4', '12 พย', 'ขอแก้วันที่ครับ')
    await officer.sees('คำตอบเดิม: 12 พ.ย. 2569')
    await answers('๑๓ พย', '1', 'คุนหมิง', 'ยืนยันครับ')
    await officer.sees('เหลืออีก 1 ข้อ: ผลลัพธ์')
    await answers('ครูได้แลกเปลี่ยนความรู้', 'ยืนยัน')
    await officer.sees('กรุณาตรวจทานก่อน')
    await answers('ok ค่ะ')
    await officer.sees('ส่งรายงานแล้ว')
    expect(await lastReport()).toMatchObject({ title: 'แลกเปลี่ยนครู', startsOn: '2026-11-13', place: 'คุนหมิง' })
  })

  it('after a cancellation brings everything back', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', 'ไม่ทำแล้วครับ')
    await officer.sees('เรียกคืน')
    await officer.taps('เรียกคืน')
    await officer.sees('ประเภทใด')
    await answers('4', 'เมื่อวาน', '1', 'คุนหมิง', 'ได้เรียนรู้กัน', 'ไม่เพิ่ม')
    await officer.sees('แลกเปลี่ยนเยาวชน')
  })

  it('about a sent report opens it again from its receipt', async () => {
    await answers('รายงานกิจกรรม', ...UP_TO_REVIEW, 'ยืนยัน')
    const sent = await lastReport()
    await officer.taps('แก้ไขรายงาน')
    await answers('แก้ข้อ 6', 'หอประชุมใหญ่', 'ยืนยัน')
    expect(await lastReport()).toMatchObject({ id: sent?.id, place: 'หอประชุมใหญ่', version: 2 })
  })

  it('about a sent report offers to withdraw it by a button', async () => {
    await answers('รายงานกิจกรรม', ...UP_TO_REVIEW, 'ยืนยัน', 'รายงานของฉัน')
    const sent = await lastReport()
    await answers('1')
    await officer.taps('ถอนรายงาน')
    await officer.taps('ยืนยันถอน')
    expect(await lastReport()).toMatchObject({ id: sent?.id, status: 'withdrawn' })
  })
})

describe('several drafts', () => {
  it('are laid aside for each other, told apart, and taken up by number', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', 'พักไว้ก่อนนะคะ', 'รายงานกิจกรรม')
    await officer.sees('มีร่างที่พักไว้อีก 1 รายการ')
    await answers('บ่อแก้ว', 'พักไว้', 'ทำต่อ')
    await officer.sees(/1\. รายงานกิจกรรม — .*บ่อแก้ว/)
    await officer.sees(/2\. รายงานกิจกรรม — .*ยูนนาน · แลกเปลี่ยนเยาวชน/)
    await officer.taps('ทำต่อ 2')
    await officer.sees('ประเภทใด')
    await answers('พักไว้', 'ทำต่อ ๑')
    await officer.sees('ประเภทใด')
  })

  it('a reminder button opens its pair beside the draft that was running', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน')
    await officer.forges('a=report&pair=SC014')
    await officer.sees('พักร่าง')
    await officer.sees('เชียงรุ่ง')
    await answers('พักไว้', 'ทำต่อ 2')
    await officer.sees('ประเภทใด')
  })
})

describe('edge 25: what is no answer', () => {
  it.each([
    ['สติกเกอร์', 'ใช้เป็นคำตอบไม่ได้'],
    ['ภาพ', 'ไม่ได้เก็บไว้'],
  ])('%s gets a word and the question again', async (what, word) => {
    await answers('รายงานกิจกรรม')
    await (what === 'ภาพ' ? officer.sendsPhoto(new Uint8Array([0xff, 0xd8, 0xff, 0xe0])) : officer.sendsSticker())
    await officer.sees(word)
    await officer.sees('คู่ใด')
  })

  it('ten thousand letters, spaces and emoji are refused one by one, and the draft stands', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน')
    for (const [typed, word] of [
      ['ก'.repeat(10_000), '10,000'],
      ['   ', 'ว่าง'],
      ['🙂🙂', 'ไม่มีตัวอักษร'],
    ] as const) {
      await officer.says(typed)
      await officer.sees(word)
      await officer.sees('ชื่อกิจกรรมคืออะไร')
    }
  })
})

it('edge 15: events that arrive in the wrong order are worked in the order in which they were sent', async () => {
  await answers('รายงานกิจกรรม')
  const hands = world.simulator.phone(officer.id)
  world.simulator.hold()
  for (const answer of ['มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน', '4']) await hands.say(answer)
  await world.simulator.release({ batched: true, reversed: true })
  await world.app.idle()
  await officer.sees('จัดกิจกรรมวันที่เท่าไร')
})

describe('somebody who was away', () => {
  it('for weeks is told where the draft stands, whatever they say first', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน')
    await world.moveTo('2026-12-20')
    await officer.says('สวัสดีค่ะ')
    await officer.sees(/หลังพักไว้ \d+ วัน/)
    await officer.sees('ชื่อกิจกรรมคืออะไร')
    await officer.says('แลกเปลี่ยนเยาวชน')
    await officer.doesNotSee('หลังพักไว้')
  })

  it('while the program was stopped finds the draft as it was', async () => {
    await answers('รายงานกิจกรรม', 'มณฑลยูนนาน', 'แลกเปลี่ยนเยาวชน')
    await world.restart()
    await officer.says('ทำต่อ')
    await officer.sees('ตอบแล้ว 2 จาก')
    await officer.sees('ประเภทใด')
  })
})
