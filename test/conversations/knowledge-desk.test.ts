/** The loop: what could not be answered is answered by an admin in the chat, and everyone who asked hears of it. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { until } from '../support/until.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const QUESTION = 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด'
const ANSWER = 'ใช้สีน้ำเงินเข้มตามแบบป้ายมาตรฐานของจังหวัด'

describe('the admins’ desk', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  it('is closed to everybody else, whatever they type or tap', async () => {
    await world.guest.says(QUESTION)
    await world.guest.sees('ไม่พบ')
    for (const person of [world.guest, world.officer, world.supervisor]) {
      for (const word of ['คำถามค้าง', 'คำถามค้าง 1', 'แก้คำตอบ kpi-yearly-activity', 'ถอนคำตอบ kpi-yearly-activity']) {
        await person.says(word)
        await person.sees('เฉพาะผู้ดูแลระบบ')
        await person.doesNotSee('สีฟ้าเข้ม')
      }
      await person.forges('a=desk&do=withdraw&id=kpi-yearly-activity')
      await person.sees('เฉพาะผู้ดูแลระบบ')
    }
  })

  it('an officer’s "แก้คำตอบ" in the middle of a report is no attempt to change what the bot answers', async () => {
    await world.officer.says('รายงานกิจกรรม')
    await world.officer.says('แก้คำตอบ')
    await world.officer.doesNotSee('เฉพาะผู้ดูแลระบบ')
    await world.officer.says('ยกเลิก')
  })

  it('lists what could not be answered, with how often it was asked', async () => {
    await world.officer.says(QUESTION)
    await world.admin.says('คำถามค้าง')
    await world.admin.sees(`1. ${QUESTION}`)
    await world.admin.sees('ถาม 2 ครั้ง')
  })

  it('an admin answers with a source, is told what cannot stand, and sees the card before it is published', async () => {
    const { admin } = world
    await admin.says('๑')
    await admin.sees('เขียนคำตอบใหม่')
    await admin.says('1')
    await admin.sees('คำตอบสั้นคืออะไร')
    await admin.says('ความตกลงมีผลผูกพันรัฐบาลไทยตามแบบป้าย')
    await admin.sees('มิได้มีผลผูกพันรัฐบาลไทย')
    await admin.says('โทรถามเจ้าหน้าที่ 081 234 5678 ได้เลย')
    await admin.sees('หมายเลขโทรศัพท์มือถือ')
    await admin.says(ANSWER)
    await admin.sees('คำตอบเต็มคืออะไร')
    await admin.says('ข้าม')
    await admin.says('หนังสือจังหวัดตัวอย่าง ที่ ตย 0017/123')
    await admin.sees('หัวข้อ')
    await admin.says('แบบป้าย')
    await admin.sees('ลงวันที่เท่าไร')
    await admin.says('1 ธ.ค. 2570')
    await admin.sees('ยังไม่ถึง')
    await admin.says('5 พ.ย. 2569')
    await admin.says('1')
    await admin.sees('ด้วยคำอื่น')
    await admin.says('ป้ายสีอะไร\nป้ายเมืองพี่เมืองน้องสีไหนดี')
    await admin.sees(ANSWER)
    await admin.sees('หนังสือจังหวัดตัวอย่าง ที่ ตย 0017/123 หัวข้อ “แบบป้าย” (5 พ.ย. 2569)')
    await admin.sees('ส่งคำตอบให้ผู้ถาม 2 คน')
    await world.guest.says(QUESTION)
    await world.guest.sees('ไม่พบ')
  })

  it('everyone who asked gets the published answer, once', async () => {
    const seen = [await world.guest.countOfBot(), await world.officer.countOfBot()]
    await world.admin.says('เผยแพร่')
    await world.admin.sees('เผยแพร่คำตอบแล้ว')
    await world.admin.sees('รหัส admin-0001 ฉบับที่ 1')
    for (const person of [world.guest, world.officer]) {
      await hears(person, ANSWER)
      await person.sees(`คำถามที่ท่านเคยถามมีคำตอบแล้ว: “${QUESTION}”`)
    }
    const after = [await world.guest.countOfBot(), await world.officer.countOfBot()]
    if (after.some((count, i) => count !== (seen[i] ?? 0) + 2)) throw new Error(`${seen} became ${after}`)
    await world.supervisor.doesNotSee(ANSWER)
  })

  it('the next question is answered at once, in other words too, and the list is empty', async () => {
    for (const question of [QUESTION, 'ป้ายเมืองพี่เมืองน้องสีไหนดีคะ']) {
      await world.supervisor.says(question)
      await world.supervisor.sees(ANSWER)
      await world.supervisor.sees('หนังสือจังหวัดตัวอย่าง')
    }
    await world.admin.says('คำถามค้าง')
    await world.admin.sees('ไม่มีคำถามค้าง')
  })

  it('an answer that does not fit is put on the list with a word, and corrected there', async () => {
    const { guest, admin } = world
    await guest.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
    await guest.taps('ไม่ตรงคำถาม')
    await guest.sees('บันทึกคำถามนี้ให้ผู้ดูแลระบบแล้ว')
    await guest.says('ไม่ตรงคำถาม')
    await guest.sees('พิมพ์คำถามอีกครั้ง')
    await admin.says('คำถามค้าง 1')
    await admin.sees('ผู้ถามว่าไม่ตรงคำถาม')
    await admin.says('2')
    await admin.sees('คงที่มาเดิม')
    await admin.sees('แผนขับเคลื่อน')
    await admin.says('แก้ข้อ 1')
    await admin.says('อย่างน้อยปีละ 1 ครั้ง ตามตัวชี้วัดของแผนฯ ซึ่งสิ้นสุดแล้ว (ฉบับแก้ไข)')
    await admin.says('ยืนยัน')
    await admin.sees('เผยแพร่คำตอบแล้ว')
    await hears(guest, '(ฉบับแก้ไข)')
    await world.officer.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
    await world.officer.sees('(ฉบับแก้ไข)')
  })

  it('a question can be taken off the list without an answer, and nobody is written to', async () => {
    await world.guest.says('ขอสูตรขนมจีบของเมืองพี่เมืองน้องหน่อย')
    await world.guest.says('ไม่ตรงคำถาม')
    await world.admin.says('คำถามค้าง 1')
    const number = /(\d+)\. ตัดออกจากรายการ/.exec(await world.admin.reads())?.[1] ?? ''
    const before = await world.guest.countOfBot()
    await world.admin.says(number)
    await world.admin.sees('ออกจากรายการแล้ว')
    if ((await world.guest.countOfBot()) !== before) throw new Error('the guest was written to')
  })

  it('an entry is replaced from a day, and withdrawn', async () => {
    const { admin, officer } = world
    await admin.says('แก้คำตอบ admin-0001')
    await admin.says('แก้ข้อ 1')
    await admin.says('ตั้งแต่ปีใหม่ใช้สีเขียวเข้มตามแบบใหม่')
    await admin.says('แก้ไขใช้ตั้งแต่วันที่')
    await admin.sees('ตั้งแต่วันใด')
    await admin.says('เมื่อวาน')
    await admin.sees('ผ่านมาแล้ว')
    await admin.says('1 ม.ค. 2570')
    await admin.says('ยืนยัน')
    await admin.sees('จะใช้ตั้งแต่ 1 ม.ค. 2570')
    await officer.says(QUESTION)
    await officer.sees(ANSWER)
    await world.moveTo('2027-01-04')
    await officer.says(QUESTION)
    await officer.sees('สีเขียวเข้ม')
    await admin.says('ถอนคำตอบ admin-0001')
    await admin.sees('ถอนเพราะเหตุใด')
    await admin.says('จังหวัดยกเลิกแบบป้ายแล้ว')
    await admin.says('วันนี้')
    await admin.sees('คำตอบที่จะถอน')
    await admin.says('ยืนยัน')
    await admin.sees('ถอนคำตอบ')
    await officer.says(QUESTION)
    await officer.sees('ไม่พบ')
  })

  it('every version is kept with who and when, and all of it survives a restart', async () => {
    await world.restart()
    await world.admin.says('ประวัติคำตอบ admin-0001')
    await world.admin.sees(/ฉบับที่ 1: เผยแพร่ 19 พ\.ย\. 2569.* โดย/)
    await world.admin.sees(/ฉบับที่ 2: .*มีผล 1 ม\.ค\. 2570/)
    await world.admin.sees(/ฉบับที่ 3: ถอน .*ยกเลิกแบบป้าย/)
    await world.officer.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
    await world.officer.sees('(ฉบับแก้ไข)')
    await world.officer.says(QUESTION)
    await world.officer.sees('ไม่พบ')
  })
})

/** A push goes out with the program's next look at what waits, within a second or two. */
function hears(person: PhoneDriver, words: string): Promise<unknown> {
  return until(words, async () => (await person.reads()).includes(words))
}
