/** A ministry's desk and two provinces on a store with a small register, for what is said about pairs. */
import { media } from '../../../src/bot/media.ts'
import { type Pair, pairById, pairCollections, pairs, pairsFeature } from '../../../src/pairs/index.ts'
import {
  audit,
  auditEntries,
  linesAbout,
  peopleCollections,
  refused,
  registerPersona,
} from '../../../src/people/index.ts'
import { moveDuties, noteFirstUse, reminderCollections } from '../../../src/reminders/index.ts'
import { moveReports, ofPair, pairStates, type Report, reportCollections, reports } from '../../../src/reports/index.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'

const START = '2026-11-19T03:00:00Z'

const certain = { nameCertainty: 'A', pairCertainty: 'A', signedByLevel: 'province', instrument: 'mou' } as const
export function pairOf(id: string, provinceTh: string, partnerTh: string, more: Partial<Pair> = {}): Pair {
  const row = {
    id,
    provinceTh,
    partnerTh,
    countryIso: 'CN',
    status: 'signed',
    asOf: '2026-11-01',
    source: 'ข่าวทดสอบ',
  } as const
  return { ...row, ...certain, ...more }
}

const REGISTER: readonly Pair[] = [
  pairOf('SC014', 'เชียงราย', 'เชียงรุ่ง มณฑลยูนนาน', { partnerEn: 'Jinghong, Yunnan', listNo: 14, signedBe: 2541 }),
  pairOf('SC101', 'เชียงราย', 'มณฑลยูนนาน', { partnerEn: 'Yunnan', signedOn: '2000-09-27', signedBe: 2543 }),
  pairOf('SC102', 'เชียงใหม่', 'เซี่ยงไฮ้', { partnerEn: 'Shanghai' }),
  pairOf('SC145', 'เชียงราย', 'บ่อแก้ว', {
    partnerEn: 'Bokeo',
    countryIso: 'LA',
    status: 'in_progress',
    instrument: 'unknown',
    signedByLevel: 'unknown',
    pairCertainty: 'B',
  }),
  pairOf('SC151', 'ระยอง', 'เจ้อเจียง', { partnerEn: 'Zhejiang', status: 'proposed' }),
]

export interface Office {
  readonly bench: Bench
  readonly admin: Phone
  /** An officer of เชียงราย. */
  readonly malee: Phone
  /** An officer of เชียงใหม่. */
  readonly chai: Phone
  /** Of เชียงราย. */
  readonly supervisor: Phone
  readonly guest: Phone
  pair(id: string): Promise<Pair | undefined>
  row(id: string): Promise<Pair | undefined>
  audited(
    action: string,
  ): Promise<readonly { actor: string; target?: string; before?: unknown; after?: unknown; note?: string }[]>
  addReport(id: string, pairId: string, more?: Partial<Report>): Promise<void>
}

export async function openOffice(register: readonly Pair[] = REGISTER): Promise<Office> {
  const feature = pairsFeature({
    stateOf: pairStates,
    refused,
    audit,
    changesOf: linesAbout,
    activitiesOf: ofPair,
    async moveHistory(read, { from, to, now }) {
      const moved = await moveReports(read, from, to)
      const duties = await moveDuties(read, { from, to, now })
      return { changes: [...moved.changes, ...duties.changes], moved: [...moved.receiptNos, ...duties.dutyIds] }
    },
  })
  const collections = [...pairCollections, media, ...peopleCollections, ...reminderCollections, ...reportCollections]
  const bench = await openBench([feature], collections, START)
  const { store, clock } = bench
  await store.insertIfAbsent(pairs, register)
  await noteFirstUse(store, clock.now())
  const add = async (userId: string, role: 'officer' | 'supervisor' | 'admin', ...provinces: string[]) => {
    await registerPersona(store, { userId, role, provinces, name: userId, position: 'ตำแหน่ง', now: clock.now() })
    return bench.phone(userId)
  }
  return {
    bench,
    admin: await add('Uadmin', 'admin'),
    malee: await add('Umalee', 'officer', 'เชียงราย'),
    chai: await add('Uchai', 'officer', 'เชียงใหม่'),
    supervisor: await add('Uboss', 'supervisor', 'เชียงราย'),
    guest: bench.phone('Uguest'),
    pair: (id) => pairById(store, id),
    row: (id) => store.get(pairs, id),
    audited: (action) => store.find(auditEntries, 'byActionAndTime', [action]),
    async addReport(receiptNo, pairId, more = {}) {
      const report: Report = {
        id: receiptNo,
        receiptNo,
        pairId,
        provinceTh: 'เชียงราย',
        fiscalYear: 2570,
        startsOn: '2026-11-12',
        endsOn: '2026-11-14',
        title: 'แลกเปลี่ยนเยาวชน',
        kind: 'education',
        form: 'visit',
        place: 'คุนหมิง',
        result: 'ได้ผล',
        files: [],
        reportedBy: 'Umalee',
        reportedByName: 'Umalee',
        submittedAt: clock.now(),
        status: 'submitted',
        ...more,
      }
      await store.insertIfAbsent(reports, [report])
    },
  }
}

/** Says all of it in turn; what is heard comes after the last. */
export async function saysAll(phone: Phone, ...all: readonly string[]) {
  let heard = await phone.says(all[0] ?? '')
  for (const text of all.slice(1)) heard = await phone.says(text)
  return heard
}
