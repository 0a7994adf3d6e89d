/** 'คู่ของฉัน': the pairs of one's own provinces, and the history of each; never those of another province. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { duties, dutyId } from '../../../src/reminders/index.ts'
import { type Office, openOffice, saysAll } from './office.ts'

let office: Office
beforeEach(async () => {
  office = await openOffice()
})
afterEach(() => office.bench.close())

describe('who may not', () => {
  test('a guest sees no pairs, and hears what can be asked', async () => {
    expect((await office.guest.says('คู่ของฉัน')).text).toMatch(/ลงทะเบียน[\s\S]*เชียงใหม่มีคู่กับเมืองไหนบ้าง/)
    expect((await office.guest.says('คู่ของฉัน SC101')).text).toContain('ลงทะเบียน')
    await office.guest.taps('a=pair&id=SC101')
    expect(await office.audited('refused')).toHaveLength(3)
  })

  test.each(['คู่ของฉัน SC101', 'คู่ของฉัน เชียงราย', 'คู่ของฉัน เชียงราย ยูนนาน', 'คู่ของฉัน SC777'])(
    'an officer of another province reads nothing by %s',
    async (words) => {
      const { text } = await office.chai.says(words)
      expect(text).toContain('ดูได้เฉพาะคู่ของจังหวัดที่ท่านดูแล (เชียงใหม่)')
      expect(text).not.toContain('ยูนนาน')
      expect(await office.audited('refused')).toMatchObject([{ note: 'pairs.history' }])
    },
  )

  test('a forged button shows nothing of another province, and is written down', async () => {
    const { text } = await office.chai.taps('a=pair&id=SC101')
    expect(text).toContain('ดูได้เฉพาะ')
    expect(text).not.toContain('ยูนนาน')
    await office.chai.taps(`a=pair&id=${'x'.repeat(290)}`)
    await office.chai.taps('a=pair')
    expect((await office.audited('refused')).map(({ target = '' }) => target).sort()).toEqual([
      '',
      'SC101',
      'x'.repeat(40),
    ])
  })
})

describe('the list', () => {
  test('an officer sees the pairs of the own province and no other', async () => {
    const { text } = await office.malee.says('คู่ของฉัน')
    expect(text).toContain('เชียงราย – มณฑลยูนนาน')
    expect(text).not.toContain('เชียงใหม่ –')
  })

  test('a pair without a report is worded as a report that is not found, never as no activity', async () => {
    expect((await office.malee.says('คู่ของฉัน')).text).toMatch(/ยังไม่พบรายงานกิจกรรมในระบบ/)
  })

  test('reports and planned dates of this fiscal year are shown', async () => {
    await office.addReport('R2570-000001', 'SC101')
    const id = dutyId('SC014', 2570)
    const planned = { status: 'planned', plannedOn: '2027-03-01', dueOn: '2027-09-30', changedAt: new Date() } as const
    await office.bench.store.insertIfAbsent(duties, [{ id, pairId: 'SC014', fiscalYear: 2570, ...planned }])
    const { text } = await office.malee.says('คู่ของฉัน')
    expect(text).toContain('มีรายงานแล้ว 1 กิจกรรม')
    expect(text).toContain('แจ้งกำหนดจัดไว้ 1 มี.ค. 2570')
    expect(text).toContain('ปีงบประมาณ 2570')
  })

  test('an officer opens the report or the history from the row, a supervisor only looks', async () => {
    expect((await office.malee.says('คู่ของฉัน')).text).toMatch(/a=pair&id=SC101[\s\S]*a=report&pair=SC101/)
    const { text } = await office.supervisor.says('คู่ของฉัน')
    expect(text).toContain('a=pair&id=SC101')
    expect(text).not.toContain('a=report')
  })
})

describe('the history of one pair', () => {
  test.each(['คู่ของฉัน SC101', 'คู่ของฉัน ๒', 'คู่ของฉัน sc 101', 'ประวัติคู่ของฉัน ยูนาน'])('%s opens it', async (words) => {
    await office.addReport('R2570-000001', 'SC101')
    await office.addReport('R2569-000007', 'SC101', { fiscalYear: 2569, startsOn: '2026-01-05', endsOn: '2026-01-05' })
    await office.addReport('R2569-000008', 'SC101', { fiscalYear: 2569, status: 'withdrawn' })
    const { text } = await office.malee.says(words)
    expect(text).toContain('เชียงราย – มณฑลยูนนาน')
    expect(text).toMatch(/ปีงบประมาณ 2570: 1 กิจกรรม[\s\S]*12–14 พ.ย. 2569 แลกเปลี่ยนเยาวชน \(R2570-000001\)/)
    expect(text).toMatch(/ปีงบประมาณ 2569: 1 กิจกรรม[\s\S]*R2569-000007/)
    expect(text).not.toContain('R2569-000008')
  })

  test('a supervisor reads it and is offered nothing to change; a tap opens it as well', async () => {
    const { text } = await office.supervisor.taps('a=pair&id=SC145')
    expect(text).toContain('ขั้นตอนล่าสุด: ยังไม่มีการบันทึกขั้นตอน')
    expect(text).not.toContain('a=report')
    expect(text).not.toContain('ขั้นตอนคู่ SC145')
  })

  test('an admin reads that of any province', async () => {
    expect((await office.admin.says('คู่ของฉัน SC102')).text).toContain('เชียงใหม่ – เซี่ยงไฮ้')
  })

  test('many activities are counted by year, and a year is shown whole when asked for', async () => {
    for (let i = 1; i <= 40; i++)
      await office.addReport(`R2569-${String(i).padStart(6, '0')}`, 'SC101', {
        fiscalYear: 2569,
        startsOn: '2026-01-05',
        endsOn: '2026-01-05',
        title: 'โครงการแลกเปลี่ยนที่มีชื่อยาวมาก '.repeat(6),
      })
    expect((await office.malee.says('คู่ของฉัน SC101')).text).toMatch(/2569: 40 กิจกรรม[\s\S]*คู่ของฉัน SC101 2569/)
    const { text } = await office.malee.says('คู่ของฉัน SC101 ปี 2569')
    expect(text).toContain('R2569-000040')
    expect((await office.malee.says('คู่ของฉัน SC101 2568')).text).toContain('ไม่พบรายงานกิจกรรม')
  })

  test('what names none of the own pairs is said to be unknown', async () => {
    expect((await office.malee.says('คู่ของฉัน 9')).text).toContain('ไม่พบ "9"')
    expect((await saysAll(office.malee, 'คู่ของฉัน ปารีส')).text).toContain('ไม่พบ "ปารีส"')
  })
})

test('a province without pairs in the register is told so', async () => {
  await office.bench.close()
  office = await openOffice([])
  expect((await office.malee.says('คู่ของฉัน')).text).toContain('ไม่พบคู่ของจังหวัดเชียงราย')
})
