/** The register that admins keep in the chat: nobody else may, and every change leaves what was and what is. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importPairs, shippedPairs } from '../../../src/pairs/import-pairs.ts'
import { type Office, openOffice, pairOf, saysAll } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.bench.close())

const SOURCE = 'หนังสือจังหวัดเชียงราย ที่ ชร 0017.3/1234'
const COMMANDS = [
  'ทะเบียนคู่',
  'ทะเบียนคู่ SC101',
  'แก้คู่ SC101',
  'เพิ่มคู่',
  'ปิดคู่ SC101',
  'คืนคู่ SC101',
  'รวมคู่ SC014 SC101',
  'คนละคู่ SC014 SC101',
  'คู่ซ้ำ',
  'ประวัติคู่ SC101',
]

describe('who may', () => {
  test.each(COMMANDS)('only admins: %s is refused to everybody else, and written down', async (words) => {
    for (const phone of [office.guest, office.malee, office.chai, office.supervisor]) {
      expect((await phone.says(words)).text).toContain('เฉพาะผู้ดูแลระบบ')
    }
    expect(await office.audited('refused')).toHaveLength(4)
  })

  test('an admin who lost the post while a dialog was open changes nothing', async () => {
    await saysAll(office.admin, 'แก้คู่ SC101', '13', 'หมายเหตุใหม่', SOURCE, '1/11/69')
    const { people } = await import('../../../src/people/index.ts')
    const [admin] = await office.bench.store.find(people, 'byUserId', ['Uadmin'])
    if (!admin) throw new Error('there is no admin')
    await office.bench.store.transaction((tx) => tx.replace(people, { ...admin, role: 'officer', provinces: ['น่าน'] }))
    expect((await office.admin.says('ยืนยัน')).text).toContain('เฉพาะผู้ดูแลระบบ')
    expect(await office.row('SC101')).not.toHaveProperty('note')
  })

  test('what asks how it is done is a question for the guide', async () => {
    expect((await office.guest.says('เพิ่มคู่ได้ไหม')).text).toBe('GUIDE')
    expect((await office.guest.says('แก้คู่ ทำยังไง')).text).toBe('GUIDE')
  })
})

describe('finding', () => {
  test.each([
    ['ทะเบียนคู่ SC101'],
    ['ทะเบียนคู่ sc 101'],
    ['ทะเบียนคู่ เชียงราย ยูนาน'],
    ['ทะเบียนคู่ เชียงราย ยุนนาน'],
    ['ทะเบียนคู่ yunnan'],
  ])('%s shows the whole row', async (words) => {
    const { text } = await office.admin.says(words)
    expect(text).toMatch(/มณฑลยูนนาน[\s\S]*SC101/)
    expect(text).toContain('27 ก.ย. 2543')
    expect(text).toContain('ข่าวทดสอบ')
  })

  test('several are listed, each to be opened by its id', async () => {
    const { text } = await office.admin.says('ทะเบียนคู่ เชียงราย')
    for (const id of ['SC014', 'SC101', 'SC145']) expect(text).toContain(id)
    expect(text).not.toContain('SC102')
  })

  test('what is in no row is said to be in none', async () => {
    expect((await office.admin.says('ทะเบียนคู่ ปารีส')).text).toContain('ไม่พบ "ปารีส"')
  })

  test("the three groups of the ministry's letter, by name or number", async () => {
    expect((await office.admin.says('ทะเบียนคู่ ลงนามแล้ว')).text).toMatch(/SC014[\s\S]*SC102/)
    expect((await office.admin.says('ทะเบียนคู่ กลุ่ม 2')).text).toContain('SC145')
    const interested = (await office.admin.says('ทะเบียนคู่ สนใจ')).text
    expect(interested).toContain('SC151')
    expect(interested).not.toContain('SC145')
    expect((await office.admin.says('ทะเบียนคู่')).text).toContain('ทะเบียนนี้ไม่ครบ')
  })

  test('a group of many is turned page by page', async () => {
    await office.bench.close()
    office = await openOffice(await shippedPairs())
    const first = await office.admin.says('ทะเบียนคู่ ลงนามแล้ว')
    expect(first.text).toContain('SC001')
    const second = await office.admin.says('ทะเบียนคู่ ลงนามแล้ว หน้า ๒')
    expect(second.text).not.toContain('SC001')
    expect(second.text).toContain('(2/')
  })
})

describe('changing', () => {
  test('before and after are shown, and nothing is written before it is confirmed', async () => {
    const seen = await saysAll(office.admin, 'แก้คู่ SC101', '7 8', '๒๘ กย ๒๕๔๓', 'LOI', SOURCE, '5 พ.ย. 2569')
    expect(seen.text).toMatch(/28 ก.ย. 2543[\s\S]*เดิม: 27 ก.ย. 2543/)
    expect(seen.text).toMatch(/LOI[\s\S]*เดิม: MOU/)
    expect(await office.pair('SC101')).toMatchObject({ signedOn: '2000-09-27', instrument: 'mou' })
    expect((await office.admin.says('ยืนยัน')).text).toContain('บันทึกแล้ว')
    expect(await office.pair('SC101')).toMatchObject({ signedOn: '2000-09-28', signedBe: 2543, instrument: 'loi' })
    expect(await office.audited('pair.changed')).toMatchObject([
      {
        target: 'SC101',
        before: { signed: '2000-09-27', instrument: 'mou' },
        after: { signed: '2000-09-28', instrument: 'loi', source: SOURCE, asOf: '2026-11-05' },
      },
    ])
    expect((await office.admin.says('ทะเบียนคู่ SC101')).text).toContain(SOURCE)
    expect((await office.admin.says('ประวัติคู่ SC101')).text).toContain('แก้ข้อมูลคู่')
  })

  test('a fact without a source and its day is not taken', async () => {
    expect((await saysAll(office.admin, 'แก้คู่ SC101', 'ประเทศ', 'ลาว', 'ข้าม')).text).toMatch(/ที่มา/)
    const future = await saysAll(office.admin, SOURCE, '1 ม.ค. 2575')
    expect(future.text).toContain('ยังมาไม่ถึง')
    expect(await office.pair('SC101')).toMatchObject({ countryIso: 'CN' })
  })

  test('every fact can be read as people write it', async () => {
    const what = '1 2 3 5 6 7 9 10 11 12 13'
    const answers = [
      'มณฑลหยุนหนาน',
      'Yunnan Province',
      'ยูนหนาน, หยวนหนาน',
      'สปป.ลาว',
      '2',
      '2544',
      '2',
      'b',
      'C',
      '2',
      'ดูหนังสือแนบ',
    ]
    await saysAll(office.admin, 'แก้คู่ SC101', what, ...answers, SOURCE, '5/11/69', 'ยืนยัน')
    expect(await office.pair('SC101')).toMatchObject({
      partnerTh: 'มณฑลหยุนหนาน',
      partnerEn: 'Yunnan Province',
      spellings: ['ยูนหนาน', 'หยวนหนาน'],
      countryIso: 'LA',
      status: 'in_progress',
      signedBe: 2544,
      signedByLevel: 'municipality',
      nameCertainty: 'B',
      pairCertainty: 'C',
      dutyDecision: 'carries',
      note: 'ดูหนังสือแนบ',
    })
    expect(await office.pair('SC101')).not.toHaveProperty('signedOn')
    expect((await office.admin.says('ทะเบียนคู่ หยวนหนาน')).text).toContain('SC101')
  })

  test('a province that has reports of the pair is not changed under them', async () => {
    await office.addReport('R2570-000001', 'SC101')
    const refusal = await saysAll(office.admin, 'แก้คู่ SC101', 'จังหวัด', 'พะเยา', SOURCE, '5/11/69', 'ยืนยัน')
    expect(refusal.text).toContain('เปลี่ยนจังหวัดไม่ได้')
    expect(await office.pair('SC101')).toMatchObject({ provinceTh: 'เชียงราย' })
  })

  test('what another admin changed meanwhile is not overwritten', async () => {
    await saysAll(office.admin, 'แก้คู่ SC101', 'ตราสาร', 'LOI', SOURCE, '5/11/69')
    await importPairs(
      office.bench.store,
      [pairOf('SC101', 'เชียงราย', 'มณฑลยูนนาน', { instrument: 'agreement' })],
      new Date(),
    )
    expect((await office.admin.says('ยืนยัน')).text).toMatch(/มีผู้อื่นแก้[\s\S]*ความตกลง/)
    expect(await office.pair('SC101')).toMatchObject({ instrument: 'agreement' })
  })
})

describe('adding', () => {
  const rest = ['ลาว', '3', 'B', 'ข้าม', 'ข้าม', SOURCE, '5/11/69', 'ยืนยัน']

  test('a new pair gets an id of its own and stands in the register at once', async () => {
    const { text } = await saysAll(office.admin, 'เพิ่มคู่ น่าน', 'หลวงพระบาง', 'Luang Prabang', ...rest)
    expect(text).toContain('SC9001')
    expect(await office.pair('SC9001')).toMatchObject({
      provinceTh: 'น่าน',
      partnerTh: 'หลวงพระบาง',
      status: 'proposed',
      source: SOURCE,
      asOf: '2026-11-05',
    })
    expect(await office.audited('pair.added')).toMatchObject([{ target: 'SC9001' }])
  })

  test.each(['ยุนาน', 'ยูนนาณ', 'มณฑลหยุนหนาน'])('%s is asked about where the province has ยูนนาน', async (name) => {
    const asked = await saysAll(office.admin, 'เพิ่มคู่ เชียงราย', name, 'ไม่มี')
    expect(asked.text).toMatch(/เป็นคู่เดียวกันหรือไม่[\s\S]*SC101/)
    expect((await office.admin.says('1')).text).toContain('แก้คู่ SC101')
    expect(await office.row('SC9001')).toBeUndefined()
  })

  test('the same name in another province is another pair, and nothing is asked', async () => {
    expect((await saysAll(office.admin, 'เพิ่มคู่ พะเยา', 'มณฑลยูนนาน', 'ไม่มี')).text).toContain('ประเทศ')
  })

  test('who says it is another pair is not asked again', async () => {
    await saysAll(office.admin, 'เพิ่มคู่ เชียงราย', 'ยุนาน', 'ไม่มี', '2', ...rest)
    expect(await office.pair('SC9001')).toMatchObject({ distinctFrom: ['SC101'] })
    expect((await office.admin.says('คู่ซ้ำ')).text).toContain('ไม่พบแถวที่ชื่อใกล้กัน')
  })
})

describe('closing', () => {
  test('a relationship that ended stays in the register and owes nothing; it can be brought back', async () => {
    await saysAll(office.admin, 'ปิดคู่ SC101', '1', '30 ก.ย. 2569', 'ครบกำหนดและไม่ต่ออายุ', SOURCE, 'ยืนยัน')
    expect(await office.pair('SC101')).toMatchObject({ status: 'ended', ended: { on: '2026-09-30', was: 'signed' } })
    expect((await office.admin.says('ทะเบียนคู่ สิ้นสุด')).text).toContain('SC101')
    expect((await office.admin.says('ปิดคู่ SC101')).text).toContain('ปิดอยู่แล้ว')
    await saysAll(office.admin, 'คืนคู่ SC101', 'บันทึกผิดคู่', 'ยืนยัน')
    expect(await office.pair('SC101')).toMatchObject({ status: 'signed' })
  })

  test('a row that was a mistake is no pair any more, and is not deleted', async () => {
    await saysAll(office.admin, 'ปิดคู่ SC101', '2', 'ลงแถวผิดจังหวัด', 'ยืนยัน')
    expect(await office.pair('SC101')).toBeUndefined()
    expect((await office.malee.says('คู่ของฉัน')).text).not.toContain('SC101')
    expect((await office.admin.says('ทะเบียนคู่ SC101')).text).toContain('ลงแถวผิดจังหวัด')
    expect(await office.audited('pair.withdrawn')).toMatchObject([{ target: 'SC101', note: 'ลงแถวผิดจังหวัด' }])
    await saysAll(office.admin, 'คืนคู่ SC101', 'ตรวจแล้วถูกต้อง', 'ยืนยัน')
    expect(await office.pair('SC101')).toMatchObject({ status: 'signed' })
  })
})
