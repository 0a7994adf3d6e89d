/** A file that LINE had no more when it was fetched: its sender is the only one who still has it, and is told. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { media } from '../../../src/bot/media.ts'
import { tellOfLostFile } from '../../../src/reports/index.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

const NO = 'R2570-000001'
const WITH_DETAILS = [...REQUIRED, 'เพิ่ม', 'หอการค้า', '๓๐ คน', 'ไม่มีงบ', 'ไม่มี', 'ไม่มี']

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, WITH_DETAILS)
  await office.malee.sendsPhotos('p1', 'p2')
})
afterEach(() => office.bench.close())

async function becomes(messageId: string, status: 'gone' | 'stored') {
  const { store } = office.bench
  const known = await store.get(media, messageId)
  await store.transaction((tx) => {
    if (known) tx.replace(media, { ...known, status })
  })
}

async function submits() {
  await office.malee.says('เสร็จแล้ว')
  return office.malee.says('ยืนยัน')
}

const filesStored = async () => (await office.stored())[0]?.files.map(({ fileId }) => fileId)

async function isLost(messageId: string) {
  await becomes(messageId, 'gone')
  const { store, pushes } = office.bench
  await tellOfLostFile({ store, enqueuePush: (_tx, push) => void pushes.push(push) }, messageId)
}

describe('before the report is sent', () => {
  it('nothing is said of files that are being fetched or are there', async () => {
    await becomes('p1', 'stored')
    expect((await office.malee.says('เสร็จแล้ว')).text).not.toContain('รับจาก LINE ไม่ได้')
  })

  it('the review says which, and the report is sent without it', async () => {
    await isLost('p2')
    expect((await office.malee.says('เสร็จแล้ว')).text).toMatch(/ไฟล์ที่ 2 รับจาก LINE ไม่ได้/)
    await office.malee.says('ยืนยัน')
    expect(await filesStored()).toEqual(['line-p1'])
    expect(office.bench.pushes).toEqual([])
  })

  it('it can be sent once more', async () => {
    await becomes('p2', 'gone')
    await office.malee.says('เสร็จแล้ว')
    await office.malee.says('แก้ข้อ ภาพหรือเอกสาร')
    await office.malee.sendsPhotos('p3')
    await submits()
    expect(await filesStored()).toEqual(['line-p1', 'line-p3'])
  })
})

describe('when the report was sent already', () => {
  beforeEach(() => submits())

  it('its officer gets one push a report, however many files', async () => {
    await isLost('p1')
    expect(office.bench.pushes).toMatchObject([{ userId: 'Umalee', key: expect.stringContaining('lost-file') }])
    const [first] = office.bench.pushes
    await isLost('p2')
    expect(new Set(office.bench.pushes.map(({ key }) => key))).toEqual(new Set([first?.key]))
    expect(JSON.stringify(first?.replies)).toContain(`แก้ไขรายงาน ${NO}`)
  })

  it('nobody is pushed for a report that was withdrawn, or a file of none', async () => {
    await office.malee.says(`ยืนยันถอน ${NO}`)
    await isLost('p1')
    await isLost('p9')
    expect(office.bench.pushes).toEqual([])
  })

  it('it stands in the list and on the report', async () => {
    await becomes('p1', 'gone')
    expect((await office.malee.says('รายงานของฉัน')).text).toMatch(new RegExp(`⚠️ ${NO}`))
    expect((await office.supervisor.says(`ดูรายงาน ${NO}`)).text).toMatch(/ไฟล์ที่ 1 รับจาก LINE ไม่ได้/)
  })

  it('the next edit leaves it out and takes what is sent instead', async () => {
    await becomes('p1', 'gone')
    expect((await office.malee.says(`แก้ไขรายงาน ${NO}`)).text).toContain('ไฟล์ที่ 1 รับจาก LINE ไม่ได้')
    await office.malee.says('แก้ข้อ ภาพหรือเอกสาร')
    await office.malee.sendsPhotos('p3')
    await submits()
    expect(await filesStored()).toEqual(['line-p2', 'line-p3'])
    expect((await office.malee.says('รายงานของฉัน')).text).not.toContain('⚠️')
  })
})
