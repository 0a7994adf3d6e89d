/** A submitted report is opened again, changed and kept as its next version; what stood there before stays in its history. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Reply } from '../../../src/bot/types.ts'
import { auditEntries, people } from '../../../src/people/index.ts'
import { duties, dutyId } from '../../../src/reminders/index.ts'
import { ofPairInYear, ofYear } from '../../../src/reports/index.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

const NO = 'R2570-000001'
const EDIT = `แก้ไขรายงาน ${NO}`

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
})
afterEach(() => office.bench.close())

const edited = () => office.bench.store.find(auditEntries, 'byActionAndTime', ['report.edited'])
const dutyIn = async (fiscalYear: number, pairId = 'SC101') =>
  (await office.bench.store.get(duties, dutyId(pairId, fiscalYear)))?.status
const reviewIn = (replies: readonly Reply[]) =>
  replies.some((reply) => reply.kind === 'card' && reply.card === 'review')

/** Changes one item of the report and confirms. */
async function changes(phone: Office['malee'], item: number, answer: string): Promise<string> {
  await phone.says(EDIT)
  await phone.says(`แก้ข้อ ${item}`)
  await phone.says(answer)
  return (await phone.says('ยืนยัน')).text
}

describe('a report is not opened', () => {
  it('for an officer of another province: typed, by a button, its history neither, and the log knows', async () => {
    for (const typed of [EDIT, `ดูรายงาน ${NO}`, `ประวัติ ${NO}`])
      expect((await office.chai.says(typed)).text).toContain(`ไม่พบรายงานเลขที่ ${NO}`)
    for (const doing of ['edit', 'mine', 'withdraw'])
      expect((await office.chai.taps(`a=rep&do=${doing}&no=${NO}`)).text).toContain('ไม่พบรายงาน')
    for (const list of ['แก้ไขรายงาน', 'รายงานของฉัน', 'ถอนรายงาน'])
      expect((await office.chai.says(list)).text).not.toContain('R2570')
    const noted = (await office.refusals()).map(({ note, target }) => `${note} ${target}`)
    const attempts = ['edit', 'edit', 'history', 'read', 'read', 'withdraw']
    expect(noted.toSorted()).toEqual(attempts.map((attempt) => `report.${attempt} ${NO}`))
  })

  it('for a guest, a supervisor or an admin, who may read it', async () => {
    expect((await office.guest.says(EDIT)).text).toContain('ลงทะเบียน')
    expect((await office.guest.says(`ประวัติ ${NO}`)).text).toContain('ลงทะเบียน')
    for (const phone of [office.supervisor, office.admin]) {
      expect((await phone.says(EDIT)).text).toContain('เจ้าหน้าที่จังหวัดเป็นผู้รายงาน')
      expect((await phone.says(`ดูรายงาน ${NO}`)).text).toContain('ศาลากลางจังหวัด')
    }
    expect(await office.refusals()).toHaveLength(4)
  })

  it('when there is none of that number, or it was withdrawn', async () => {
    expect((await office.malee.says('แก้ไขรายงาน R2570-000099')).text).toContain('ไม่พบรายงาน')
    await office.malee.says(`ยืนยันถอน ${NO}`)
    expect((await office.malee.says(EDIT)).text).toContain('ถูกถอนไปแล้ว')
    expect((await office.malee.says('แก้ไขรายงาน')).text).toContain('ยังไม่มีรายงาน')
  })

  it('to be confirmed by somebody who has moved to another province meanwhile', async () => {
    await office.malee.says(EDIT)
    await office.malee.says('แก้ข้อ 6')
    await office.malee.says('หอประชุม')
    const [malee] = await office.bench.store.find(people, 'byUserId', ['Umalee'])
    await office.bench.store.transaction((tx) => {
      if (malee) tx.replace(people, { ...malee, provinces: ['เชียงใหม่'] })
    })
    expect((await office.malee.says('ยืนยัน')).text).toContain('ไม่พบรายงาน')
    expect(await office.stored()).toMatchObject([{ place: 'ศาลากลางจังหวัด' }])
  })

  it('for a pair of another province, by a forged button', async () => {
    await office.malee.says(EDIT)
    const asked = await office.malee.says('แก้ข้อ 1')
    const [button] = asked.replies.flatMap((reply) => reply.buttons ?? [])
    const forged = new URLSearchParams(button && 'data' in button ? button.data : '')
    forged.set('v', 'SC020')
    await office.malee.taps(forged.toString())
    expect((await office.malee.says('ยืนยัน')).text).toContain('ตรวจทาน')
    expect(await office.refusals()).toMatchObject([{ note: 'report.edit', target: 'SC020' }])
  })
})

