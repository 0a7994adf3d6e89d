/** Leaving, being removed, withdrawing consent, seeing and erasing one's data; who may not, first. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, contacts, makeInvitation, officersOf, people, whoIs } from '../../src/people/index.ts'
import { ofYear, type Report, reports } from '../../src/reports/index.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const sampleReport: Report = {
  id: 'report-1',
  receiptNo: 'R2570-000001',
  pairId: 'SC001',
  provinceTh: 'เชียงราย',
  fiscalYear: 2570,
  startsOn: '2026-11-12',
  endsOn: '2026-11-12',
  title: 'แลกเปลี่ยนเยาวชน',
  kind: 'education',
  form: 'visit',
  place: 'คุนหมิง',
  result: 'เรียบร้อย',
  files: [],
  reportedBy: '',
  reportedByName: '',
  submittedAt: new Date('2026-11-19T03:00:00Z'),
  status: 'submitted',
}

let world: World
let officer: PhoneDriver
let count = 0
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

async function newOfficer(province: string, role = 'officer'): Promise<PhoneDriver> {
  const phone = await world.newGuest(`คนใหม่ ${++count}`)
  const { code } = await makeInvitation(world.app.store, {
    role,
    provinces: role === 'admin' ? [] : [province],
    now: world.simulator.clock.now(),
  })
  for (const words of [`ลงทะเบียน ${code}`, 'ยินยอม', `สมหมาย ลำดับ${count}`, 'นักวิเคราะห์', 'ยืนยัน']) await phone.says(words)
  return phone
}
const personOf = async (phone: PhoneDriver) => {
  const userId = await userIdOf(phone)
  return (await world.app.store.find(people, 'byUserId', [userId]))[0]
}
const userIdOf = async (phone: PhoneDriver) =>
  (await world.simulator.phones()).find(({ id }) => id === phone.id)?.userId ?? ''
const lastOf = async (action: string) =>
  (await world.app.store.find(auditEntries, 'byActionAndTime', [action], { order: 'desc', limit: 1 }))[0]

beforeEach(async () => {
  officer = await newOfficer('น่าน')
})

describe('nobody but an admin', () => {
  it('removes anybody, sees the list or the log: by word or by a forged button', async () => {
    const target = await personOf(officer)
    for (const person of [world.guest, world.otherOfficer, world.supervisor]) {
      for (const words of ['รายชื่อผู้ใช้', 'ถอดถอน', 'ประวัติการใช้งาน', `ยืนยันถอดถอน ${target?.name}`]) {
        await person.says(words)
        await person.sees('เฉพาะผู้ดูแลระบบ')
        await person.doesNotSee('สมหมาย')
      }
      await person.forges(`a=remove&p=${target?.id}&sure=yes`)
      await person.sees('เฉพาะผู้ดูแลระบบ')
    }
    expect((await personOf(officer))?.status).toBe('active')
    expect((await lastOf('refused'))?.note).toBe('person.remove')
  })
})

it('an admin cannot remove himself, nor somebody who is no longer there', async () => {
  const admin = await personOf(world.admin)
  await world.admin.forges(`a=remove&p=${admin?.id}&sure=yes`)
  await world.admin.sees('ถอดถอนตนเองไม่ได้')
  await world.admin.forges('a=remove&p=nobody&sure=yes')
  await world.admin.sees('ไม่ได้ลงทะเบียนอยู่แล้ว')
  expect((await personOf(world.admin))?.status).toBe('active')
})

describe('an admin removes an officer', () => {
  it('by the list, and only after the confirmation; the person is told and has no right left', async () => {
    const target = await personOf(officer)
    await world.admin.says('ถอดถอน น่าน')
    await world.admin.forges(`a=remove&p=${target?.id}`)
    await world.admin.sees(`ถอดถอน คุณ${target?.name}`)
    expect((await personOf(officer))?.status).toBe('active')
    await world.admin.taps('ยืนยันถอดถอน')
    await world.passes(1)
    await officer.sees('สิ้นสุดแล้วโดยผู้ดูแลระบบ')
    expect(await whoIs(world.app.store, await userIdOf(officer))).toBeUndefined()
    expect(await lastOf('person.removed')).toMatchObject({ before: { status: 'active' }, after: { status: 'left' } })
    await world.admin.forges(`a=remove&p=${target?.id}&sure=yes`)
    await world.admin.sees('ไม่มีอะไรเปลี่ยนแปลง')
  })

  it('by typing alone', async () => {
    const target = await personOf(officer)
    await world.admin.says(`ถอดถอน ${target?.name}`)
    await world.admin.sees(`พิมพ์ "ยืนยันถอดถอน ${target?.name}"`)
    await world.admin.says(`ยืนยันถอดถอน ${target?.name}`)
    expect((await personOf(officer))?.status).toBe('left')
  })

  it('and reads it in the log, who and whom', async () => {
    await world.admin.says('ประวัติการใช้งาน')
    await world.admin.sees('ถอดถอน')
    await world.admin.sees('ตัวอย่าง ส่วนกลาง')
  })
})

describe('when the last one who can be written to goes', () => {
  it('the admins are told, and see the province in the list; a colleague keeps it from being so', async () => {
    const first = await newOfficer('ระนอง')
    const second = await newOfficer('ระนอง')
    await first.blocks()
    await world.passes(1)
    await world.admin.doesNotSee('จังหวัดนี้ไม่มีผู้รับ: ระนอง')
    await second.says('ลาออกจากระบบ')
    await second.sees('อยู่กับตำแหน่งของจังหวัด')
    expect((await personOf(second))?.status).toBe('active')
    await second.says('ยืนยันลาออก')
    await second.sees('ลาออกเรียบร้อย')
    await world.passes(1)
    await world.admin.sees('จังหวัดนี้ไม่มีผู้รับ: ระนอง')
    await world.admin.says('รายชื่อผู้ใช้')
    await world.admin.sees(/จังหวัดนี้ไม่มีผู้รับ.*ระนอง/)
    await world.admin.sees('(ปิดรับข้อความ)')
    await first.follows()
    expect(await officersOf(world.app.store, 'ระนอง')).toMatchObject([{ blocked: false }])
  })
})

describe('consent', () => {
  it('is withdrawn in two words, with its time, and nothing is left to be done twice', async () => {
    await officer.says('ถอนความยินยอม')
    await officer.sees('ยินยอมตามประกาศฉบับ')
    await officer.taps('ยืนยันถอนความยินยอม')
    await officer.sees('ถอนความยินยอมแล้ว')
    const person = await personOf(officer)
    expect(person?.consentWithdrawnAt).toBeInstanceOf(Date)
    await officer.says('ยืนยันถอนความยินยอม')
    await officer.sees('ไม่ได้ลงทะเบียนอยู่')
    await officer.says('รายงานกิจกรรม')
    await officer.sees('ลงทะเบียนแล้ว')
  })
})

describe('one’s own data', () => {
  it('is shown, and given as a file that opens', async () => {
    await officer.says('ข้อมูลของฉัน')
    await officer.taps('ขอไฟล์ข้อมูลของฉัน')
    const url = /(http\S+\/files\/\S+)/.exec(await officer.reads())?.[1] ?? ''
    const file = (await (await fetch(url)).json()) as { audit: { action: string }[] }
    expect(file).toMatchObject({ person: { status: 'active', provinces: ['น่าน'] }, reports: [] })
    expect(file.audit.map(({ action }) => action)).toContain('person.registered')
  })

  it('is erased after a confirmation: person, drafts and requests; the reports stay with the post', async () => {
    const reporter = await newOfficer('เชียงราย')
    const userId = await userIdOf(reporter)
    const name = (await personOf(reporter))?.name ?? '-'
    for (const words of ['รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน', 'พักไว้']) await reporter.says(words)
    const report = { ...sampleReport, reportedBy: (await personOf(reporter))?.id ?? '', reportedByName: name }
    await world.app.store.transaction((tx) => tx.insert(reports, report))
    await reporter.says('ลบข้อมูลของฉัน')
    await reporter.sees('เรียกคืนไม่ได้')
    expect(await personOf(reporter)).toBeDefined()
    await reporter.taps('ยืนยันลบข้อมูล')
    await reporter.sees('ลบข้อมูลของท่านแล้ว')
    expect(await personOf(reporter)).toBeUndefined()
    expect(await world.app.store.get(contacts, userId)).toBeUndefined()
    expect(await ofYear(world.app.store, 2570)).toMatchObject([{ reportedByName: 'เจ้าหน้าที่จังหวัดเชียงราย' }])
    await reporter.says('ทำต่อ')
    await reporter.sees('ไม่มีร่างที่พักไว้')
    await reporter.says('ขอไฟล์ข้อมูลของฉัน')
    const url = /(http\S+\/files\/\S+)/.exec(await reporter.reads())?.[1] ?? ''
    expect(await (await fetch(url)).text()).not.toContain(name)
    expect(JSON.stringify(await lastOf('person.erased'))).not.toContain(name)
  })
})
