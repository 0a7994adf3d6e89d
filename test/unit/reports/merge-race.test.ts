/** A report that is sent or changed while an admin makes one pair of two: whichever is first, it ends under the pair that is kept. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type PairsDependencies, pairCollections, pairs, pairsFeature } from '../../../src/pairs/index.ts'
import { audit, linesAbout, peopleCollections, refused, registerPersona } from '../../../src/people/index.ts'
import { reminderCollections } from '../../../src/reminders/index.ts'
import {
  moveReports,
  ofPair,
  pairStates,
  reportCollections,
  reports,
  reportsFeature,
} from '../../../src/reports/index.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'
import { pairOf, saysAll } from '../pairs/office.ts'
import { REQUIRED } from './officers.ts'

/** Signed by the central government: they owe nothing, so no duty stands in the way of what is written at once. */
const REGISTER = [
  pairOf('SC101', 'เชียงราย', 'มณฑลยูนนาน', { signedByLevel: 'unknown' }),
  pairOf('SC9001', 'เชียงราย', 'ยุนนาน', { signedByLevel: 'unknown' }),
]
const WRITTEN = [...REQUIRED.slice(1), 'ข้าม']
const MERGE = ['รวมคู่ SC9001 SC101', '2', 'ลงซ้ำ']

let bench: Bench
let officer: Phone
let admin: Phone
/** Happens once, when the merge has read what it moves and has written nothing yet. */
let meanwhile: (() => Promise<unknown>) | undefined

beforeEach(async () => {
  meanwhile = undefined
  const moveHistory: PairsDependencies['moveHistory'] = async (read, { from, to }) => {
    const moved = await moveReports(read, from, to)
    const happens = meanwhile
    meanwhile = undefined
    await happens?.()
    return { changes: moved.changes, moved: moved.receiptNos }
  }
  const register = pairsFeature({
    stateOf: pairStates,
    refused,
    audit,
    changesOf: linesAbout,
    activitiesOf: ofPair,
    moveHistory,
  })
  const media = { open: async () => ({ files: [], changes: [] }), sameAs: async () => [], lostOf: async () => [] }
  const collections = [...pairCollections, ...peopleCollections, ...reminderCollections, ...reportCollections]
  bench = await openBench([reportsFeature({ media }), register], collections, '2026-11-19T03:00:00Z')
  await bench.store.insertIfAbsent(pairs, REGISTER)
  const joins = async (userId: string, role: 'officer' | 'admin', provinces: string[]) => {
    await registerPersona(bench.store, { userId, role, provinces, name: userId, position: '', now: bench.clock.now() })
    return bench.phone(userId)
  }
  officer = await joins('Umalee', 'officer', ['เชียงราย'])
  admin = await joins('Uadmin', 'admin', [])
})
afterEach(() => bench.close())

const stored = () => bench.store.find(reports, 'byYear', [])

it('a report sent while the merge is being written goes to the kept pair', async () => {
  await saysAll(officer, 'รายงานกิจกรรม', '2', ...WRITTEN)
  await saysAll(admin, ...MERGE)
  meanwhile = () => officer.says('ยืนยัน')
  await admin.says('ยืนยัน')
  expect(await stored()).toMatchObject([{ receiptNo: 'R2570-000001', pairId: 'SC101' }])
})

it('a report changed to the other pair while the merge is being written goes to the kept one', async () => {
  await saysAll(officer, 'รายงานกิจกรรม', '1', ...WRITTEN, 'ยืนยัน')
  await saysAll(officer, 'แก้ไขรายงาน R2570-000001', 'แก้ข้อ 1', '2', 'แก้ข้อ 6', 'หอประชุม')
  await saysAll(admin, ...MERGE)
  meanwhile = () => officer.says('ยืนยัน')
  await admin.says('ยืนยัน')
  expect(await stored()).toMatchObject([{ place: 'หอประชุม', pairId: 'SC101' }])
})

it('a report that was being written when the merge was done is written over again, to the kept pair', async () => {
  await saysAll(officer, 'รายงานกิจกรรม', '2', ...WRITTEN)
  await saysAll(admin, ...MERGE)
  await Promise.all([officer.says('ยืนยัน'), admin.says('ยืนยัน')])
  expect(await stored()).toMatchObject([{ pairId: 'SC101' }])
})
