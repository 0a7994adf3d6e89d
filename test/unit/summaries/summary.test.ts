/** Who may see the summary, what it says, and that nothing of a long list is lost. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Pair, PROVINCES, pairs } from '../../../src/pairs/index.ts'
import { auditEntries, peopleCollections, peopleFeature, registerPersona } from '../../../src/people/index.ts'
import { noteFirstUse, reminderCollections } from '../../../src/reminders/index.ts'
import { type Report, reportCollections, reports } from '../../../src/reports/index.ts'
import { summariesFeature } from '../../../src/summaries/index.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'

let bench: Bench
let admin: Phone

beforeEach(async () => {
  const collections = [pairs, ...peopleCollections, ...reminderCollections, ...reportCollections]
  bench = await openBench(
    [peopleFeature, summariesFeature({ shareFile: async () => ({ ok: false }) })],
    collections,
    '2026-11-21T02:00:00Z',
  )
  await noteFirstUse(bench.store, bench.clock.now())
  await person('Uadmin', 'admin', [])
  await person('Uofficer', 'officer', ['เชียงราย'])
  admin = bench.phone('Uadmin')
})
afterEach(() => bench.close())

function person(userId: string, role: 'officer' | 'admin', provinces: string[]) {
  return registerPersona(bench.store, { userId, role, provinces, name: userId, position: '-', now: bench.clock.now() })
}

async function addPair(id: string, provinceTh: string, fields: Partial<Pair> = {}) {
  const signed = { status: 'signed', instrument: 'mou', signedByLevel: 'province', signedBe: 2543 }
  const certain = { nameCertainty: 'A', pairCertainty: 'A', asOf: '2026-10-01', source: 'S1', countryIso: 'CN' }
  const pair = Pair.parse({ id, provinceTh, partnerTh: `เมือง ${id}`, ...signed, ...certain, ...fields })
  await bench.store.transaction((tx) => tx.insert(pairs, pair))
}

let receipts = 0
async function addReport(pairId: string, fields: Partial<Report> = {}) {
  const days = { fiscalYear: 2570, startsOn: '2026-11-12', endsOn: '2026-11-12' }
  const what = { title: 'กิจกรรม', kind: 'education', form: 'visit', place: '-', result: '-' } as const
  const who = { reportedBy: 'p', reportedByName: 'p', submittedAt: bench.clock.now(), status: 'submitted' } as const
  const id = `r${++receipts}`
  const report = { id, receiptNo: id, pairId, provinceTh: '-', ...days, ...what, files: [], ...who, ...fields }
  await bench.store.transaction((tx) => tx.insert(reports, report))
}

describe('is refused', () => {
  it.each(['สรุป', 'สรุป 2570', 'สรุป เชียงราย', 'ยอดรายงานแยกตามประเทศ'])('to a guest who types "%s"', async (words) => {
    await addPair('SC101', 'เชียงราย')
    const { text } = await bench.phone('Uguest').says(words)
    for (const part of ['ผู้ดูแล', 'สิทธิ', 'ลงทะเบียน']) expect(text).toContain(part)
    expect(text).not.toMatch(/\d/)
    const refusals = await bench.store.find(auditEntries, 'byActionAndTime', ['refused'])
    expect(refusals).toMatchObject([{ actor: expect.stringMatching(/^guest-/), note: 'summary.read' }])
  })

  it('to an officer, even of the own province', async () => {
    expect((await bench.phone('Uofficer').says('สรุป เชียงราย')).text).toContain('คู่ของฉัน')
    expect(await bench.store.find(auditEntries, 'byActionAndTime', ['refused'])).toHaveLength(1)
  })
})

describe('an admin', () => {
  beforeEach(async () => {
    await addPair('SC101', 'เชียงราย')
    await addPair('SC102', 'เชียงใหม่', { countryIso: 'JP' })
    await addPair('SC103', 'เชียงใหม่', { pairCertainty: 'C' })
    await addReport('SC101')
  })

  it('sees this fiscal year, with rate, time, and what the figures do not say', async () => {
    const { text } = await admin.says('สรุป')
    expect(text).toContain('สรุปปีงบประมาณ 2570')
    expect(text).toContain('พบรายงานกิจกรรม 1 จาก 2 คู่ (50%)')
    expect(text).toContain('ยังไม่พบรายงานกิจกรรมในระบบ 1 คู่')
    expect(text).toContain('ข้อมูล ณ 21 พ.ย. 2569 09:00 น.')
    expect(text).toContain('ยังไม่ครบทุกคู่')
    expect(text).toContain('คู่ที่ข้อมูลยังไม่แน่ชัด 1 คู่')
    expect(text).toContain('1 คู่ยังไม่มีเจ้าหน้าที่ที่รับการเตือนได้')
  })

  it.each([
    ['สรุป เชียงราย', '1 จาก 1 คู่ (100%)'],
    ['สรุป ญี่ปุ่น', '0 จาก 1 คู่ (0%)'],
    ['สรุป 2569', '0 จาก 2 คู่ (0%)'],
    ['สรุป น่าน', '0 จาก 0 คู่ (–)'],
    ['สรุป ตามจังหวัด', 'เชียงใหม่: 0 จาก 1'],
    ['สรุป ตามประเทศ', 'จีน: 1 จาก 1'],
    ['สรุป ตามประเภท', 'การศึกษา/เยาวชน: 1 รายงาน'],
    ['สรุป ไตรมาส', 'ไตรมาส 1 (ต.ค.–ธ.ค.): 1 รายงาน'],
    ['สรุป ไม่มีกิจกรรม', 'เชียงใหม่ – เมือง SC102 (ญี่ปุ่น)'],
    ['สรุป ไม่แน่ชัด', 'เชียงใหม่ – เมือง SC103'],
    ['ยอดรายงานแยกตามประเทศ', 'ญี่ปุ่น: 0 จาก 1'],
    ['สรุป 2569', 'ระบบเริ่มใช้ในปีงบประมาณ 2570'],
    ['สรุป เพชร', 'เพชรบูรณ์'],
    ['สรุป 1950', 'ไม่มีข้อมูลของปีงบประมาณ 2493'],
  ])('who types "%s" reads %s', async (words, answer) => {
    expect((await admin.says(words)).text).toContain(answer)
  })

  it('is told of an absent report and never of an absent activity', async () => {
    const { text } = await admin.says('สรุป ไม่มีกิจกรรม')
    expect(text).toContain('ยังไม่พบรายงานกิจกรรมในระบบ')
    expect(text).toContain('ไม่พบรายงานไม่ได้แปลว่าไม่ได้จัดกิจกรรม')
  })

  it('does not count a withdrawn report', async () => {
    await addReport('SC102', { status: 'withdrawn' })
    expect((await admin.says('สรุป ญี่ปุ่น')).text).toContain('0 จาก 1')
  })
})

it('edge 55: every pair of a long list is reached by what the list says to type', async () => {
  for (const [index, { th }] of PROVINCES.entries())
    await addPair(`SC${200 + index}`, th, { countryIso: index % 2 ? 'CN' : 'VN' })
  const seen: string[] = []
  let words: string | undefined = 'สรุป 2569 ไม่มีกิจกรรม'
  for (let pages = 0; words && pages < 10; pages++) {
    const { text }: { text: string } = await admin.says(words)
    seen.push(...(text.match(/เมือง SC\d+/g) ?? []))
    words = /พิมพ์ "(สรุป [^"]*หน้า \d+)"/.exec(text)?.[1]
  }
  expect(new Set(seen).size).toBe(PROVINCES.length)
  expect((await admin.says('สรุป ตามจังหวัด หน้า 4')).text).toContain('0 จาก 1')
})
