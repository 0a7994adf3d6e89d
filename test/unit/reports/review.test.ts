/** A submitted report is looked at by a supervisor of its province or an admin: accepted, or returned with a word. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { media } from '../../../src/bot/media.ts'
import type { Reply } from '../../../src/bot/types.ts'
import { auditEntries, people } from '../../../src/people/index.ts'
import { pairStates, type Report, reports } from '../../../src/reports/index.ts'
import type { Stored } from '../../../src/store/index.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

const NO = 'R2570-000001'

let office: Office
beforeEach(async () => {
  office = await openOffice()
  await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
})
afterEach(() => office.bench.close())

const audited = (action: string) => office.bench.store.find(auditEntries, 'byActionAndTime', [action])

/** Of the card that was shown last, such as 'รับรายงาน'. */
function dataOf(replies: readonly Reply[], label: string): string {
  const button = replies.flatMap(({ buttons = [] }) => buttons).find((each) => each.label === label)
  if (!button || !('data' in button)) throw new Error(`no button ${label}`)
  return button.data
}

describe('a report is not reviewed', () => {
  it('by an officer, even of its own province and the one who sent it; the log knows', async () => {
    for (const phone of [office.malee, office.manop])
      for (const typed of ['รายงานรอตรวจ', `รับรายงาน ${NO}`, `ส่งกลับ ${NO}`, `ตรวจรายงาน ${NO}`])
        expect((await phone.says(typed)).text).toContain('เป็นของผู้บังคับบัญชา')
    expect((await office.malee.taps(`a=rv&do=accept&no=${NO}&v=1.submitted.waiting.0`)).text).toContain('ผู้บังคับบัญชา')
    expect(await office.refusals()).toHaveLength(9)
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
  })

  it('by a guest', async () => {
    for (const typed of ['ตรวจรายงาน', `รับรายงาน ${NO}`, `ส่งกลับ ${NO}`])
      expect((await office.guest.says(typed)).text).toContain('ลงทะเบียน')
    expect((await office.guest.taps(`a=rv&do=return&no=${NO}`)).text).toContain('ลงทะเบียน')
    expect(await office.refusals()).toHaveLength(4)
  })

  it('by a supervisor of another province, who neither sees it nor learns that there is one', async () => {
    const other = await office.joins('Uother', 'supervisor', 'เชียงใหม่')
    expect((await other.says('รายงานรอตรวจ')).text).toContain('ไม่มีรายงานรอตรวจ')
    const unknown = (await other.says('รับรายงาน R2570-000009')).text.replace('000009', '000001')
    for (const typed of [`รับรายงาน ${NO}`, `ส่งกลับ ${NO}`, `ตรวจรายงาน ${NO}`, `ดูรายงาน ${NO}`, `ประวัติ ${NO}`])
      expect((await other.says(typed)).text).toBe(unknown)
    for (const doing of ['accept', 'return', 'open'])
      expect((await other.taps(`a=rv&do=${doing}&no=${NO}&v=1.submitted.waiting.0`)).text).toBe(unknown)
    expect(await office.refusals()).toHaveLength(9)
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
  })

  it('by whoever sent or changed it and has become a supervisor since', async () => {
    const [malee] = await office.bench.store.find(people, 'byUserId', ['Umalee'])
    await office.bench.store.transaction((tx) => {
      if (malee) tx.replace(people, { ...malee, role: 'supervisor' })
    })
    for (const typed of [`รับรายงาน ${NO}`, `ส่งกลับ ${NO}`])
      expect((await office.malee.says(typed)).text).toContain('ตรวจเองไม่ได้')
    expect((await office.malee.says(`ดูรายงาน ${NO}`)).text).not.toContain('รับรายงาน')
    expect((await office.refusals()).map(({ note }) => note).toSorted()).toEqual(['report.accept', 'report.return'])
  })

  it('by a supervisor who has lost the province while writing the reason', async () => {
    await office.supervisor.says(`ส่งกลับ ${NO}`)
    for (const word of ['สถานที่ไม่ตรงกับภาพถ่าย', 'สถานที่']) await office.supervisor.says(word)
    const [boss] = await office.bench.store.find(people, 'byUserId', ['Uboss'])
    await office.bench.store.transaction((tx) => {
      if (boss) tx.replace(people, { ...boss, provinces: ['เชียงใหม่'] })
    })
    expect((await office.supervisor.says('ยืนยัน')).text).toContain('ไม่พบรายงาน')
    expect(office.bench.pushes).toEqual([])
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
  })

  it('when it was withdrawn', async () => {
    await office.malee.says(`ยืนยันถอน ${NO}`)
    for (const typed of [`รับรายงาน ${NO}`, `ส่งกลับ ${NO}`])
      expect((await office.supervisor.says(typed)).text).toContain('ถูกถอนไปแล้ว')
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).toContain('ไม่มีรายงานรอตรวจ')
  })
})

