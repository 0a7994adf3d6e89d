/** The stages of a pair in progress: who may move which, on what letter, and whose desk it is on. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { carriesDuty } from '../../../src/pairs/index.ts'
import { readDocumentNumber } from '../../../src/pairs/stage/document-number.ts'
import { type Office, openOffice, saysAll } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.bench.close())

const LETTER = 'ชร ๐๐๑๗.๓/ว ๔๖๓๔'

describe('who may', () => {
  test('guests and supervisors may not, and an officer not those of another province', async () => {
    expect((await office.guest.says('ขั้นตอนคู่ SC145')).text).toContain('เฉพาะเจ้าหน้าที่ของจังหวัด')
    expect((await office.supervisor.says('ขั้นตอนคู่ SC145')).text).toContain('เจ้าหน้าที่ของจังหวัดเป็นผู้บันทึก')
    expect((await office.chai.says('ขั้นตอนคู่ SC145')).text).toContain('ไม่ใช่ของจังหวัดที่ท่านดูแล')
    expect((await office.chai.says('ขั้นตอนคู่ เชียงราย บ่อแก้ว')).text).toContain('ไม่ใช่ของจังหวัดที่ท่านดูแล')
    expect(await office.audited('refused')).toHaveLength(4)
    expect(await office.audited('pair.stage')).toHaveLength(0)
  })

  test('an officer cannot record a signing, by number, words or button', async () => {
    const asked = await saysAll(office.malee, 'ขั้นตอนคู่ SC145', 'ลงนามแล้ว')
    expect(asked.text).toContain('เฉพาะผู้ดูแลระบบ')
    expect((await office.malee.says('11')).text).not.toContain('วันที่ของขั้นนี้')
    const button = asked.replies.flatMap((reply) => reply.buttons ?? []).find((each) => 'data' in each)
    const data = new URLSearchParams(button && 'data' in button ? button.data : '')
    data.set('v', 'signed')
    await office.malee.taps(data.toString())
    expect(await office.pair('SC145')).toMatchObject({ status: 'in_progress' })
  })

  test('an officer who was moved to another province while the dialog was open records nothing', async () => {
    await saysAll(office.malee, 'ขั้นตอนคู่ SC145', '7', '1/11/69', LETTER, '2', '1', 'ข้าม')
    const { people } = await import('../../../src/people/index.ts')
    const [malee] = await office.bench.store.find(people, 'byUserId', ['Umalee'])
    if (!malee) throw new Error('there is no officer')
    await office.bench.store.transaction((tx) => tx.replace(people, { ...malee, provinces: ['น่าน'] }))
    expect((await office.malee.says('ยืนยัน')).text).toContain('ไม่ใช่ของจังหวัดที่ท่านดูแล')
    expect(await office.audited('pair.stage')).toHaveLength(0)
  })
})

describe('moving', () => {
  test('an officer records the step, its letter, and whose desk it is on since when; all of it by typing', async () => {
    const asked = await saysAll(office.malee, 'ขั้นตอนคู่', '๗', '1 พย 69', LETTER, '2', '5 พย 69', 'ข้าม')
    expect(asked.text).toContain('ชร 0017.3/ว 4634')
    const done = await office.malee.says('ยืนยัน')
    expect(done.text).toContain('อยู่ที่ กองการต่างประเทศ สป.มท. ตั้งแต่ 5 พ.ย. 2569')
    expect(await office.audited('pair.stage')).toMatchObject([
      { target: 'SC145', before: { stage: null }, after: { stage: 'draft', desk: 'moi', deskSince: '2026-11-05' } },
    ])
  })

  test('the steps behind are kept, the last is where it stands', async () => {
    await saysAll(office.malee, 'ขั้นตอนคู่ SC145', '4', '1 ต.ค. 69', 'ข้าม', '1', '1', 'ข้าม', 'ยืนยัน')
    office.bench.clock.forward(60_000)
    await saysAll(office.malee, 'ขั้นตอนคู่ SC145', '5', '20 ต.ค. 69', LETTER, '2', '1', 'ข้าม', 'ยืนยัน')
    const { text } = await office.malee.says('คู่ของฉัน SC145')
    expect(text).toMatch(/ขั้นตอนล่าสุด: 20 ต.ค. 2569 หารือกระทรวงมหาดไทย[\s\S]*ขั้นตอนก่อนหน้า[\s\S]*คณะทำงานระดับจังหวัด/)
  })

  test('a letter that is none is not taken', async () => {
    const asked = await saysAll(office.malee, 'ขั้นตอนคู่ SC145', '7', '1/11/69', 'หนังสือเมื่อวาน')
    expect(asked.text).toContain('ไม่ใช่รูปแบบเลขที่หนังสือ')
  })

  test('an interested pair that is worked on is in progress; one that is only begun stays where it is', async () => {
    await saysAll(office.admin, 'ขั้นตอนคู่ SC151', '1', '1/11/69', 'ข้าม', '1', '1', 'ข้าม', 'ยืนยัน')
    expect(await office.pair('SC151')).toMatchObject({ status: 'proposed' })
    office.bench.clock.forward(60_000)
    await saysAll(office.admin, 'ขั้นตอนคู่ SC151', '5', '2/11/69', LETTER, '2', '1', 'ข้าม', 'ยืนยัน')
    expect(await office.pair('SC151')).toMatchObject({ status: 'in_progress' })
  })

  test('a signing needs its letter, and makes the pair a signed one that owes an activity', async () => {
    await saysAll(office.admin, 'ขั้นตอนคู่ SC145', '11', '10 พ.ย. 2569')
    expect((await office.admin.says('ข้าม')).text).toContain('ข้ามไม่ได้')
    await saysAll(office.admin, LETTER, '1', '1', 'ข้าม', 'ยืนยัน')
    const pair = await office.pair('SC145')
    expect(pair).toMatchObject({
      status: 'signed',
      signedOn: '2026-11-10',
      instrument: 'mou',
      signedByLevel: 'province',
    })
    expect(pair && carriesDuty(pair)).toBe(true)
    expect((await office.admin.says('ขั้นตอนคู่ SC145')).text).toContain('ลงนามแล้ว จึงไม่มีขั้นตอน')
    expect((await office.admin.says('ทะเบียนคู่ SC145')).text).toContain('หนังสือ ชร 0017.3/ว 4634')
  })
})

test.each([
  ['ที่ ชร ๐๐๑๗.๓/ว๔๖๓๔', 'ชร 0017.3/ว 4634'],
  ['มท ๐๒๐๔.๑/ว ๑๕๙๕', 'มท 0204.1/ว 1595'],
  ['ด่วนที่สุด ที่ มท 0204.1/1595', 'มท 0204.1/1595'],
  ['พร 0023.3/ว 17/2', 'พร 0023.3/ว 17/2'],
  ['กต 0903/123', 'กต 0903/123'],
  ['0204.1/1595', undefined],
  ['มท 0204', undefined],
  ['เมื่อวาน', undefined],
])('%s is the letter %s', (typed, number) => {
  expect(readDocumentNumber(typed)).toBe(number)
})
