/** A report that should not have been sent is taken back; its record and its history stay. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries } from '../../../src/people/index.ts'
import { openDutiesOf } from '../../../src/reminders/index.ts'
import { ofPairInYear } from '../../../src/reports/index.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
})
afterEach(() => office.bench.close())

const isOpen = async () => (await openDutiesOf(office.bench.store, ['SC101'], 2570)).length > 0

it('an officer of another province neither sees nor withdraws it', async () => {
  expect((await office.chai.says('แก้ไขรายงาน')).text).not.toContain('R2570')
  expect((await office.chai.says('ยืนยันถอน R2570-000001')).text).toContain('ไม่พบรายงาน')
  expect(await office.refusals()).toMatchObject([{ note: 'report.withdraw', target: 'R2570-000001' }])
  expect(await ofPairInYear(office.bench.store, 'SC101', 2570)).toHaveLength(1)
})

it('a guest does not withdraw it either', async () => {
  expect((await office.guest.says('ถอนรายงาน R2570-000001')).text).toContain('ลงทะเบียน')
})

describe('an officer of the province', () => {
  it('chooses it by number, and is asked once', async () => {
    expect((await office.manop.says('ถอนรายงาน')).text).toContain('1. R2570-000001 แลกเปลี่ยนเยาวชน')
    expect((await office.manop.says('๑')).text).toContain('ยืนยันถอน R2570-000001')
    expect((await office.manop.says('ถอนรายงาน r2570-000001')).text).toContain('ยืนยันถอน R2570-000001')
    expect(await isOpen()).toBe(false)
  })

  it('takes it back: the report no longer counts, a new one is awaited, and the audit log knows', async () => {
    expect((await office.manop.says('ยืนยันถอน R2570-000001')).text).toContain('ถอนรายงาน R2570-000001 แล้ว')
    expect(await ofPairInYear(office.bench.store, 'SC101', 2570)).toEqual([])
    expect(await isOpen()).toBe(true)
    expect(await office.bench.store.find(auditEntries, 'byActionAndTime', ['report.withdrawn'])).toHaveLength(1)
    expect(await office.stored()).toMatchObject([{ status: 'withdrawn' }])
    expect((await office.manop.says('ยืนยันถอน R2570-000001')).text).toContain('ถูกถอนไปแล้ว')
    expect((await office.manop.says('ประวัติ R2570-000001')).text).toMatch(/ส่งรายงาน โดย Umalee\n.*ถอนรายงาน โดย Umanop/)
  })

  it('never gets the number of a withdrawn report again', async () => {
    await office.malee.says('ยืนยันถอน R2570-000001')
    expect((await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])).text).toContain('R2570-000002')
    expect(await isOpen()).toBe(false)
  })

  it('leaves the duty fulfilled while another report stands', async () => {
    await saysAll(office.manop, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
    await office.malee.says('ยืนยันถอน R2570-000001')
    expect(await isOpen()).toBe(false)
  })

  it('finds nothing under a number that was never given', async () => {
    expect((await office.malee.says('ถอนรายงาน R2570-000999')).text).toContain('ไม่พบรายงาน')
  })
})
