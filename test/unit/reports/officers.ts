/** Officers of two provinces and everybody else who may come by, on a store with a small register of pairs. */
import { fileLinks } from '../../../src/bot/file-links.ts'
import { media } from '../../../src/bot/media.ts'
import { createMediaDesk } from '../../../src/bot/media-desk.ts'
import { type Pair, pairCollections, pairs } from '../../../src/pairs/index.ts'
import { auditEntries, peopleCollections, registerPersona } from '../../../src/people/index.ts'
import { noteFirstUse, reminderCollections } from '../../../src/reminders/index.ts'
import { type Report, reportCollections, reports, reportsFeature } from '../../../src/reports/index.ts'
import { type Bench, openBench, type Phone } from '../../support/feature-bench.ts'

/** Where people reach the program. */
const ORIGIN = 'https://sister.example'

export const START = '2026-11-19T03:00:00Z'

function pair(id: string, provinceTh: string, partnerTh: string, partnerEn: string): Pair {
  const certain = { nameCertainty: 'A', pairCertainty: 'A', signedByLevel: 'province', instrument: 'mou' } as const
  return {
    id,
    provinceTh,
    partnerTh,
    partnerEn,
    countryIso: 'CN',
    status: 'signed',
    asOf: '2026-11-01',
    source: 'x',
    ...certain,
  }
}

export const REGISTER: readonly Pair[] = [
  pair('SC014', 'เชียงราย', 'เชียงรุ่ง สิบสองปันนา มณฑลยูนนาน', 'Jinghong, Yunnan'),
  pair('SC101', 'เชียงราย', 'มณฑลยูนนาน', 'Yunnan'),
  pair('SC020', 'เชียงใหม่', 'คุนหมิง มณฑลยูนนาน', 'Kunming, Yunnan'),
]

export interface Office {
  readonly bench: Bench
  /** An officer of เชียงราย. */
  readonly malee: Phone
  /** A colleague in the same province. */
  readonly manop: Phone
  /** An officer of เชียงใหม่. */
  readonly chai: Phone
  /** An officer of a province that has no pair in the register. */
  readonly noi: Phone
  readonly supervisor: Phone
  readonly admin: Phone
  readonly guest: Phone
  /** One more person. */
  joins(userId: string, role: 'officer' | 'supervisor' | 'admin', ...provinces: string[]): Promise<Phone>
  stored(): Promise<Report[]>
  refusals(): Promise<{ actor: string; note?: string; target?: string }[]>
}

export async function openOffice(start = START): Promise<Office> {
  const collections = [
    ...pairCollections,
    media,
    fileLinks,
    ...peopleCollections,
    ...reminderCollections,
    ...reportCollections,
  ]
  const bench = await openBench([reportsFeature({ media: createMediaDesk(ORIGIN) })], collections, start)
  await bench.store.insertIfAbsent(pairs, REGISTER)
  await noteFirstUse(bench.store, bench.clock.now())
  const add = async (userId: string, role: 'officer' | 'supervisor' | 'admin', ...provinces: string[]) => {
    await registerPersona(bench.store, {
      userId,
      role,
      provinces,
      name: userId,
      position: 'ตำแหน่ง',
      now: bench.clock.now(),
    })
    return bench.phone(userId)
  }
  return {
    bench,
    malee: await add('Umalee', 'officer', 'เชียงราย'),
    manop: await add('Umanop', 'officer', 'เชียงราย'),
    chai: await add('Uchai', 'officer', 'เชียงใหม่'),
    noi: await add('Unoi', 'officer', 'สิงห์บุรี'),
    supervisor: await add('Uboss', 'supervisor', 'เชียงราย'),
    admin: await add('Uadmin', 'admin'),
    guest: bench.phone('Uguest'),
    joins: add,
    stored: () => bench.store.find(reports, 'byYear', []),
    refusals: () => bench.store.find(auditEntries, 'byActionAndTime', ['refused']),
  }
}

/** The answers to the required questions, in order. */
export const REQUIRED = [
  '2',
  'แลกเปลี่ยนเยาวชน ครั้งที่ 3',
  '4',
  '12-14 พย 69',
  'ต้อนรับ',
  'ศาลากลางจังหวัด',
  'ได้แลกเปลี่ยนวัฒนธรรม',
]

/** Says all of it in turn; what is heard comes after the last. */
export async function saysAll(phone: Phone, all: readonly string[]) {
  let heard = await phone.says('รายงานกิจกรรม')
  for (const text of all) heard = await phone.says(text)
  return heard
}