describe('an officer of the province', () => {
  it('is shown the review with every answer first', async () => {
    const heard = await office.manop.says(EDIT)
    expect(reviewIn(heard.replies)).toBe(true)
    for (const shown of [NO, 'แลกเปลี่ยนเยาวชน ครั้งที่ 3', '12–14 พ.ย. 2569', 'ต้อนรับ', 'ศาลากลางจังหวัด'])
      expect(heard.text).toContain(shown)
  })

  it('changes an item: the number stays, the next version is stored, the receipt names what was changed', async () => {
    const heard = await changes(office.manop, 6, 'หอประชุมใหญ่')
    expect(heard).toContain(NO)
    expect(heard).toContain('แก้ไข: สถานที่')
    expect(await office.stored()).toMatchObject([
      { receiptNo: NO, version: 2, place: 'หอประชุมใหญ่', reportedByName: 'Umalee', status: 'submitted' },
    ])
    expect(await edited()).toMatchObject([{ before: { version: 1 }, after: { version: 2, receiptNo: NO } }])
  })

  it.each(['แก้ไขรายงาน r2570-000001', 'แก้ไขรายงาน ๒๕๗๐-๑', 'แก้รายงานเลขที่ R2570-000001', 'ขอแก้ไขรายงาน R2570 - 1'])(
    'opens it by typing %s',
    async (typed) => {
      expect(reviewIn((await office.malee.says(typed)).replies)).toBe(true)
    },
  )

  it('opens it from the receipt, and from the lists by number', async () => {
    await office.malee.says(`ยืนยันถอน ${NO}`)
    const receipt = await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
    const buttons = receipt.replies.flatMap((reply) => reply.buttons ?? [])
    expect(buttons).toContainEqual({ label: 'แก้ไขรายงาน', say: 'แก้ไขรายงาน R2570-000002' })
    expect((await office.malee.says('แก้ไขรายงาน')).text).toContain('1. R2570-000002')
    expect(reviewIn((await office.malee.says('๑')).replies)).toBe(true)
    await office.malee.says('ยกเลิก')
    await office.malee.says('รายงานของฉัน')
    expect((await office.malee.says('1')).text).toContain('แก้ไขรายงาน R2570-000002')
  })

  it('is offered the list by a bare แก้ไข, which is a question of anybody else', async () => {
    expect((await office.malee.says('แก้ไข')).text).toContain('1. R2570-000001')
    for (const phone of [office.supervisor, office.guest]) expect((await phone.says('แก้ไข')).text).toBe('GUIDE')
  })

  it('adds what was left out and takes away what was given', async () => {
    await changes(office.malee, 9, '30 คน')
    expect(await office.stored()).toMatchObject([{ participants: 30 }])
    await changes(office.malee, 9, 'ลบ')
    expect((await office.stored())[0]).not.toHaveProperty('participants')
  })

  it('adds photos to those that are there', async () => {
    await office.malee.says(EDIT)
    await office.malee.says('แก้ข้อ 13')
    await office.malee.sendsPhotos('p1')
    await office.malee.says('เสร็จแล้ว')
    await office.malee.says('ยืนยัน')
    await office.malee.says(EDIT)
    expect((await office.malee.says('แก้ข้อ 13')).text).toContain('1 ไฟล์')
    await office.malee.sendsPhotos('p2')
    await office.malee.says('เสร็จแล้ว')
    await office.malee.says('ยืนยัน')
    expect(await office.stored()).toMatchObject([{ version: 3, files: [{ fileId: 'line-p1' }, { fileId: 'line-p2' }] }])
  })

  it('changes nothing by confirming what is there, nor by cancelling', async () => {
    await office.malee.says(EDIT)
    expect((await office.malee.says('ยืนยัน')).text).toContain('ยังเหมือนเดิมทุกข้อ')
    await office.malee.says(EDIT)
    await office.malee.says('แก้ข้อ 6')
    await office.malee.says('หอประชุม')
    await office.malee.says('ยกเลิก')
    expect(await office.stored()).toMatchObject([{ place: 'ศาลากลางจังหวัด' }])
    expect(await edited()).toEqual([])
  })

  it('is told when a colleague was faster, and overwrites nothing', async () => {
    await office.malee.says(EDIT)
    await office.malee.says('แก้ข้อ 6')
    await office.malee.says('หอประชุม')
    await changes(office.manop, 2, 'ประชุมเยาวชนชายแดน')
    expect((await office.malee.says('ยืนยัน')).text).toMatch(/Umanop แก้ไขรายงาน R2570-000001 ไปแล้ว/)
    expect(await office.stored()).toMatchObject([{ version: 2, title: 'ประชุมเยาวชนชายแดน', place: 'ศาลากลางจังหวัด' }])
  })

  it('is not warned of the report itself as a duplicate', async () => {
    expect((await office.malee.says(EDIT)).text).not.toContain('อาจซ้ำ')
  })

  it('opens it beside a report that is being written, which waits', async () => {
    await saysAll(office.malee, REQUIRED.slice(0, 3))
    expect((await office.malee.says(EDIT)).text).toContain('พักร่าง')
    await office.malee.says('ยกเลิก')
    expect((await office.malee.says('ทำต่อ')).text).toContain('วันที่')
  })
})

