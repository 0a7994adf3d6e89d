/** Asking for a budget: who may, for what, what is kept, and who sees it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { budgetRequestCollections, budgetRequestsFeature, moveRequests } from '../../../src/budget-requests/index.ts'
import { budgetRequests } from '../../../src/budget-requests/request.ts'
import { Pair, pairCollections, pairs } from '../../../src/pairs/index.ts'
import { auditEntries, peopleCollections, registerPersona } from '../../../src/people/index.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'

const known = { listNo: 1, countryIso: 'CN', instrument: 'mou', signedByLevel: 'province', source: 'S1' }
const certain = { nameCertainty: 'A', pairCertainty: 'A', asOf: '2026-10-01' }
const pair = (id: string, provinceTh: string, partnerTh: string, status = 'signed') =>
  Pair.parse({ id, provinceTh, partnerTh, status, ...known, ...certain })

const REGISTER = [
  pair('SC101', 'เชียงราย', 'มณฑลยูนนาน'),
  pair('SC150', 'เชียงราย', 'แขวงบ่อแก้ว', 'in_progress'),
  pair('SC151', 'เชียงราย', 'เมืองท่าขี้เหล็ก', 'unknown'),
  pair('SC152', 'เชียงราย', 'เมืองพงสาลี', 'ended'),
  pair('SC105', 'เชียงใหม่', 'ฮอกไกโด'),
]
const REST = ['2571', 'โครงการแลกเปลี่ยนเยาวชน', 'ต้อนรับคณะเยาวชน 30 คน', '5 แสน', 'ข้าม']

let bench: Bench
let malee: Phone
let chai: Phone
let both: Phone
let supervisor: Phone
let admin: Phone
let guest: Phone

beforeEach(async () => {
  const shareFile = async () =>
    ({ ok: true, url: 'https://x/files/t', expiresAt: bench.clock.now(), changes: [] }) as const
  const collections = [...pairCollections, ...peopleCollections, ...budgetRequestCollections]
  bench = await openBench([budgetRequestsFeature({ shareFile })], collections, '2026-11-19T03:00:00Z')
  await bench.store.insertIfAbsent(pairs, REGISTER)
  const add = async (userId: string, role: 'officer' | 'supervisor' | 'admin', ...provinces: string[]) => {
    const who = { userId, role, provinces, name: userId, position: 'ตำแหน่ง', now: bench.clock.now() }
    await registerPersona(bench.store, who)
    return bench.phone(userId)
  }
  malee = await add('Umalee', 'officer', 'เชียงราย')
  chai = await add('Uchai', 'officer', 'เชียงใหม่')
  both = await add('Uboth', 'officer', 'เชียงราย', 'เชียงใหม่')
  supervisor = await add('Uboss', 'supervisor', 'เชียงราย')
  admin = await add('Uadmin', 'admin')
  guest = bench.phone('Uguest')
})
afterEach(() => bench.close())

const stored = () => bench.store.find(budgetRequests, 'byYear', [])
const refusals = async () =>
  (await bench.store.find(auditEntries, 'byActionAndTime', ['refused'])).map(({ note, target }) => `${note} ${target}`)

async function asks(phone: Phone, ...answers: string[]): Promise<string> {
  let heard = await phone.says('ขอรับงบประมาณ')
  for (const said of answers) heard = await phone.says(said)
  return heard.text
}

describe('is refused', () => {
  it('to guests, supervisors and admins, each with what they can do, and it is written down', async () => {
    expect((await guest.says('ขอรับงบประมาณ')).text).toContain('ลงทะเบียน')
    expect((await supervisor.says('ขอรับงบประมาณ')).text).toContain('คำของบประมาณ')
    expect((await admin.says('ขอรับงบประมาณ')).text).toContain('คำของบประมาณ')
    expect(await refusals()).toEqual(Array(3).fill('budget.begin undefined'))
    expect(await stored()).toEqual([])
  })

  it.each(['SC105', 'เชียงใหม่ ฮอกไกโด'])('for a pair of another province, typed as %s', async (typed) => {
    expect(await asks(malee, typed)).toContain('ขอได้เฉพาะคู่ของจังหวัดตนเอง')
    expect(await refusals()).toHaveLength(1)
  })

  it('for a pair of another province behind a forged button', async () => {
    const { replies } = await malee.says('ขอรับงบประมาณ')
    const nonce = /n=(\w+)/.exec(JSON.stringify(replies))?.[1]
    const { text } = await malee.taps(`a=d&n=${nonce}&s=pair&v=SC105`)
    expect(text).toContain('ขอรับงบประมาณสำหรับคู่ใด')
    expect(await refusals()).toEqual(['budget.begin SC105'])
  })

  it('when the person has left the post before confirming', async () => {
    await asks(malee, 'ยูนนาน', ...REST)
    const [person] = await bench.store.find(peopleCollections[0], 'byUserId', ['Umalee'])
    if (person) await bench.store.transaction((tx) => tx.replace(peopleCollections[0], { ...person, status: 'left' }))
    expect((await malee.says('ยืนยัน')).text).toContain('เจ้าหน้าที่จังหวัดที่ลงทะเบียนแล้ว')
    expect(await stored()).toEqual([])
  })

  it('leaves questions about budgets to the guide', async () => {
    for (const question of ['ใครขอรับงบประมาณได้บ้าง', 'ขอรับงบประมาณต้องใช้แบบฟอร์มอะไร', 'กำหนดส่งคำของบปี 2571 วันไหน'])
      expect((await malee.says(question)).text).toBe('GUIDE')
    expect((await guest.says('ของบประมาณ')).text).toBe('GUIDE')
  })
})

describe('what is asked', () => {
  it('is what the letter names; what follows from the register is not asked', async () => {
    const review = await asks(malee, 'ยูนนาน', ...REST)
    expect(review).toContain('500,000 บาท')
    expect(review).toContain('ไม่ใช่การอนุมัติงบ')
    expect((await malee.says('ยืนยัน')).text).toContain('B2571-000001')
    expect(await stored()).toMatchObject([
      {
        receiptNo: 'B2571-000001',
        provinceTh: 'เชียงราย',
        pairId: 'SC101',
        partner: 'เชียงราย – มณฑลยูนนาน',
        group: 'signed',
        fiscalYear: 2571,
        budgetBaht: 500_000,
      },
    ])
    expect(JSON.stringify(await stored())).not.toContain('Umalee')
  })

  it('is the group where the register does not know it, and the partner where there is no pair', async () => {
    expect(await asks(malee, 'ท่าขี้เหล็ก')).toContain('กลุ่มใด')
    for (const said of ['2', ...REST, 'ยืนยัน']) await malee.says(said)
    expect(await asks(malee, 'ยังไม่มีคู่')).toContain('เมืองหรือหน่วยการปกครองใด')
    for (const said of ['เมืองหล่า สปป.ลาว', '2', ...REST, 'ยืนยัน']) await malee.says(said)
    expect(await stored()).toMatchObject([
      { pairId: 'SC151', group: 'in_progress' },
      { partner: 'เมืองหล่า สปป.ลาว', group: 'initiative', provinceTh: 'เชียงราย' },
    ])
  })

  it('is the province of an officer of several', async () => {
    await asks(both, 'ยังไม่มีคู่')
    expect((await both.says('น่าน')).text).toContain('กรุณาเลือกจังหวัดของท่าน')
    for (const said of ['เชียงใหม่', 'เมืองหล่า', 'มีความคิดริเริ่ม', ...REST, 'ยืนยัน']) await both.says(said)
    expect(await stored()).toMatchObject([{ provinceTh: 'เชียงใหม่', group: 'initiative' }])
  })

  it.each([
    ['2570', '2571 ถึง 2573'],
    ['2599', '2571 ถึง 2573'],
    ['เมื่อวาน', '2571 ถึง 2573'],
  ])('refuses the year %s with what can be asked for', async (typed, says) => {
    expect(await asks(malee, 'ยูนนาน', typed)).toContain(says)
  })

  it.each(['2571', '๗๑', '71', '2028', '1', 'ปีหน้า', 'ปีงบประมาณ 2571', 'พ.ศ. 2571'])(
    'takes %s for 2571',
    async (typed) => {
      expect(await asks(malee, 'ยูนนาน', typed)).toContain('ชื่อแผนการดำเนินงาน')
      expect((await malee.says('ย้อนกลับ')).text).toContain('คำตอบเดิม: 2571')
    },
  )

  it.each(['0', '-5', 'ไม่ทราบ', 'เยอะ', '99999999999'])('does not take %s for a budget', async (typed) => {
    const answers = ['ยูนนาน', '2571', 'โครงการแลกเปลี่ยน', 'ต้อนรับคณะ']
    expect(await asks(malee, ...answers, typed)).toContain('เช่น 500,000')
  })

  it('is of the pairs that there still are; one that was merged meanwhile is what it was merged into', async () => {
    expect((await malee.says('ขอรับงบประมาณ')).text).not.toContain('พงสาลี')
    for (const said of ['ท่าขี้เหล็ก', '3', ...REST]) await malee.says(said)
    const merged = await bench.store.get(pairs, 'SC151')
    if (!merged) throw new Error('SC151 is in the register')
    const withdrawn = { why: 'merged' as const, on: '2026-11-19', reason: 'ซ้ำ', mergedInto: 'SC101' }
    await bench.store.transaction((tx) => tx.replace(pairs, { ...merged, withdrawn }))
    await malee.says('ยืนยัน')
    expect(await stored()).toMatchObject([{ pairId: 'SC101', group: 'signed' }])
    const { changes, receiptNos } = await moveRequests(bench.store, 'SC101', 'SC150')
    expect(receiptNos).toEqual(['B2571-000001'])
    await bench.store.transaction(async (tx) => {
      for (const change of changes) change(tx)
    })
    expect(await stored()).toMatchObject([{ pairId: 'SC150' }])
  })

  it('can be changed in the review, and a second request for the pair and year is pointed out', async () => {
    await asks(malee, 'ยูนนาน', ...REST)
    await malee.says('แก้ข้อ 5')
    expect((await malee.says('๖๐๐,๐๐๐')).text).toContain('600,000 บาท')
    await malee.says('ยืนยัน')
    expect(await asks(malee, 'ยูนนาน', ...REST)).toContain('มีคำขอของคู่นี้ในปีเดียวกันแล้ว: B2571-000001')
    expect((await malee.says('ยืนยัน')).text).toContain('B2571-000002')
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await asks(malee, 'ยูนนาน', ...REST, 'ยืนยัน')
    await asks(chai, 'ฮอกไกโด', ...REST, 'ยืนยัน')
  })

  it('shows each the own provinces, and an admin all with the figures', async () => {
    for (const phone of [malee, supervisor]) {
      const { text } = await phone.says('คำของบประมาณ')
      expect(text).toContain('ยูนนาน')
      expect(text).not.toContain('ฮอกไกโด')
    }
    const all = (await admin.says('คำของบประมาณ ปี ๒๕๗๑')).text
    for (const part of ['ยูนนาน', 'ฮอกไกโด', '2 คำขอ · 1,000,000 บาท']) expect(all).toContain(part)
    expect((await admin.says('คำของบ 72')).text).toContain('ยังไม่มีคำของบประมาณของปีงบประมาณ 2572')
    expect((await guest.says('คำของบประมาณ')).text).toContain('ลงทะเบียน')
  })

  it('is exported by an admin alone, and that is written down', async () => {
    for (const phone of [malee, supervisor, guest])
      expect((await phone.says('คำของบประมาณ ส่งออก')).text).not.toContain('https://')
    expect((await admin.says('คำของบประมาณ ส่งออก 2571')).text).toContain('จำนวน 2 คำขอ')
    expect(await bench.store.find(auditEntries, 'byActionAndTime', ['budget.exported'])).toMatchObject([
      { target: '2571' },
    ])
  })

  it('loses what its province withdraws, after being asked once', async () => {
    expect((await chai.says('ยืนยันถอนคำของบ B2571-000001')).text).toContain('ไม่พบคำขอ')
    expect((await malee.says('ถอนคำของบ B2571-000001')).text).toContain('ยืนยันถอนคำของบ B2571-000001')
    expect(await stored()).toMatchObject([{ status: 'submitted' }, { status: 'submitted' }])
    await malee.says('ยืนยันถอนคำของบ b2571-000001')
    expect((await malee.says('คำของบประมาณ')).text).toContain('ยังไม่มีคำของบประมาณ')
    expect((await malee.says('ถอนคำของบ B2571-000001')).text).toContain('ถูกถอนไปแล้ว')
    expect(await asks(malee, 'ยูนนาน', ...REST, 'ยืนยัน')).toContain('B2571-000003')
  })
})
