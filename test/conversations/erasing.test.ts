/** Whoever has their data erased is nowhere in the store any more; what belongs to the post, or to others, stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openMedia } from '../../src/bot/media.ts'
import { contacts, makeInvitation, people } from '../../src/people/index.ts'
import { type StorePlace, storeKinds } from '../support/store-kinds.ts'
import { textOfStore } from '../support/whole-store.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const NAME = 'สมหญิง ใจละเอียด'
const POST = 'เจ้าหน้าที่จังหวัดเชียงราย'
const UNKNOWN = 'ต้องใช้กระดาษสีอะไรพิมพ์หนังสือเชิญเมืองคู่มิตร'
const TO_PHOTOS = ['การศึกษา', 'เดินทางไป', 'คุนหมิง', 'เรียบร้อยดี', 'เพิ่ม', 'หอการค้า', '30 คน', 'ไม่มีงบ', 'ไม่มี', 'ไม่มี']
const photoOf = (what: string) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(what)])

/** A person on the simulator's phone, with LINE's id of theirs. */
async function newPerson(world: World, name: string): Promise<{ phone: PhoneDriver; userId: string }> {
  const phone = await world.newGuest(name)
  const userId = (await world.simulator.phones()).find(({ id }) => id === phone.id)?.userId ?? ''
  return { phone, userId }
}

async function says(phone: PhoneDriver, ...words: string[]): Promise<void> {
  for (const each of words) await phone.says(each)
}

/** Begins a report and sends a photo for it. @returns LINE's id of the photo's message */
async function reportUpToPhoto(phone: PhoneDriver, title: string): Promise<string> {
  await says(phone, `รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 ${title}`, ...TO_PHOTOS)
  await phone.sendsPhoto(photoOf(title))
  await phone.sees('แนบแล้ว')
  return (await phone.lastMessageId()) ?? ''
}

for (const kind of await storeKinds()) {
  describe.skipIf(kind.isMissing)(`an officer who has asked, filed and begun much, on ${kind.name}`, () => {
    let place: StorePlace
    let world: World
    let officer: PhoneDriver
    let userId: string
    let reported: string
    let drafted: string
    let fileUrl: string

    const isIn = async (text: string) => {
      const { options } = place
      const where = 'mongodbUri' in options ? options : { sqliteFile: world.sqliteFile }
      return (await textOfStore(where)).includes(text)
    }

    beforeAll(async () => {
      place = await kind.newPlace()
      world = await openWorld('mongodbUri' in place.options ? place.options : {})
      const person = await newPerson(world, 'คนที่จะไป')
      officer = person.phone
      userId = person.userId
      await says(officer, 'ขอลงทะเบียน', 'เจ้าหน้าที่', 'เชียงราย', 'ยินยอม', NAME, 'นักวิเคราะห์', 'ยืนยัน')
      const now = world.simulator.clock.now()
      const { code } = await makeInvitation(world.app.store, { role: 'officer', provinces: ['เชียงราย'], now })
      await says(officer, `ลงทะเบียน ${code}`, 'ยินยอม', NAME, 'นักวิเคราะห์', 'ยืนยัน', UNKNOWN)
      reported = await reportUpToPhoto(officer, 'แลกเปลี่ยนเยาวชน')
      await says(officer, 'เสร็จแล้ว', 'ยืนยัน')
      drafted = await reportUpToPhoto(officer, 'งานวัฒนธรรม')
      await officer.says('พักไว้')
      await officer.says('ขอไฟล์ข้อมูลของฉัน')
      fileUrl = /(http\S+\/files\/\S+)/.exec(await officer.reads())?.[1] ?? ''
    })
    afterAll(async () => {
      await world.close()
      await place.remove()
    })

    it('is there by id and by name, with photos and a file, while nothing was erased', async () => {
      expect([await isIn(userId), await isIn(NAME), await isIn('งานวัฒนธรรม')]).toEqual([true, true, true])
      for (const messageId of [reported, drafted]) expect(await openMedia(world.app.store, messageId)).toBeDefined()
      expect((await fetch(fileUrl)).status).toBe(200)
    })

    it('is gone by id and by name, with the draft’s photo and the file; the report keeps its photo, the question its place', async () => {
      await says(officer, 'ลบข้อมูลของฉัน', 'ยืนยันลบข้อมูล')
      await officer.sees('ลบข้อมูลของท่านแล้ว')
      await world.passes(2)
      expect([await isIn(userId), await isIn(NAME), await isIn('งานวัฒนธรรม')]).toEqual([false, false, false])
      expect([await isIn(POST), await isIn('แลกเปลี่ยนเยาวชน'), await isIn(UNKNOWN)]).toEqual([true, true, true])
      const kept = await Promise.all([reported, drafted].map((messageId) => openMedia(world.app.store, messageId)))
      expect(kept.map((file) => file !== undefined)).toEqual([true, false])
      expect((await fetch(fileUrl)).status).toBe(404)
    })
  })
}

describe('somebody who tries codes', () => {
  it('is barred after erasing as before', async () => {
    const world = await openWorld()
    const { phone, userId } = await newPerson(world, 'คนเดารหัส')
    await says(phone, ...Array(5).fill('ลงทะเบียน AAAA-AAAA'), 'ลบข้อมูลของฉัน', 'ยืนยันลบข้อมูล', 'ลงทะเบียน BBBB-BBBB')
    await phone.sees('พิมพ์รหัสผิดหลายครั้งเกินไป')
    expect(await world.app.store.get(contacts, userId)).toMatchObject({ isToForget: true })
    expect(await world.app.store.find(people, 'byUserId', [userId])).toEqual([])
    await world.close()
  })
})
