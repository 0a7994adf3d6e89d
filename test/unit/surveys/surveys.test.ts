/** Satisfaction surveys: who may open and read them, who may answer, once, and that nobody can tell whose answer it was. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, peopleCollections, registerPersona } from '../../../src/people/index.ts'
import { surveyCollections, surveysFeature } from '../../../src/surveys/index.ts'
import { averageOf, type Survey, surveyMarks, surveys } from '../../../src/surveys/survey.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'

let bench: Bench
let officer: Phone
let supervisor: Phone
let admin: Phone
let guest: Phone
let exported: string

beforeEach(async () => {
  const shareFile = async (_: unknown, file: { bytes: Uint8Array }) => {
    exported = Buffer.from(file.bytes).toString()
    return { ok: true, url: 'https://x/files/t', expiresAt: bench.clock.now(), changes: [] } as const
  }
  const collections = [...peopleCollections, ...surveyCollections]
  bench = await openBench([surveysFeature({ shareFile })], collections, '2026-11-19T03:00:00Z')
  const add = async (userId: string, role: 'officer' | 'supervisor' | 'admin', ...provinces: string[]) => {
    const who = { userId, role, provinces, name: userId, position: 'ตำแหน่ง', now: bench.clock.now() }
    await registerPersona(bench.store, who)
    return bench.phone(userId)
  }
  officer = await add('Uofficer', 'officer', 'เชียงราย')
  supervisor = await add('Uboss', 'supervisor', 'เชียงราย')
  admin = await add('Uadmin', 'admin')
  guest = bench.phone('Uguest')
})
afterEach(() => bench.close())

const SCORES = ['5', '๔', 'มาก', '3', '4', 'มากที่สุด', '4', '5']

async function opened(name = 'ประชุมเชิงปฏิบัติการ 2570'): Promise<string> {
  const { text } = await admin.says(`เปิดแบบประเมิน ${name}`)
  return /แบบประเมิน ([A-Z0-9]{4})/.exec(text)?.[1] ?? ''
}

async function answers(phone: Phone, code: string, comment = 'ข้าม'): Promise<string> {
  await phone.says(`แบบประเมิน ${code}`)
  for (const said of [...SCORES, comment]) await phone.says(said)
  return (await phone.says('ยืนยัน')).text
}

const stored = async (): Promise<Survey | undefined> => (await bench.store.find(surveys, 'byStatus', []))[0]
const refusals = async () =>
  (await bench.store.find(auditEntries, 'byActionAndTime', ['refused'])).map(({ note }) => note)

describe('is refused', () => {
  it('to be opened, closed or read by anybody but an admin, and it is written down', async () => {
    const code = await opened()
    for (const phone of [guest, officer, supervisor])
      for (const said of [
        'เปิดแบบประเมิน งานของฉัน',
        `ปิดแบบประเมิน ${code}`,
        `ผลแบบประเมิน ${code}`,
        `ผลแบบประเมิน ส่งออก ${code}`,
      ])
        expect((await phone.says(said)).text).toContain('เฉพาะผู้ดูแลระบบ')
    expect(await refusals()).toHaveLength(12)
    expect(await stored()).toMatchObject({ status: 'open', answered: 0 })
  })

  it('to a guest without the code, and to everybody with a wrong one', async () => {
    await opened()
    expect((await guest.says('แบบประเมิน')).text).toContain('ตามด้วยรหัส')
    expect((await officer.says('แบบประเมิน ZZZZ')).text).toContain('ไม่พบแบบประเมินของรหัสนี้')
  })

  it('with figures while fewer than three have answered', async () => {
    const code = await opened()
    await answers(officer, code)
    await answers(guest, code)
    for (const said of [`ผลแบบประเมิน ${code}`, `ผลแบบประเมิน ส่งออก ${code}`])
      expect((await admin.says(said)).text).toContain('มีผู้ตอบ 2 คน จะแสดงผลเมื่อมีอย่างน้อย 3 คน')
  })
})

describe('answering', () => {
  it('takes scores by number, Thai digits and words, and counts each once', async () => {
    const code = await opened()
    expect(await answers(officer, code, 'อยากให้มีเวลาแลกเปลี่ยนมากขึ้น')).toContain('บันทึกคำตอบแล้ว')
    expect(await stored()).toMatchObject({ answered: 1, comments: ['อยากให้มีเวลาแลกเปลี่ยนมากขึ้น'] })
    const counts = (await stored())?.tallies.map((tally) => tally.counts.indexOf(1) + 1)
    expect(counts).toEqual([5, 4, 4, 3, 4, 5, 4, 5])
  })

  it.each(['6', '0', '๙', 'ดีมาก', '-1', '4.5'])('does not take %s for a score', async (typed) => {
    const code = await opened()
    await officer.says(`แบบประเมิน ${code}`)
    const { text } = await officer.says(typed)
    expect(text).toMatch(/1–5|ถึง 5/)
    expect(text).toContain('(1/8)')
  })

  it('is done once: before the first question and at the end it is looked up', async () => {
    const code = await opened()
    await answers(officer, code)
    expect((await officer.says(`แบบประเมิน ${code}`)).text).toContain('ตอบได้ครั้งเดียว')
    expect((await officer.says('แบบประเมิน')).text).toContain('ตอบได้ครั้งเดียว')
    expect(await stored()).toMatchObject({ answered: 1 })
  })

  it('can be changed before it is confirmed, and not after the survey was closed', async () => {
    const code = await opened()
    await officer.says(`แบบประเมิน ${code}`)
    for (const said of [...SCORES, 'ข้าม', 'แก้ข้อ 1', '2']) await officer.says(said)
    expect((await officer.says('แก้ข้อ 1')).text).toContain('คำตอบเดิม: 2 น้อย')
    await admin.says(`ปิดแบบประเมิน ${code}`)
    await officer.says('ข้าม')
    expect((await officer.says('ยืนยัน')).text).toContain('ปิดรับคำตอบแล้ว')
    expect(await stored()).toMatchObject({ answered: 0, status: 'closed' })
    expect((await guest.says(`แบบประเมิน ${code}`)).text).toContain('ปิดรับคำตอบแล้ว')
  })

  it('finds the only open survey without its code for whoever is registered, and asks which of several', async () => {
    expect((await officer.says('แบบประเมิน')).text).toContain('ไม่มีแบบประเมินที่เปิดรับ')
    const first = await opened('การประชุมครั้งแรก')
    expect((await officer.says('แบบประเมินความพึงพอใจ')).text).toContain('การประชุมครั้งแรก')
    await officer.says('ยกเลิก')
    const second = await opened('การประชุมครั้งที่สอง')
    const { text } = await officer.says('แบบประเมิน')
    for (const part of [first, second, 'หลายชุด']) expect(text).toContain(part)
  })
})

describe('nobody can tell', () => {
  it('whose answer it was: no id, no time and no order of anybody stands beside it', async () => {
    const code = await opened()
    bench.clock.forward(3_600_000)
    await answers(officer, code, 'ข. ดีแล้ว')
    await answers(guest, code, 'ก. ยาวไป')
    const survey = await stored()
    expect(survey?.comments).toEqual(['ก. ยาวไป', 'ข. ดีแล้ว'])
    const people = await bench.store.find(peopleCollections[0], 'byUserId', [])
    const all = JSON.stringify([survey, await bench.store.find(auditEntries, 'byTime', [])])
    expect(all).not.toContain('Uguest')
    const [person] = people.filter(({ userId }) => userId === 'Uofficer')
    const audited = (await bench.store.find(auditEntries, 'byActor', [person?.id ?? ''])).map(({ action }) => action)
    expect(audited).toEqual([])
    expect(all).not.toContain('04:00')
    const marked = await bench.store.get(surveyMarks, 'Uofficer')
    expect(marked).toBeUndefined()
  })
})

describe('the figures', () => {
  it('are averages of what was given, with the words, in the chat and in the file', async () => {
    const code = await opened()
    await answers(officer, code, '=1+1 ดี')
    await answers(supervisor, code)
    await answers(guest, code)
    const { text } = await admin.says('ผลแบบประเมิน')
    for (const part of ['ผู้ตอบ 3 คน', 'ความพึงพอใจโดยรวม 5.00 จาก 5', '=1+1 ดี']) expect(text).toContain(part)
    await admin.says(`ผลแบบประเมิน ส่งออก ${code}`)
    expect(exported).toContain('การศึกษาดูงาน,0,0,0,3,0,4.00')
    expect(exported).toContain("'=1+1 ดี")
    const actions = (await bench.store.find(auditEntries, 'byTime', [])).map(({ action }) => action)
    expect(actions).toContain('survey.exported')
  })

  it('of nobody are no figures', () => {
    expect(averageOf([0, 0, 0, 0, 0])).toBeUndefined()
    expect(averageOf([1, 0, 0, 0, 1])).toBe(3)
  })
})

describe('opening', () => {
  it.each(['เปิดแบบประเมิน', 'เปิดแบบประเมิน งาน', `เปิดแบบประเมิน ${'ก'.repeat(151)}`])(
    'asks for a name: %s',
    async (typed) => {
      expect((await admin.says(typed)).text).toContain('5–150')
      expect(await stored()).toBeUndefined()
    },
  )

  it('keeps the name as it was typed, and is written down with who did it', async () => {
    await opened('Workshop เมืองพี่เมืองน้อง ๒๕๗๐')
    expect(await stored()).toMatchObject({ title: 'Workshop เมืองพี่เมืองน้อง ๒๕๗๐' })
    const entries = await bench.store.find(auditEntries, 'byActionAndTime', ['survey.opened'])
    expect(entries).toHaveLength(1)
  })
})