describe('the history', () => {
  it('tells who changed what and when, before and after, version by version', async () => {
    await changes(office.manop, 6, 'หอประชุมใหญ่')
    await changes(office.malee, 9, '30')
    const { text } = await office.supervisor.says(`ประวัติ ${NO}`)
    expect(text).toMatch(/ส่งรายงาน โดย Umalee/)
    expect(text).toMatch(/แก้ไข โดย Umanop\n.*สถานที่: ศาลากลางจังหวัด → หอประชุมใหญ่/)
    expect(text).toMatch(/แก้ไข โดย Umalee\n.*จำนวนผู้เข้าร่วม: ไม่ระบุ → 30 คน/)
  })

  it('names nobody whose data was erased', async () => {
    await changes(office.manop, 6, 'หอประชุมใหญ่')
    const [manop] = await office.bench.store.find(people, 'byUserId', ['Umanop'])
    await office.bench.store.transaction((tx) => {
      if (manop) tx.remove(people, manop)
    })
    expect((await office.malee.says(`ประวัติ ${NO}`)).text).not.toContain('Umanop')
  })
})

describe('what follows from an edit', () => {
  it('a report that moves to another fiscal year takes its duty along, late there if it is', async () => {
    expect(await dutyIn(2570)).toBe('reported')
    expect(await changes(office.malee, 4, '20 กย 69')).toContain('ปีงบประมาณ 2569')
    expect(await dutyIn(2570)).toBe('expected')
    const { store } = office.bench
    expect([await ofYear(store, 2570), await ofYear(store, 2569)].map((found) => found.length)).toEqual([0, 1])
    await changes(office.malee, 4, '12 พย 69')
    expect(await dutyIn(2570)).toBe('reported')
    expect(await ofPairInYear(store, 'SC101', 2570)).toMatchObject([{ receiptNo: NO, version: 3 }])
  })

  it('a duty stays fulfilled while another report of the year stands', async () => {
    await saysAll(office.manop, ['2', 'มหกรรมกาแฟ', ...REQUIRED.slice(2), 'ข้าม', 'ยืนยัน'])
    await changes(office.malee, 4, '20 กย 69')
    expect(await dutyIn(2570)).toBe('reported')
  })

  it('a report that moves to the other pair opens the duty of the first and fulfils that of the second', async () => {
    await changes(office.malee, 1, '1')
    expect([await dutyIn(2570), await dutyIn(2570, 'SC014')]).toEqual(['expected', 'reported'])
  })

  it('the number of a report that has left its year is not given again', async () => {
    await changes(office.malee, 4, '20 กย 69')
    expect((await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])).text).toContain('R2570-000002')
    const earlier = [...REQUIRED.slice(0, 3), '5 พย 68', ...REQUIRED.slice(4)]
    expect((await saysAll(office.malee, [...earlier, 'ข้าม', 'ยืนยัน'])).text).toContain('R2569-000001')
  })
})
