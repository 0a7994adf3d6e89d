/** An officer reports an activity, by typing alone. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries } from '../../../src/people/index.ts'
import { duties, dutyId } from '../../../src/reminders/index.ts'
import { ofPairInYear, ofYear, pairStates } from '../../../src/reports/index.ts'
import { type Office, openOffice, REQUIRED, saysAll } from './officers.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.bench.close())

describe('a report with the required parts', () => {
  it('takes ten messages and gives a receipt', async () => {
    const { malee, bench } = office
    expect((await malee.says('รายงานกิจกรรม')).text).toContain('คู่ใด')
    expect((await malee.says('๒')).text).toContain('ชื่อกิจกรรม')
    expect((await malee.says('แลกเปลี่ยนเยาวชน ครั้งที่ ๓')).text).toContain('ประเภท')
    expect((await malee.says('4')).text).toContain('วันที่')
    const dated = await malee.says('12-14 พย 69')
    expect(dated.text).toContain('ปีงบประมาณ 2570')
    expect(dated.text).toContain('รูปแบบ')
    expect((await malee.says('ต้อนรับ')).text).toContain('สถานที่')
    expect((await malee.says('ศาลากลางจังหวัดเชียงราย')).text).toContain('ผลลัพธ์')
    expect((await malee.says('เยาวชนได้แลกเปลี่ยนวัฒนธรรม')).text).toContain('รายละเอียดอื่น')
    const review = await malee.says('ข้าม')
    expect(review.text).toContain('12–14 พ.ย. 2569')
    const done = await malee.says('ยืนยัน')
    expect(done.text).toContain('R2570-000001')
    expect(done.text).toContain('ปีงบประมาณ 2570')
    expect(done.text).toContain('แก้ไขรายงาน')

    expect(await office.stored()).toMatchObject([
      {
        receiptNo: 'R2570-000001',
        pairId: 'SC101',
        provinceTh: 'เชียงราย',
        fiscalYear: 2570,
        startsOn: '2026-11-12',
        endsOn: '2026-11-14',
        title: 'แลกเปลี่ยนเยาวชน ครั้งที่ ๓',
        kind: 'education',
        form: 'reception',
        place: 'ศาลากลางจังหวัดเชียงราย',
        result: 'เยาวชนได้แลกเปลี่ยนวัฒนธรรม',
        files: [],
        reportedByName: 'Umalee',
        status: 'submitted',
      },
    ])
    expect(await bench.store.get(duties, dutyId('SC101', 2570))).toMatchObject({ status: 'reported' })
    expect(await bench.store.find(auditEntries, 'byActionAndTime', ['report.submitted'])).toHaveLength(1)
  })

  it('leaves nothing behind until it is confirmed', async () => {
    await saysAll(office.malee, [...REQUIRED, 'ข้าม'])
    expect(await office.stored()).toEqual([])
    expect((await office.malee.says('ยกเลิก')).text).toContain('ยกเลิก')
    expect(await office.stored()).toEqual([])
  })

  it('can be mended from the review', async () => {
    await saysAll(office.malee, [...REQUIRED, 'ข้าม'])
    await office.malee.says('แก้ข้อ 2')
    const review = await office.malee.says('ประชุมเศรษฐกิจ')
    expect(review.text).toContain('ประชุมเศรษฐกิจ')
    await office.malee.says('ยืนยัน')
    expect(await office.stored()).toMatchObject([{ title: 'ประชุมเศรษฐกิจ' }])
  })
})

describe('a report with everything', () => {
  const MORE = ['1', 'หอการค้าจังหวัด', '๓๐ คน', '๕๐,๐๐๐ บาท', '1', '3', 'เยือนกลับ มี.ค. 70']

  it('takes eighteen messages', async () => {
    await saysAll(office.malee, [...REQUIRED, ...MORE])
    expect((await office.malee.sendsPhotos('p1', 'p2')).text).toContain('2 ไฟล์')
    const review = await office.malee.says('เสร็จแล้ว')
    expect(review.text).toContain('50,000 บาท')
    expect(review.text).toContain('30 คน')
    expect(review.text).not.toContain('รายละเอียดเพิ่มเติม')
    await office.malee.says('ยืนยัน')
    // the opening word, the answers, the photos, done, the confirmation
    expect(1 + REQUIRED.length + MORE.length + 3).toBe(18)
    expect(await office.stored()).toMatchObject([
      {
        partners: 'หอการค้าจังหวัด',
        participants: 30,
        budgetBaht: 50000,
        budgetSource: 'งบจังหวัด',
        obstacle: 'ขาดงบประมาณ',
        nextPlan: 'เยือนกลับ มี.ค. 70',
        files: [
          { fileId: 'line-p1', kind: 'image' },
          { fileId: 'line-p2', kind: 'image' },
        ],
      },
    ])
  })

  it('asks for no source of a budget that was not needed', async () => {
    const heard = await saysAll(office.malee, [...REQUIRED, '1', 'ข้าม', 'ข้าม', 'ไม่มี'])
    expect(heard.text).toContain('อุปสรรค')
  })

  it('takes an obstacle in the own words of the officer', async () => {
    await saysAll(office.malee, [...REQUIRED, '1', 'ข้าม', 'ข้าม', 'ข้าม', 'ด่านปิดหลายวัน', 'ข้าม', 'ข้าม', 'ยืนยัน'])
    expect(await office.stored()).toMatchObject([{ obstacle: 'ด่านปิดหลายวัน' }])
  })
})

describe('the date', () => {
  async function says(date: string) {
    return (await saysAll(office.malee, [...REQUIRED.slice(0, 3), date])).text
  }

  it.each([
    ['12 ธ.ค. 69', 'ยังมาไม่ถึง'],
    ['พรุ่งนี้', 'ยังมาไม่ถึง'],
    ['18-21 พ.ย. 69', 'ยังไม่สิ้นสุด'],
    ['12 พ.ย. 2530', 'นานเกินไป'],
    ['1 ต.ค. 67 - 5 ต.ค. 69', 'ยาวเกินหนึ่งปี'],
    ['31 ก.ย. 69', 'ไม่มีวันที่ 31 ก.ย.'],
    ['12 ก.ย.', 'ปี'],
    ['ต้นเดือนหน้า', 'ให้ชัดเจน'],
  ])('%s is asked back: %s', async (typed, word) => {
    const heard = await says(typed)
    expect(heard).toContain(word)
    expect(heard).toContain('จัดกิจกรรมวันที่เท่าไร')
  })

  it('of an activity over 30 September counts by its first day, and this is said', async () => {
    const heard = await says('28 กย - 3 ตค 69')
    expect(heard).toContain('นับตามวันแรก: ปีงบประมาณ 2569')
    for (const word of [...REQUIRED.slice(4), 'ข้าม']) await office.malee.says(word)
    expect((await office.malee.says('ยืนยัน')).text).toContain('R2569-000001')
  })

  it('can be picked instead of typed', async () => {
    await saysAll(office.malee, REQUIRED.slice(0, 3))
    const asked = await office.malee.says('อะไรนะ')
    const picker = asked.replies.flatMap((reply) => reply.buttons ?? []).find((button) => 'pickDay' in button)
    expect(picker).toMatchObject({ pickDay: { max: '2026-11-19' } })
    if (!picker || !('data' in picker)) throw new Error('no picker')
    expect((await office.malee.taps(picker.data, { date: '2026-12-01' })).text).toContain('ยังมาไม่ถึง')
    expect((await office.malee.taps(picker.data, { date: '2026-11-12' })).text).toContain('รูปแบบ')
  })
})

describe('the kind', () => {
  it.each([
    ['9', { kind: 'other' }],
    ['อื่น ๆ ประกวดภาพถ่าย', { kind: 'other', kindNote: 'ประกวดภาพถ่าย' }],
    ['กีฬา', { kind: 'culture' }],
    ['ต้อนรับคณะผู้แทน', { kind: 'visit' }],
  ])('%s', async (typed, kind) => {
    await saysAll(office.malee, [...REQUIRED.slice(0, 2), typed, ...REQUIRED.slice(3), 'ข้าม', 'ยืนยัน'])
    expect(await office.stored()).toMatchObject([kind])
  })

  it('is asked again when nothing of it is in the words', async () => {
    expect((await saysAll(office.malee, [...REQUIRED.slice(0, 2), 'ไม่รู้สิ'])).text).toContain('1–9')
  })
})

describe('naughty answers', () => {
  const NAUGHTY = ['', '   ', '🙂🙂🙂', '\u200b', 'ก'.repeat(10_000), '99', '-1']

  it('never get the dialog into a wrong state, and each is told what to do', async () => {
    await office.malee.says('รายงานกิจกรรม')
    for (const answer of [...REQUIRED, 'ข้าม']) {
      for (const naughty of NAUGHTY) {
        if (naughty === '99' || naughty === '-1') continue
        expect((await office.malee.says(naughty)).text.length).toBeGreaterThan(20)
      }
      expect((await office.malee.sendsSticker()).text).toContain('ตอบเป็นข้อความ')
      expect((await office.malee.sendsPhotos('x')).text).toContain('ไม่รับภาพ')
      expect((await office.malee.taps('a=d&n=old&s=pair&v=SC014')).text).toContain('ไม่มีอะไรเปลี่ยนแปลง')
      await office.malee.says(answer)
    }
    await office.malee.says('ยืนยัน')
    expect(await office.stored()).toMatchObject([
      { pairId: 'SC101', title: 'แลกเปลี่ยนเยาวชน ครั้งที่ 3', place: 'ศาลากลางจังหวัด' },
    ])
  })

  it.each(NAUGHTY.slice(5))('%s is no pair, kind, date or form', async (naughty) => {
    for (const before of [0, 2, 3, 4]) {
      const heard = await saysAll(office.malee, [...REQUIRED.slice(0, before), naughty])
      expect(heard.text).toMatch(/กรุณา/)
      await office.malee.says('ยกเลิก')
    }
  })
})

describe('receipt numbers', () => {
  it('are given once, however many report at the same moment', async () => {
    const phones = [office.malee, office.manop, office.chai]
    for (const phone of phones) {
      const choice = phone === office.chai ? '1' : '2'
      await saysAll(phone, [choice, ...REQUIRED.slice(1), 'ข้าม'])
    }
    const receipts = await Promise.all(
      phones.map(async (phone) => /R2570-\d{6}/.exec((await phone.says('ยืนยัน')).text)?.[0]),
    )
    expect(new Set(receipts)).toEqual(new Set(['R2570-000001', 'R2570-000002', 'R2570-000003']))
  })

  it('count in each fiscal year, and the report is found there', async () => {
    await saysAll(office.malee, [...REQUIRED, 'ข้าม', 'ยืนยัน'])
    await saysAll(office.malee, [...REQUIRED.slice(0, 3), '5 พย 68', ...REQUIRED.slice(4), 'ข้าม', 'ยืนยัน'])
    const { store } = office.bench
    expect((await ofYear(store, 2569)).map((report) => report.receiptNo)).toEqual(['R2569-000001'])
    expect(await ofPairInYear(store, 'SC101', 2570)).toHaveLength(1)
    expect(await pairStates(store, ['SC101', 'SC014'], 2570)).toEqual(
      new Map([
        ['SC101', { reports: 1, waiting: 1, returned: 0 }],
        ['SC014', { reports: 0, waiting: 0, returned: 0 }],
      ]),
    )
  })
})
