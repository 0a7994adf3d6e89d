/** Handing work over, inviting in the chat, and the menu that each role sees. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditEntries, makeInvitation, people, wantedMenus } from '../../src/people/index.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

let world: World
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function register(phone: PhoneDriver, name: string, role: string, ...provinces: string[]): Promise<void> {
  const now = world.simulator.clock.now()
  const { code } = await makeInvitation(world.app.store, { role, provinces, now })
  for (const words of [`ลงทะเบียน ${code}`, 'ยินยอม', name, 'นักวิเคราะห์', 'ยืนยัน']) await phone.says(words)
}
async function colleague(name: string, ...provinces: string[]): Promise<PhoneDriver> {
  const phone = await world.newGuest(`เพื่อน ${++count}`)
  await register(phone, name, 'officer', ...provinces)
  return phone
}
const viewOf = async ({ id }: PhoneDriver) => (await world.simulator.phones()).find((phone) => phone.id === id)
const personOf = async (phone: PhoneDriver) =>
  (await world.app.store.find(people, 'byUserId', [(await viewOf(phone))?.userId ?? '']))[0]
const lastOf = async (action: string) =>
  (await world.app.store.find(auditEntries, 'byActionAndTime', [action], { order: 'desc', limit: 1 }))[0]

describe('handing over is refused', () => {
  it('to a guest, a supervisor and an admin', async () => {
    for (const person of [world.guest, world.supervisor, world.admin]) {
      await person.says('ส่งมอบงาน')
      await person.sees('เฉพาะเจ้าหน้าที่จังหวัด')
    }
  })

  it('of another province, and to an officer of another province: by word and by a forged button', async () => {
    const before = await world.otherOfficer.countOfBot()
    await world.officer.says('ส่งมอบงาน เชียงใหม่')
    await world.officer.sees('เฉพาะงานของจังหวัดท่าน')
    await world.officer.doesNotSee('เชียงใหม่ –')
    const other = await personOf(world.otherOfficer)
    await world.officer.forges(`a=handover&to=${other?.id}`)
    await world.officer.sees('เฉพาะงานของจังหวัดท่าน')
    await world.officer.forges('a=handover')
    await world.officer.sees('เฉพาะงานของจังหวัดท่าน')
    await world.passes(1)
    expect(await world.otherOfficer.countOfBot()).toBe(before)
    expect(await lastOf('refused')).toMatchObject({ note: 'work.hand-over' })
  })
})

describe('an officer hands over', () => {
  it('alone in the province: the message is there to be forwarded', async () => {
    await world.officer.says('ส่งมอบงาน')
    await world.officer.sees('จังหวัดเชียงราย')
    await world.officer.sees('เชียงราย – มณฑลยูนนาน: ยังไม่พบรายงานในระบบ')
    await world.officer.sees('ไม่มีร่างที่ค้างอยู่')
    await world.officer.sees('ส่งต่อเอง')
  })

  it('to a colleague, in one message about the provinces that both have; the duty stays with the post', async () => {
    const giver = await colleague('สมพร ผู้ให้', 'เชียงราย', 'เชียงใหม่')
    const taker = await colleague('สมนึก ผู้รับ', 'เชียงราย')
    for (const words of ['รายงานกิจกรรม', 'พักไว้', 'ส่งมอบงาน']) await giver.says(words)
    await giver.sees('ร่างที่ยังไม่ส่ง 1 รายการ')
    await giver.taps('สมนึก ผู้รับ')
    await giver.sees('ส่งข้อความส่งมอบงานให้คุณสมนึก ผู้รับ แล้ว')
    await world.passes(1)
    await taker.sees('ส่งมอบงานเมืองพี่เมืองน้อง จากคุณสมพร ผู้ให้')
    await taker.sees('เชียงราย – มณฑลยูนนาน')
    await taker.doesNotSee('จังหวัดเชียงใหม่')
    expect(await lastOf('work.handed-over')).toMatchObject({ after: { provinces: ['เชียงราย'] } })
    await giver.says('ส่งมอบงานให้ สมนึก ผู้รับ')
    await giver.sees('ส่งข้อความส่งมอบงานให้')
  })
})

describe('an invitation in the chat', () => {
  it('is made by nobody but an admin', async () => {
    for (const person of [world.guest, world.officer, world.supervisor]) {
      await person.says('เชิญ เจ้าหน้าที่ เชียงราย')
      await person.sees('เฉพาะผู้ดูแลระบบ')
    }
  })

  it('is a code and a link that fills the words in, and they register', async () => {
    await world.admin.says('เชิญ เจ้าหน้าที่สำรอง พะเยา')
    await world.admin.sees('พะเยา')
    await world.admin.says('ยืนยัน')
    const said = await world.admin.reads()
    const link = /https:\/\/line\.me\/R\/oaMessage\/%40simulator\/\?(\S+)/.exec(said)?.[1] ?? ''
    const words = decodeURIComponent(link)
    expect(words).toMatch(/^ลงทะเบียน [A-Z2-9]{4}-[A-Z2-9]{4}$/)
    const guest = await world.newGuest('ผู้รับเชิญ')
    for (const each of [words, 'ยินยอม', 'สมจิต ได้เชิญ', 'นักวิชาการ', 'ยืนยัน']) await guest.says(each)
    await guest.sees('เจ้าหน้าที่จังหวัดสำรอง (พะเยา)')
  })
})

describe('the picture of an invitation', () => {
  it('is a QR code of the link, to be opened and printed', async () => {
    await world.admin.says('เชิญ ผู้บังคับบัญชา พะเยา')
    await world.admin.says('ยืนยัน')
    await world.admin.sees('สแกน QR')
    const messages = await world.simulator.messagesOf('admin')
    const url = /"url":"(http:[^"]+\/files\/[^"]+)"/.exec(JSON.stringify(messages))?.[1] ?? ''
    const response = await fetch(url)
    expect(response.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from(await response.arrayBuffer())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    await world.passes(13 * 24 * 3600)
    expect((await fetch(url)).status).toBe(200)
  })
})

describe('the menu below the chat', () => {
  it('is another for each role', async () => {
    const shown = [world.guest, world.officer, world.supervisor, world.admin].map(
      async (person) => (await viewOf(person))?.richMenu,
    )
    expect(new Set(await Promise.all(shown)).size).toBe(4)
  })

  it('changes with registration and with leaving', async () => {
    const guests = (await viewOf(world.guest))?.richMenu
    const officers = (await viewOf(world.officer))?.richMenu
    const phone = await colleague('สมชาติ เมนู', 'น่าน')
    expect((await viewOf(phone))?.richMenu).toBe(officers)
    for (const words of ['ลาออกจากระบบ', 'ยืนยันลาออก']) await phone.says(words)
    expect((await viewOf(phone))?.richMenu).toBe(guests)
  })

  it('is shown after LINE was away, and after the program was', async () => {
    const phone = await world.newGuest('เมนูช้า')
    world.simulator.faults.add({ on: 'linkMenu', kind: 'error500', times: 100 })
    await register(phone, 'สมบัติ รอเมนู', 'supervisor', 'น่าน')
    const supervisors = (await viewOf(world.supervisor))?.richMenu
    expect((await viewOf(phone))?.richMenu).not.toBe(supervisors)
    expect(await world.app.store.count(wantedMenus, 'byState', ['waiting'])).toBe(1)
    world.simulator.faults.clear()
    await world.restart()
    await world.app.idle()
    expect((await viewOf(phone))?.richMenu).toBe(supervisors)
  })
})
