/** A report that a reviewer returns with a word: its officer is told once, and mends it at the step that was named. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Push } from '../../../src/bot/types.ts'
import { auditEntries, people } from '../../../src/people/index.ts'
import { readable } from '../../support/feature-bench.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

const NO = 'R2570-000001'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
})
afterEach(() => office.bench.close())

const audited = (action: string) => office.bench.store.find(auditEntries, 'byActionAndTime', [action])
const wordsOf = ({ replies }: Push) => replies.map(readable).join('\n')

async function returns(phone = office.supervisor, item = 'สถานที่') {
  await phone.says(`ส่งกลับ ${NO}`)
  for (const word of ['สถานที่ไม่ตรงกับภาพถ่าย', item]) await phone.says(word)
  return phone.says('ยืนยัน')
}

describe('returning', () => {
  it('asks for the reason and the item, and tells the officer once, with the way to mend it', async () => {
    const heard = await returns()
    expect(heard.text).toContain(`ส่งกลับรายงาน ${NO} แล้ว แจ้ง Umalee แล้ว`)
    expect(await office.stored()).toMatchObject([{ review: 'returned', returnItem: 'place' }])
    expect(await audited('report.returned')).toHaveLength(1)
    const [push, ...others] = office.bench.pushes
    expect(others).toEqual([])
    expect(push?.userId).toBe('Umalee')
    expect(push && wordsOf(push)).toMatch(/สถานที่ไม่ตรงกับภาพถ่าย(?:.|\n)*ข้อที่ต้องแก้: สถานที่(?:.|\n)*แก้ไขรายงาน R2570-000001/u)
  })

  it('opens the edit at just that step; mended, the report waits again and its history tells all of it', async () => {
    await returns()
    const opened = await office.malee.says(`แก้ไขรายงาน ${NO}`)
    expect(opened.text).toContain('สถานที่ไม่ตรงกับภาพถ่าย')
    expect(opened.text).toContain('สถานที่จัดกิจกรรมอยู่ที่ใด')
    expect(opened.text).toContain('คำตอบเดิม: ศาลากลางจังหวัด')
    expect((await office.malee.says('หอประชุมใหญ่')).text).toContain('ตรวจทาน')
    await office.malee.says('ยืนยัน')
    const [mended] = await office.stored()
    expect(mended).toMatchObject({ review: 'waiting', version: 2, place: 'หอประชุมใหญ่' })
    expect(mended).not.toHaveProperty('returnReason')
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).toContain(NO)
    const history = (await office.supervisor.says(`ประวัติ ${NO}`)).text
    expect(history).toMatch(/ส่งกลับให้แก้ไข โดย Uboss\n.*ข้อ สถานที่: สถานที่ไม่ตรงกับภาพถ่าย\n.*แก้ไข โดย Umalee/)
  })

  it('of the report as a whole opens its review', async () => {
    await returns(office.admin, 'ไม่เจาะจงข้อ')
    expect((await office.malee.says(`แก้ไขรายงาน ${NO}`)).text).toContain('ตรวจทาน')
  })

  it('can be answered by sending the report again as it is', async () => {
    await returns()
    for (const word of [`แก้ไขรายงาน ${NO}`, 'ข้าม']) await office.malee.says(word)
    expect((await office.malee.says('ยืนยัน')).text).toContain('โดยไม่เปลี่ยนข้อมูล')
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
    expect((await office.malee.says(`ประวัติ ${NO}`)).text).toContain('ส่งตรวจอีกครั้งโดยไม่เปลี่ยนข้อมูล โดย Umalee')
  })

  it('is told to the second reviewer, whose reason is not sent', async () => {
    await office.admin.says(`ส่งกลับ ${NO}`)
    for (const word of ['ผลลัพธ์สั้นเกินไป', 'ผลลัพธ์']) await office.admin.says(word)
    await returns()
    expect((await office.admin.says('ยืนยัน')).text).toMatch(/Uboss ส่งกลับให้แก้ไขแล้วเมื่อ.*สถานที่ไม่ตรงกับภาพถ่าย/)
    expect(office.bench.pushes).toHaveLength(1)
    expect((await office.admin.says(`ส่งกลับ ${NO}`)).text).toContain('Uboss ส่งกลับให้แก้ไขแล้ว')
  })

  it('is still possible after it was accepted, and says so', async () => {
    await office.admin.says(`รับรายงาน ${NO}`)
    expect((await office.supervisor.says(`ส่งกลับ ${NO}`)).text).toMatch(/Uadmin รับไปแล้วเมื่อ.*การส่งกลับจะยกเลิกการรับ/)
  })

  it('is told to those who hold the post when the sender has left', async () => {
    const { store } = office.bench
    const [malee] = await store.find(people, 'byUserId', ['Umalee'])
    await store.transaction((tx) => {
      if (malee) tx.replace(people, { ...malee, status: 'left' })
    })
    expect((await returns()).text).toContain('แจ้ง Umanop แล้ว')
    expect(office.bench.pushes.map(({ userId }) => userId)).toEqual(['Umanop'])
  })

  it.each(['', '🙂', '99', 'ก'.repeat(600)])('asks again when the reason is %j', async (typed) => {
    await office.supervisor.says(`ส่งกลับ ${NO}`)
    expect((await office.supervisor.says(typed)).text).toContain('ส่งกลับเพราะอะไร')
  })
})
