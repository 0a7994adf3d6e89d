/** An answer that is to hold from a later day: who asked hears it on that day's morning, once, through a restart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../support/until.ts'
import { openWorld, type World } from '../support/world.ts'

const QUESTION = 'ป้ายหน้าเมืองพี่เมืองน้องใช้สีฟ้าเข้มเบอร์ใด'
const ANSWER = 'ตั้งแต่ธันวาคมใช้สีน้ำเงินเข้มตามแบบป้าย'

describe('an answer from a later day', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld()
  })
  afterAll(() => world.close())

  async function answersFrom(day: string): Promise<void> {
    const { admin } = world
    await admin.says('คำถามค้าง 1')
    await admin.says('1')
    await admin.says(ANSWER)
    await admin.says('ข้าม')
    await admin.says('หนังสือจังหวัดตัวอย่าง ที่ ตย 0017/123')
    await admin.says('ข้าม')
    await admin.says('5 พ.ย. 2569')
    await admin.says('1')
    await admin.says('ข้าม')
    await admin.says('แก้ไขใช้ตั้งแต่วันที่')
    await admin.says(day)
  }

  it('an admin is told before publishing, and in the list, when it will be sent', async () => {
    await world.guest.says(QUESTION)
    await world.officer.says(QUESTION)
    await answersFrom('1 ธ.ค. 2569')
    await world.admin.sees('จะส่งคำตอบให้ผู้ถาม 2 คน ตอนเช้าวันนั้น')
    await world.admin.says('ยืนยัน')
    await world.admin.sees('จะใช้ตั้งแต่ 1 ธ.ค. 2569')
    await world.admin.says('คำถามค้าง')
    await world.admin.sees('มีคำตอบแล้ว (รหัส admin-0001) จะส่งให้ผู้ถาม 1 ธ.ค. 2569')
  })

  it('the day before nobody hears of it', async () => {
    await world.guest.says('เมนู')
    await world.officer.says('เมนู')
    const before = await world.guest.countOfBot()
    await world.moveTo('2026-11-30')
    expect(await world.guest.countOfBot()).toBe(before)
  })

  it('on the day everyone who asked does, once, and the next question is answered with it', async () => {
    await world.moveTo('2026-12-01')
    for (const person of [world.guest, world.officer])
      await until(ANSWER, async () => (await person.reads()).includes(ANSWER))
    const told = [await world.guest.countOfBot(), await world.officer.countOfBot()]
    await world.restart()
    await world.moveTo('2026-12-02')
    expect([await world.guest.countOfBot(), await world.officer.countOfBot()]).toEqual(told)
    await world.admin.says('คำถามค้าง')
    await world.admin.sees('ไม่มีคำถามค้าง')
    await world.supervisor.says(QUESTION)
    await world.supervisor.sees(ANSWER)
  })

  it('one that was not to be sent after all is taken back before its day', async () => {
    const other = 'ป้ายหน้าเมืองพี่เมืองน้องต้องสูงกี่เมตรจากพื้น'
    await world.guest.says(other)
    await world.guest.says('ไม่ตรงคำถาม')
    await answersFrom('1 ม.ค. 2570')
    await world.admin.says('ยืนยัน')
    await world.admin.sees('จะใช้ตั้งแต่ 1 ม.ค. 2570')
    await world.admin.says('ถอนคำตอบ admin-0002')
    await world.admin.says('เปลี่ยนแบบป้ายแล้ว')
    await world.admin.says('วันนี้')
    await world.admin.says('ยืนยัน')
    await world.admin.sees('ถอนคำตอบ')
    await world.guest.says('เมนู')
    await world.moveTo('2027-01-04')
    await world.guest.doesNotSee(ANSWER)
    await world.admin.says('คำถามค้าง')
    await world.admin.sees(other)
    await world.admin.doesNotSee('จะส่งให้ผู้ถาม')
  })
})
