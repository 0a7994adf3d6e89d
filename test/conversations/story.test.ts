/** The story that the program exists for, told once on each store through signed webhooks and LINE's API. */
import { afterAll, beforeAll, describe, it } from 'vitest'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { openWorld, type World } from '../support/world.ts'

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`the story on ${kind.name}`, () => {
    let place: StorePlace
    let world: World

    beforeAll(async () => {
      place = await kind.newPlace()
      world = await openWorld('mongodbUri' in place.options ? place.options : {})
    })
    afterAll(async () => {
      await world?.close()
      await place?.remove()
    })

    it('a guest asks how a relationship is established and gets an answer with its source', async () => {
      await world.guest.says('อยากทำเมืองพี่เมืองน้องต้องเริ่มอย่างไร')
      await world.guest.sees(/ที่มา|อ้างอิง/)
      await world.guest.sees('ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม')
    })

    it('a guest can neither report nor ask for figures', async () => {
      await world.guest.says('รายงานกิจกรรม')
      await world.guest.sees('ลงทะเบียน')
      await world.guest.says('สรุป')
      await world.guest.sees(/สิทธิ|ผู้ดูแล/)
    })

    it('an officer of เชียงราย reports an activity in a guided dialog, with a question in the middle and a way back', async () => {
      const { officer } = world
      await officer.says('รายงานกิจกรรม')
      await officer.sees('คู่')
      await officer.sees(/\d\. .*ยูนนาน/)
      await officer.taps('มณฑลยูนนาน')
      await officer.sees('ชื่อกิจกรรม')
      await officer.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
      await officer.sees('อย่างน้อยปีละ')
      await officer.sees('ชื่อกิจกรรม')
      await officer.says('แลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน')
      await officer.sees('ประเภท')
      await officer.says('ย้อนกลับ')
      await officer.sees('ชื่อกิจกรรม')
      await officer.says('แลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน ครั้งที่ ๑')
      await officer.says('๑')
      await officer.sees('วันที่')
      await officer.says('31 ก.ย. 69')
      await officer.sees('เช่น')
      await officer.says('๑๒-๑๔ พ.ย. ๖๙')
      await officer.sees('2570')
      await officer.says('1')
      await officer.sees('สถานที่')
      await officer.says('นครคุนหมิง')
      await officer.sees('ผล')
      await officer.says('เยาวชน 30 คนได้แลกเปลี่ยนวัฒนธรรมและภาษา')
      await officer.says('ข้าม')
      await officer.sees('12–14 พ.ย. 2569')
      await officer.sees('ครั้งที่ ๑')
      await officer.says('ยืนยัน')
      await officer.sees(/R2570-\d+/)
    })

    it('when September comes, the pairs without a report are reminded of, and their supervisor after them', async () => {
      await world.officer.says('เมนู')
      await world.otherOfficer.says('เมนู')
      await world.supervisor.says('เมนู')
      await world.moveTo('2027-09-01')
      await world.otherOfficer.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
      await world.otherOfficer.sees('ฮอกไกโด')
      await world.supervisor.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
      await world.officer.sees('เชียงรุ่ง')
      await world.officer.doesNotSee('เชียงราย – มณฑลยูนนาน')
    })

    it('an admin asks for the year; the same words tell a supervisor that they may not', async () => {
      await world.admin.says('สรุป')
      await world.admin.sees('2570')
      await world.admin.sees('ยังไม่พบรายงานกิจกรรมในระบบ')
      await world.supervisor.says('สรุป 2570')
      await world.supervisor.sees(/สิทธิ|ผู้ดูแล/)
    })

    it('after a restart the chats, the clock and the reports are as they were, and nothing is said twice', async () => {
      const before = await world.otherOfficer.countOfBot()
      await world.restart()
      await world.moveTo('2027-09-02')
      const after = await world.otherOfficer.countOfBot()
      if (after !== before) throw new Error(`${after - before} messages came twice`)
      await world.admin.says('สรุป 2570')
      await world.admin.sees('1')
    })
  })
}