describe('a report of before there were reviews', () => {
  beforeEach(async () => {
    const { store } = office.bench
    const [report] = await store.find(reports, 'byReceipt', [NO])
    await store.transaction((tx) => {
      const { review: _none, ...before } = report ?? {}
      tx.replace(reports, before as Stored<Report>)
    })
  })

  it('waits for nobody and says that it was sent', async () => {
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).toContain('ไม่มีรายงานรอตรวจ')
    expect((await office.malee.says('รายงานของฉัน')).text).toContain('ส่งแล้ว')
    const states = await pairStates(office.bench.store, ['SC101'], 2570)
    expect(states.get('SC101')).toEqual({ reports: 1, waiting: 0, returned: 0 })
  })

  it('can be accepted by its number', async () => {
    expect((await office.supervisor.says(`รับรายงาน ${NO}`)).text).toContain(`รับรายงาน ${NO} แล้ว`)
    expect(await office.stored()).toMatchObject([{ review: 'accepted' }])
  })

  it('can be accepted and returned from its card', async () => {
    const card = await office.supervisor.says(`ดูรายงาน ${NO}`)
    expect((await office.supervisor.taps(dataOf(card.replies, 'ส่งกลับ'))).text).toContain('ส่งกลับเพราะอะไร')
    expect((await office.supervisor.taps(dataOf(card.replies, 'รับรายงาน'))).text).toContain(`รับรายงาน ${NO} แล้ว`)
  })

  it('waits once an officer changes it', async () => {
    for (const word of [`แก้ไขรายงาน ${NO}`, 'แก้ข้อ 6', 'หอประชุม', 'ยืนยัน']) await office.malee.says(word)
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).toContain(NO)
  })
})

describe('the photos on the card', () => {
  it.each([
    [1, [1]],
    [4, [2, 2]],
    [7, [3, 2, 2]],
    [12, [3, 3, 3]],
  ])('%i stand in rows of %j, and none alone below a full one', async (count, rows) => {
    const { store } = office.bench
    const ids = Array.from({ length: count }, (_, index) => `p${index}`)
    const kept = { name: '', status: 'stored', contentId: 'c', tries: 0, nextTryAt: office.bench.clock.now() } as const
    await store.insertIfAbsent(
      media,
      ids.map((id) => ({ id, ...kept })),
    )
    const [report] = await store.find(reports, 'byReceipt', [NO])
    await store.transaction((tx) => {
      const files = ids.map((id) => ({ fileId: `line-${id}`, kind: 'image' as const }))
      if (report) tx.replace(reports, { ...report, files })
    })
    const [card] = (await office.supervisor.says(`ดูรายงาน ${NO}`)).replies
    const data = card?.kind === 'card' ? (card.data as { rows: { pictures: unknown[] }[] }) : { rows: [] }
    expect(data.rows.map(({ pictures }) => pictures.length)).toEqual(rows)
  })
})

describe('the list of what waits', () => {
  it.each(['รายงานรอตรวจ', 'ตรวจรายงาน', 'ดูรายงานที่รอตรวจ', 'รับรายงาน', 'ส่งกลับ'])('is shown by %s', async (typed) => {
    for (const phone of [office.supervisor, office.admin])
      expect((await phone.says(typed)).text).toContain(`1. ${NO} แลกเปลี่ยนเยาวชน ครั้งที่ 3`)
  })

  it('opens a report by its number, with everything in it and what can be done', async () => {
    await office.supervisor.says('รายงานรอตรวจ')
    const { text } = await office.supervisor.says('๑')
    for (const shown of ['รอตรวจ', 'ศาลากลางจังหวัด', 'ได้แลกเปลี่ยนวัฒนธรรม', 'รับรายงาน', 'ส่งกลับ', `ประวัติ ${NO}`])
      expect(text).toContain(shown)
  })

  it('is oldest first, of all provinces for an admin and of the own for a supervisor', async () => {
    await saysAll(office.chai, ['1', ...REQUIRED.slice(1), 'ข้าม', 'ยืนยัน'])
    const all = (await office.admin.says('รายงานรอตรวจ')).text
    expect(all).toMatch(/1\. R2570-000001(?:.|\n){0,400}2\. R2570-000002/u)
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).not.toContain('R2570-000002')
  })
})

