/** An officer announces the day of an activity: who may, which days are taken, and what it changes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries } from '../../../src/people/index.ts'
import { dutyOf } from '../../../src/reminders/index.ts'
import { openReminderBench, type ReminderBench } from './reminder-bench.ts'

let bench: ReminderBench

beforeEach(async () => {
  bench = await openReminderBench()
  await bench.addPair('SC101', 'เชียงราย')
  await bench.addPerson('Uofficer', 'officer', ['เชียงราย'])
  await bench.addPerson('Uother', 'officer', ['เชียงใหม่'])
  await bench.addPerson('Usupervisor', 'supervisor', ['เชียงราย'])
  await bench.sweepOn('2027-07-01')
  await bench.gotten('Uofficer')
})
afterEach(() => bench.close())

const pick = (userId: string, date: string) => bench.phone(userId).taps('a=plan&pair=SC101&fy=2570', { date })
const plannedOn = async () => (await dutyOf(bench.store, 'SC101', 2570))?.plannedOn
const audited = (action: string) => bench.store.find(auditEntries, 'byActionAndTime', [action])

describe('is refused', () => {
  it.each(['Uother', 'Usupervisor', 'Uguest'])('to %s, and the refusal is in the audit log', async (userId) => {
    const { text } = await pick(userId, '2027-08-20')
    expect(text).toContain('เจ้าหน้าที่ของจังหวัด')
    expect(await plannedOn()).toBeUndefined()
    expect(await audited('refused')).toMatchObject([{ note: 'duty.plan', target: 'SC101' }])
  })

  it.each([
    ['2027-06-30', 'ผ่านไปแล้ว'],
    ['2027-10-05', 'ไม่อยู่ในปีงบประมาณ 2570'],
    ['2027-13-45', 'ยังไม่ได้รับวันที่'],
    ['', 'ยังไม่ได้รับวันที่'],
  ])('for the day "%s": %s', async (day, says) => {
    expect((await pick('Uofficer', day)).text).toContain(says)
    expect(await plannedOn()).toBeUndefined()
  })

  it('for a pair that has a report', async () => {
    await bench.reports('SC101')
    expect((await pick('Uofficer', '2027-08-20')).text).toContain('มีรายงานกิจกรรมของปีงบประมาณ 2570 แล้ว')
  })

  it('after the year has ended', async () => {
    bench.clock.moveTo('2027-10-20T05:00:00Z')
    expect((await pick('Uofficer', '2027-10-25')).text).toContain('สิ้นสุดแล้ว')
  })
})

describe('once given', () => {
  beforeEach(async () => {
    await pick('Uofficer', '2027-08-20')
  })

  it('is stored with who gave it, and in the audit log', async () => {
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({ status: 'planned', plannedOn: '2027-08-20' })
    expect(await audited('duty.planned')).toMatchObject([
      { before: { plannedOn: null }, after: { plannedOn: '2027-08-20', status: 'planned' } },
    ])
  })

  it('keeps the officer from being reminded until it has passed', async () => {
    const silent = await bench.sweepOn('2027-08-20')
    expect(await bench.gotten('Uofficer')).toEqual([])
    expect(silent.skipped).toContainEqual({ pairId: 'SC101', ruleId: 'officer-august', reason: 'planned' })
    await bench.sweepOn('2027-08-21')
    expect((await bench.gotten('Uofficer')).join()).toContain('เคยระบุว่าจะจัด 20 ส.ค. 2570')
  })

  it('is shown to the supervisor', async () => {
    await bench.sweepOn('2027-08-16')
    expect((await bench.gotten('Usupervisor')).join()).toContain('แจ้งกำหนดจัด 20 ส.ค. 2570')
  })

  it('can be changed', async () => {
    expect((await pick('Uofficer', '2027-09-10')).text).toContain('10 ก.ย. 2570')
    expect(await plannedOn()).toBe('2027-09-10')
  })
})

describe('by typing alone', () => {
  it.each(['กำหนดจัด SC101 20 ส.ค. 2570', 'กำหนดจัด sc101 ๒๐ สิงหาคม ๒๕๗๐', 'กำหนดจัด 20 ส.ค. 70'])(
    '"%s" is taken',
    async (words) => {
      expect((await bench.phone('Uofficer').says(words)).text).toContain('จะจัดกิจกรรม 20 ส.ค. 2570')
      expect(await plannedOn()).toBe('2027-08-20')
    },
  )

  it('asks which pair when there are several', async () => {
    await bench.addPair('SC102', 'เชียงราย')
    await bench.sweepOn('2027-07-02')
    const { text } = await bench.phone('Uofficer').says('กำหนดจัด 20 ส.ค. 2570')
    expect(text).toContain('SC101 เชียงราย – เมือง SC101')
    expect(text).toContain('SC102')
  })

  it('needs no pair when there is one only, or one was just reminded of: the day alone is enough', async () => {
    expect((await bench.phone('Uofficer').says('20 ส.ค. 2570')).text).toContain('จะจัดกิจกรรม 20 ส.ค. 2570')
    await bench.addPair('SC102', 'เชียงราย')
    bench.clock.moveTo('2027-07-08T05:00:00Z')
    expect((await bench.phone('Uofficer').says('กำหนดจัด 25 ส.ค. 70')).text).toContain('SC101 จะจัดกิจกรรม 25 ส.ค. 2570')
    expect((await bench.phone('Uofficer').says('26 สิงหา 70 ครับ')).text).toContain('SC101 จะจัดกิจกรรม 26 ส.ค. 2570')
  })

  it('asks which of several pairs, and offers the day that was typed', async () => {
    await bench.addPair('SC102', 'เชียงราย')
    await bench.sweepOn('2027-07-02')
    expect((await bench.phone('Uofficer').says('20 ส.ค. 2570')).text).toContain('พิมพ์ เช่น กำหนดจัด SC101 20 ส.ค. 2570')
    expect(await plannedOn()).toBeUndefined()
  })

  it.each(['20 ส.ค.', '20 มิ.ย. 2570', 'เมื่อวาน', '20 ส.ค. 2570 จัดอะไรดี', '2570'])(
    'takes no other words for a day alone: %s',
    async (words) => {
      expect((await bench.phone('Uofficer').says(words)).text).toBe('GUIDE')
      expect(await plannedOn()).toBeUndefined()
    },
  )

  it.each(['Uguest', 'Usupervisor'])('a day alone from %s is for the guide, and no refusal', async (userId) => {
    expect((await bench.phone(userId).says('20 ส.ค. 2570')).text).toBe('GUIDE')
    expect(await audited('refused')).toEqual([])
  })

  it('is refused to an officer of another province', async () => {
    await bench.phone('Uother').says('กำหนดจัด SC101 20 ส.ค. 2570')
    expect(await plannedOn()).toBeUndefined()
    expect(await audited('refused')).toHaveLength(1)
  })

  it('leaves questions to the guide', async () => {
    expect((await bench.phone('Uofficer').says('กำหนดจัดกิจกรรมเมื่อใด')).text).toBe('GUIDE')
  })
})
