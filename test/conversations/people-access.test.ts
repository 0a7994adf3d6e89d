/** Asking to be registered without a code, and who may decide it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, people } from '../../src/people/index.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

let world: World
let guest: PhoneDriver
let newcomers = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  guest = await world.newGuest(`ผู้ขอ ${++newcomers}`)
})

async function asks(person: PhoneDriver, post = '1', provinces = 'น่าน'): Promise<string> {
  for (const words of ['ขอลงทะเบียน', 'ยินยอม', post, provinces, 'สมศรี ใจดี', 'นักวิเคราะห์', 'ยืนยัน'])
    await person.says(words)
  const no = /เลขที่ (\d+)/.exec(await person.reads())?.[1] ?? ''
  await world.passes(1)
  return no
}
const refusals = async () =>
  (await world.app.store.find(auditEntries, 'byActionAndTime', ['refused'])).map(({ note }) => note)
const countPeople = () => world.app.store.count(people, 'byUserId', [])

describe('is refused', () => {
  it('to everybody but an admin: by word, by button, and to see what waits', async () => {
    const no = await asks(guest)
    const before = await countPeople()
    for (const person of [guest, world.guest, world.officer, world.supervisor]) {
      await person.says(`อนุมัติ ${no}`)
      await person.sees('เฉพาะผู้ดูแลระบบ')
      await person.forges(`a=access&no=${no}&do=approve`)
      await person.sees('เฉพาะผู้ดูแลระบบ')
      await person.says('คำขอลงทะเบียน')
      await person.sees('เฉพาะผู้ดูแลระบบ')
      await person.doesNotSee('สมศรี')
    }
    expect(await countPeople()).toBe(before)
    expect(await refusals()).toEqual(expect.arrayContaining(['access.approve', 'access.read']))
  })

  it('for the post of an admin, which no tap gives', async () => {
    for (const words of ['ขอลงทะเบียน', 'ยินยอม', 'ผู้ดูแลระบบ']) await guest.says(words)
    await guest.sees('ด้วยรหัสเชิญเท่านั้น')
    await guest.says('ยกเลิก')
  })

  it('for one’s own request, also to an admin', async () => {
    for (const words of ['ขอลงทะเบียน', '1', 'น่าน', 'ยืนยัน']) await world.admin.says(words)
    const no = /เลขที่ (\d+)/.exec(await world.admin.reads())?.[1]
    await world.admin.says(`อนุมัติ ${no}`)
    await world.admin.sees('ของตนเองไม่ได้')
  })

  it('without consent: nothing is stored and nobody is asked', async () => {
    const before = await world.admin.countOfBot()
    for (const words of ['ขอลงทะเบียน', 'ไม่ยินยอม']) await guest.says(words)
    await guest.sees('ไม่ได้บันทึกข้อมูล')
    expect(await world.admin.countOfBot()).toBe(before)
  })

  it('a fourth time on one day', async () => {
    for (let n = 0; n < 3; n += 1) await asks(guest)
    await guest.says('ขอลงทะเบียน')
    await guest.sees('ครบ 3 ครั้ง')
  })

  it('with a province that is none, or may be several', async () => {
    for (const words of ['ขอลงทะเบียน', 'ยินยอม', '๑', 'กรุงลอนดอน']) await guest.says(words)
    await guest.sees('ไม่พบจังหวัด')
    await guest.says('เชียงราย, เพชร')
    await guest.sees('เพชรบุรี')
    await guest.says('เชียงราย และ โคราช')
    await guest.sees('ชื่อและนามสกุล')
  })

  it('what was decided or asked anew: the old button changes nothing', async () => {
    const old = await asks(guest)
    const no = await asks(guest, '3')
    await world.admin.says(`อนุมัติ ${old}`)
    await world.admin.sees('ถูกแทนที่')
    await world.admin.says(`ไม่อนุมัติ ${no}`)
    await world.admin.forges(`a=access&no=${no}&do=approve`)
    await world.admin.sees('ไม่ได้รับอนุมัติแล้ว')
    await guest.says('คู่ของฉัน')
    await guest.doesNotSee('น่าน –')
  })

  it.each(['a=access', 'a=access&no=abc&do=approve', 'a=access&no=999999&do=approve'])(
    'a button that names no request: %s',
    async (data) => {
      await world.admin.forges(data)
      await world.admin.sees('ไม่พบคำขอ')
    },
  )
})

describe('an admin', () => {
  it('approves by a tap; the asker is told and is an officer of that province alone', async () => {
    await asks(guest, '1', 'เชียงราย')
    await world.admin.taps('อนุมัติ')
    await world.admin.sees('เป็นเจ้าหน้าที่จังหวัด (เชียงราย)')
    await world.passes(1)
    await guest.sees('ได้รับอนุมัติแล้ว')
    await guest.sees('รายงานกิจกรรม')
    await guest.says('คู่ของฉัน')
    await guest.sees('เชียงราย – มณฑลยูนนาน')
    await guest.doesNotSee('เชียงใหม่')
  })

  it('refuses; the asker is told, and the request no longer holds a name', async () => {
    const no = await asks(guest)
    await world.admin.says('คำขอลงทะเบียน')
    await world.admin.sees(`${no}. สมศรี ใจดี — เจ้าหน้าที่จังหวัด (น่าน)`)
    await world.admin.says(`ไม่อนุมัติ ${no}`)
    await world.passes(1)
    await guest.sees('ไม่ได้รับอนุมัติ')
    await world.admin.says('คำขอลงทะเบียน')
    await world.admin.doesNotSee(`${no}. สมศรี`)
  })

  it('taps twice at once and makes one officer', async () => {
    const before = await countPeople()
    await asks(guest)
    await world.admin.tapsTwice('อนุมัติ')
    expect(await countPeople()).toBe(before + 1)
  })

  it('moves an officer to another province: audited with before and after', async () => {
    const no = await asks(guest)
    await world.admin.says(`อนุมัติ ${no}`)
    for (const words of ['ขอลงทะเบียน', '2', 'พะเยา', 'ยืนยัน']) await guest.says(words)
    await world.passes(1)
    await world.admin.taps('อนุมัติ')
    await world.passes(1)
    await guest.sees('เจ้าหน้าที่จังหวัดสำรอง (พะเยา)')
    const [entry] = await world.app.store.find(auditEntries, 'byActionAndTime', ['person.changed'], { order: 'desc' })
    expect(entry).toMatchObject({ before: { provinces: ['น่าน'] }, after: { provinces: ['พะเยา'], backup: true } })
    expect(JSON.stringify(entry)).not.toContain('สมศรี')
  })
})