describe('a bare word', () => {
  it.each(['รับ', 'รับรายงาน', 'อนุมัติ', 'ผ่าน'])('%s accepts the report on the card', async (typed) => {
    await office.supervisor.says(`ดูรายงาน ${NO}`)
    expect((await office.supervisor.says(typed)).text).toContain(`รับรายงาน ${NO} แล้ว`)
  })

  it.each(['ส่งกลับ', 'ไม่ผ่าน', 'ตีกลับ'])('%s begins to return it', async (typed) => {
    await office.supervisor.says(`ดูรายงาน ${NO}`)
    expect((await office.supervisor.says(typed)).text).toContain('ส่งกลับเพราะอะไร')
  })

  it('means nothing of the kind without a card, half an hour after it, or from an officer', async () => {
    expect((await office.supervisor.says('ผ่าน')).text).toBe('GUIDE')
    await office.supervisor.says(`ดูรายงาน ${NO}`)
    office.bench.clock.forward(31 * 60_000)
    expect((await office.supervisor.says('ผ่าน')).text).toBe('GUIDE')
    await office.malee.says(`ดูรายงาน ${NO}`)
    expect((await office.malee.says('ผ่าน')).text).toBe('GUIDE')
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
  })

  it('of a report that was changed since shows it anew', async () => {
    await office.supervisor.says(`ดูรายงาน ${NO}`)
    for (const word of [`แก้ไขรายงาน ${NO}`, 'แก้ข้อ 6', 'หอประชุม', 'ยืนยัน']) await office.malee.says(word)
    expect((await office.supervisor.says('รับ')).text).toContain('หอประชุม')
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
  })

  it.each(['มีรายงานใหม่ไหม', 'ตรวจงาน', 'รายงานที่ต้องตรวจ'])(
    '%s shows a reviewer the list, and is a question of others',
    async (typed) => {
      expect((await office.supervisor.says(typed)).text).toContain(`1. ${NO}`)
      for (const phone of [office.malee, office.guest]) expect((await phone.says(typed)).text).toBe('GUIDE')
    },
  )
})

describe('accepting', () => {
  it('takes one tap, one number or one line; it is in the log and the officer gets no push', async () => {
    await office.supervisor.says('รายงานรอตรวจ')
    await office.supervisor.says('1')
    expect((await office.supervisor.says('1')).text).toContain(`รับรายงาน ${NO} แล้ว`)
    expect(await office.stored()).toMatchObject([{ review: 'accepted' }])
    expect(await audited('report.accepted')).toHaveLength(1)
    expect(office.bench.pushes).toEqual([])
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).toContain('ไม่มีรายงานรอตรวจ')
    expect((await office.malee.says('รายงานของฉัน')).text).toContain('รับแล้ว')
    expect((await office.malee.says(`ประวัติ ${NO}`)).text).toContain('รับรายงาน โดย Uboss')
  })

  it('is told to the second reviewer, by button and by typing, and changes nothing', async () => {
    const card = await office.admin.says(`ตรวจรายงาน ${NO}`)
    await office.supervisor.says(`รับรายงาน ${NO}`)
    const [accepted] = await office.stored()
    for (const label of ['รับรายงาน', 'ส่งกลับ'])
      expect((await office.admin.taps(dataOf(card.replies, label))).text).toMatch(/Uboss รับแล้วเมื่อ/)
    expect((await office.admin.says(`รับรายงาน ${NO}`)).text).toMatch(/Uboss รับแล้วเมื่อ/)
    expect(await office.stored()).toEqual([accepted])
    expect(await audited('report.accepted')).toHaveLength(1)
  })

  it('at the same moment lets one through', async () => {
    const heard = await Promise.all([office.supervisor, office.admin].map((phone) => phone.says(`รับรายงาน ${NO}`)))
    expect(heard.filter(({ text }) => text.includes(`รับรายงาน ${NO} แล้ว`))).toHaveLength(1)
    expect(heard.filter(({ text }) => /รับแล้วเมื่อ/.test(text))).toHaveLength(1)
  })

  it('of what an officer changed after the reviewer looked at it is not done unseen', async () => {
    const card = await office.supervisor.says(`ตรวจรายงาน ${NO}`)
    for (const word of [`แก้ไขรายงาน ${NO}`, 'แก้ข้อ 6', 'หอประชุม', 'ยืนยัน']) await office.malee.says(word)
    const heard = await office.supervisor.taps(dataOf(card.replies, 'รับรายงาน'))
    expect(heard.text).toContain('เปลี่ยนไปหลังจากที่ท่านเปิดดู')
    expect(heard.text).toContain('หอประชุม')
    expect(await office.stored()).toMatchObject([{ review: 'waiting' }])
  })

  it('ends when the officer changes the report: it waits again', async () => {
    await office.supervisor.says(`รับรายงาน ${NO}`)
    for (const word of [`แก้ไขรายงาน ${NO}`, 'แก้ข้อ 6', 'หอประชุม', 'ยืนยัน']) await office.malee.says(word)
    expect((await office.supervisor.says('รายงานรอตรวจ')).text).toContain(NO)
  })
})
