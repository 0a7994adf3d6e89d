/** Two rows of one province that are one pair: one stays, and nothing of the other is lost. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { duties, dutyId, firedReminders } from '../../../src/reminders/duty.ts'
import { ofPair } from '../../../src/reports/index.ts'
import { type Office, openOffice, pairOf, saysAll } from './office.ts'

const TWIN = pairOf('SC9001', 'เชียงราย', 'ยุนนาน', { listNo: 90, status: 'in_progress', signedByLevel: 'unknown' })
const KEPT = pairOf('SC101', 'เชียงราย', 'มณฑลยูนนาน', {
  signedByLevel: 'unknown',
  instrument: 'unknown',
  dutyDecision: 'none',
})
const ELSEWHERE = pairOf('SC150', 'หนองคาย', 'มณฑลยูนนาน')

let office: Office
beforeEach(async () => {
  office = await openOffice([KEPT, TWIN, ELSEWHERE])
})
afterEach(() => office.bench.close())

const dutyOf = (pairId: string, status: 'expected' | 'reported') =>
  ({ id: dutyId(pairId, 2570), pairId, fiscalYear: 2570, dueOn: '2027-09-30', status, changedAt: new Date() }) as const

test('pairs of two provinces are never one, whatever they are called', async () => {
  expect((await office.admin.says('รวมคู่ SC101 SC150')).text).toContain('เฉพาะคู่ของจังหวัดเดียวกัน')
  expect((await office.admin.says('คู่ซ้ำ')).text).not.toContain('SC150')
  expect(await office.row('SC150')).not.toHaveProperty('withdrawn')
})

test('a row is not merged with itself, nor with what is not there', async () => {
  expect((await office.admin.says('รวมคู่ SC101 SC101')).text).toContain('สองรหัสที่ต่างกัน')
  expect((await office.admin.says('รวมคู่ SC101 SC777')).text).toContain('สองรหัสที่ต่างกัน')
})

test('rows that look alike within a province are listed, and those said to be others are not', async () => {
  expect((await office.admin.says('คู่ซ้ำ')).text).toMatch(/SC101[\s\S]*SC9001/)
  await office.admin.says('คนละคู่ SC101 SC9001')
  expect((await office.admin.says('คู่ซ้ำ')).text).toContain('ไม่พบแถวที่ชื่อใกล้กัน')
})

test('reports, duties, stages and names go to the kept row, and the old id leads there', async () => {
  await office.addReport('R2570-000001', 'SC101')
  await office.addReport('R2570-000002', 'SC9001')
  await office.addReport('R2569-000003', 'SC9001', { fiscalYear: 2569, status: 'withdrawn' })
  await office.bench.store.insertIfAbsent(duties, [dutyOf('SC101', 'expected'), dutyOf('SC9001', 'reported')])
  await saysAll(office.malee, 'ขั้นตอนคู่ SC9001', '7', '1/11/69', 'ชร 0017.3/55', '2', '1', 'ข้าม', 'ยืนยัน')
  const done = await saysAll(office.admin, 'รวมคู่ SC9001 SC101', '2', 'ลงซ้ำ', 'ยืนยัน')
  expect(done.text).toContain('เก็บ เชียงราย – มณฑลยูนนาน (SC101) ย้ายมา 4 รายการ')

  expect(await office.row('SC9001')).toMatchObject({ withdrawn: { why: 'merged', mergedInto: 'SC101' } })
  expect(await office.pair('SC9001')).toMatchObject({ id: 'SC101', listNo: 90, spellings: ['ยุนนาน'] })
  expect((await ofPair(office.bench.store, 'SC101')).map(({ receiptNo }) => receiptNo)).toEqual([
    'R2570-000001',
    'R2570-000002',
  ])
  expect(await office.bench.store.find(duties, 'byYear', [2570])).toMatchObject([
    { pairId: 'SC101', status: 'reported' },
  ])
  const history = (await office.malee.says('คู่ของฉัน SC9001')).text
  expect(history).toMatch(/มณฑลยูนนาน[\s\S]*จัดทำและเจรจาร่าง MOU/)
  expect(await office.audited('pair.merged')).toHaveLength(2)
})

test('nobody is reminded again of a duty that moved', async () => {
  const record = { ruleId: 'r1', occurrence: 1, ruleVersion: 1, scheduledFor: new Date(), firedAt: new Date() }
  const fired = { ...record, id: 'f1', dutyId: dutyId('SC9001', 2570), result: 'sent' as const, messageKeys: [] }
  await office.bench.store.insertIfAbsent(duties, [dutyOf('SC9001', 'expected')])
  await office.bench.store.insertIfAbsent(firedReminders, [fired])
  await saysAll(office.admin, 'รวมคู่ SC9001 SC101', '2', 'ลงซ้ำ', 'ยืนยัน')
  expect(await office.bench.store.find(duties, 'byYear', [2570])).toMatchObject([{ id: dutyId('SC101', 2570) }])
  expect(await office.bench.store.find(firedReminders, 'onceForDuty', [dutyId('SC101', 2570)])).toHaveLength(1)
})
