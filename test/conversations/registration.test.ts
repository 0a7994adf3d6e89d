/** How a guest becomes an officer: with a code that is right, consent, a name and a position; and how not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeInvitation, people } from '../../src/people/index.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

let world: World
let newcomers = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const newcomer = (): Promise<PhoneDriver> => world.newGuest(`ผู้มาใหม่ ${++newcomers}`)
const countPeople = () => world.app.store.count(people, 'byUserId', [])

async function invitation(role = 'officer', ...provinces: string[]): Promise<string> {
  const wanted = { role, provinces: provinces.length > 0 ? provinces : ['แพร่'], now: world.simulator.clock.now() }
  return (await makeInvitation(world.app.store, wanted)).code
}

async function saysAll(person: PhoneDriver, ...all: string[]): Promise<void> {
  for (const each of all) await person.says(each)
}

describe('is refused', () => {
  it.each(['ลงทะเบียน ABC', 'ลงทะเบียน ABCD-EFGH', 'ลงทะเบียน ๑๒๓๔', 'ลงทะเบียน ABCD-EFGH-JKLM-NPQR'])(
    '%s: the code is not right, and nothing about registering in general is explained',
    async (typed) => {
      const guest = await newcomer()
      await guest.says(typed)
      await guest.sees('ไม่พบรหัสนี้')
      await guest.sees('ลงทะเบียน K7QM-4RXT')
      await guest.doesNotSee('PDPA')
    },
  )

  it('a code that somebody has used', async () => {
    const code = await invitation()
    await saysAll(await newcomer(), `ลงทะเบียน ${code}`, 'ยินยอม', 'สมศรี ใจดี', 'นักวิเคราะห์', 'ยืนยัน')
    const second = await newcomer()
    await second.says(`ลงทะเบียน ${code}`)
    await second.sees('ถูกใช้ไปแล้ว')
  })

  it('trying codes: after five wrong ones even a right one waits an hour', async () => {
    const guest = await newcomer()
    const code = await invitation()
    for (let i = 0; i < 5; i += 1) await guest.says('ลงทะเบียน ABCD-EFGH')
    await guest.says(`ลงทะเบียน ${code}`)
    await guest.sees('หลายครั้งเกินไป')
    await guest.sees(/หลัง .* น\./)
  })

  it('without consent nothing is kept, and the code stays good', async () => {
    const before = await countPeople()
    const guest = await newcomer()
    const code = await invitation()
    await saysAll(guest, `ลงทะเบียน ${code}`, 'ไม่ยินยอมค่ะ')
    await guest.sees('รหัสเชิญยังใช้ได้')
    expect(await countPeople()).toBe(before)
    await guest.says('รายงานกิจกรรม')
    await guest.sees('ลงทะเบียนแล้ว')
    await guest.says(`ลงทะเบียน ${code}`)
    await guest.sees('ยินยอม')
  })

  it('the last of two who confirm with one code', async () => {
    const code = await invitation()
    const [first, second] = [await newcomer(), await newcomer()]
    for (const guest of [first, second]) await saysAll(guest, `ลงทะเบียน ${code}`, 'ยินยอม', 'สมศรี ใจดี', 'นักวิเคราะห์')
    await first.says('ยืนยัน')
    await first.sees('ลงทะเบียนเรียบร้อย')
    await second.says('ยืนยัน')
    await second.sees('ถูกใช้ไปแล้ว')
  })
})

describe('works', () => {
  it.each([
    (code: string) => `ลงทะเบียน ${code.toLowerCase().replace('-', '')}`,
    (code: string) => `  ลงทะเบียน   ${code.replace('-', ' ')} . `,
    (code: string) => `ลงทะเบียน${code} ครับ`,
  ])('however the code is typed (%#)', async (typed) => {
    const guest = await newcomer()
    await guest.says(typed(await invitation()))
    await guest.sees('ยินยอมให้เก็บและใช้ข้อมูล')
  })

  it('with a change of the name on the way; then the officer sees the own province and no other', async () => {
    const guest = await newcomer()
    await saysAll(guest, `ลงทะเบียน ${await invitation('officer', 'เชียงราย')}`, 'ยินยอมครับ', '5555')
    await guest.sees('เป็นตัวอักษร')
    await saysAll(guest, 'สมชาย', 'ขอแก้ชื่อ')
    await guest.sees('คำตอบเดิม: สมชาย')
    await saysAll(guest, 'สมชาย รักดี', 'นักวิเคราะห์', 'ยืนยัน')
    await guest.sees('เจ้าหน้าที่จังหวัด (เชียงราย)')
    await guest.says('คู่ของฉัน')
    await guest.sees('เชียงราย – มณฑลยูนนาน')
    await guest.doesNotSee('เชียงใหม่')
  })

  it('twice: the second code changes the role, and only after it was confirmed', async () => {
    const guest = await newcomer()
    await saysAll(guest, `ลงทะเบียน ${await invitation()}`, 'ยินยอม', 'สมศรี ใจดี', 'นักวิเคราะห์', 'ยืนยัน')
    const before = await countPeople()
    await guest.says(`ลงทะเบียน ${await invitation('supervisor', 'แพร่', 'น่าน')}`)
    await guest.sees('เปลี่ยนสิทธิจาก เจ้าหน้าที่จังหวัด (แพร่) เป็น ผู้บังคับบัญชา (แพร่, น่าน)')
    await guest.says('ข้อมูลของฉัน')
    await guest.sees('เจ้าหน้าที่จังหวัด (แพร่)')
    await guest.says('ยืนยัน')
    await guest.sees('ผู้บังคับบัญชา (แพร่, น่าน)')
    expect(await countPeople()).toBe(before)
  })
})

it('an invitation is good for two weeks', async () => {
  const guest = await newcomer()
  const code = await invitation()
  await world.moveTo('2026-12-10')
  await guest.says(`ลงทะเบียน ${code}`)
  await guest.sees('หมดอายุแล้ว')
})
