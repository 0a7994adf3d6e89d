/** Who is reminded of what, when. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dutyOf, firedFor } from '../../../src/reminders/index.ts'
import { readable } from '../../support/feature-bench.ts'
import { openReminderBench, type ReminderBench } from './reminder-bench.ts'

let bench: ReminderBench
let officer: string
let supervisor: string

beforeEach(async () => {
  bench = await openReminderBench()
  await bench.addPair('SC101', 'เชียงราย')
  officer = await bench.addPerson('Uofficer', 'officer', ['เชียงราย'])
  supervisor = await bench.addPerson('Usupervisor', 'supervisor', ['เชียงราย'])
})
afterEach(() => bench.close())

const sentTo = (result: { messages: readonly { personId: string }[] }) =>
  result.messages.map(({ personId }) => personId)

describe('nobody is reminded', () => {
  it.each(['2026-12-01', '2027-03-31'])('before 1 April, as on %s', async (day) => {
    expect((await bench.sweepOn(day)).messages).toEqual([])
  })

  it('before nine in the morning', async () => {
    bench.clock.moveTo('2027-04-01T01:59:00Z')
    expect((await bench.sweep()).messages).toEqual([])
    bench.clock.moveTo('2027-04-01T02:00:00Z')
    expect(sentTo(await bench.sweep())).toEqual([officer])
  })

  it('edge 49: on a Sunday: 1 August 2570 is one, and 2 August the day', async () => {
    await bench.sweepOn('2027-07-01')
    expect((await bench.sweepOn('2027-08-01')).messages).toEqual([])
    expect((await bench.sweepOn('2027-08-02')).messages).toMatchObject([{ ruleId: 'officer-august' }])
  })

  it('of a pair whose activity was reported', async () => {
    await bench.reports('SC101')
    expect((await bench.sweepOn('2027-09-20')).messages).toEqual([])
  })

  it.each([
    ['not signed', { status: 'in_progress', listNo: undefined }],
    ['not certain', { listNo: undefined, pairCertainty: 'C' }],
    ['freed by an admin', { dutyDecision: 'none' }],
    ['signed after the year', { signedOn: '2027-11-01' }],
  ] as const)('of a pair that is %s', async (_why, fields) => {
    await bench.addPair('SC102', 'เชียงราย', fields)
    const { messages } = await bench.sweepOn('2027-09-20')
    expect(messages.flatMap(({ pairIds }) => pairIds)).not.toContain('SC102')
  })

  it('of a fiscal year before the program was first used', async () => {
    expect((await bench.sweep({ asOf: '2026-09-20' })).messages).toEqual([])
    expect(await dutyOf(bench.store, 'SC101', 2569)).toBeUndefined()
  })
})

describe('the officers of the province', () => {
  it('are reminded on 1 April, 1 July, 1 August and 1 September, each on a working day', async () => {
    const days = ['2027-04-01', '2027-07-01', '2027-08-02', '2027-09-01']
    const rules: string[] = []
    for (const day of days)
      rules.push(...(await bench.sweepOn(day)).messages.filter((m) => m.personId === officer).map((m) => m.ruleId))
    expect(rules).toEqual(['officer-april', 'officer-july', 'officer-august', 'officer-september'])
  })

  it('read that no report was found, never that nothing was held, and get both buttons', async () => {
    await bench.sweepOn('2027-04-01')
    const [replies = []] = await bench.messagesTo('Uofficer')
    const text = replies.map(readable).join()
    expect(text).toContain('ยังไม่พบรายงานกิจกรรมในระบบ')
    expect(text).not.toContain('ไม่ได้จัดกิจกรรม')
    expect(text).toContain('พิมพ์ "รายงานกิจกรรม"')
    const card = replies.at(-1)
    expect(card).toMatchObject({ kind: 'card', card: 'reminder' })
    const [pair] = (card?.kind === 'card' ? card.data.pairs : []) as Record<string, unknown>[]
    expect(pair).toMatchObject({
      name: 'เชียงราย – เมือง SC101',
      report: { data: 'a=report&pair=SC101' },
      plan: { data: 'a=plan&pair=SC101&fy=2570', pickDay: { min: '2027-04-01', max: '2027-09-30' } },
    })
  })

  it('are all reminded, and one of them is enough to be recorded', async () => {
    const second = await bench.addPerson('Usecond', 'officer', ['เชียงราย'])
    expect(sentTo(await bench.sweepOn('2027-04-01')).sort()).toEqual([officer, second].sort())
    await bench.addPerson('Ulate', 'officer', ['เชียงราย'])
    expect((await bench.sweepOn('2027-04-02')).messages).toEqual([])
  })

  it('get one message for several provinces, though each province were swept by itself', async () => {
    await bench.addPair('SC102', 'น่าน')
    await bench.addPair('SC103', 'ภูเก็ต')
    const both = await bench.addPerson('Uboth', 'officer', ['เชียงราย', 'น่าน'])
    const other = await bench.addPerson('Uother', 'officer', ['ภูเก็ต'])
    bench.clock.moveTo('2027-04-01T05:00:00Z')
    const { messages } = await bench.sweep({ pairsAtOnce: 1 })
    const told = Object.fromEntries(messages.map(({ personId, pairIds }) => [personId, pairIds]))
    expect(messages).toHaveLength(3)
    expect(told).toEqual({ [officer]: ['SC101'], [both]: ['SC101', 'SC102'], [other]: ['SC103'] })
    expect((await bench.sweep({ pairsAtOnce: 1 })).messages).toEqual([])
  })

  it('get one message for several pairs', async () => {
    await bench.addPair('SC102', 'เชียงราย')
    const { messages } = await bench.sweepOn('2027-04-01')
    expect(messages).toMatchObject([{ personId: officer, pairIds: ['SC101', 'SC102'] }])
    expect(await bench.gotten('Uofficer')).toHaveLength(1)
  })

  it('edge 48: get one message for all that became due while the machine was down', async () => {
    const { messages } = await bench.sweepOn('2027-09-02')
    expect(messages.filter(({ personId }) => personId === officer)).toMatchObject([{ ruleId: 'officer-september' }])
    const fired = await firedFor(bench.store, 'SC101:2570')
    expect(fired.map(({ ruleId, result }) => [ruleId, result])).toEqual([
      ['officer-april', 'joined'],
      ['officer-august', 'joined'],
      ['officer-july', 'joined'],
      ['officer-september', 'sent'],
      ['supervisor-august', 'sent'],
    ])
  })

  it('get one message for two fiscal years', async () => {
    const { messages } = await bench.sweepOn('2028-04-03')
    const own = messages.filter(({ personId }) => personId === officer)
    expect(own).toMatchObject([{ ruleId: 'officer-april', pairIds: ['SC101'] }])
    const [text] = await bench.gotten('Uofficer')
    expect(text).toContain('ปีงบประมาณ 2570 สิ้นสุดแล้ว')
    expect(text).toContain('ปีงบประมาณ 2571 ภายใน')
  })

  it('edge 55: find every pair named when there are more than a card holds', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `SC${200 + index}`)
    for (const id of ids) await bench.addPair(id, 'เชียงราย')
    await bench.sweepOn('2027-04-01')
    const [replies = []] = await bench.messagesTo('Uofficer')
    expect(replies.length).toBeLessThanOrEqual(5)
    const text = replies.map(readable).join()
    for (const id of ids) expect(text).toContain(`เมือง ${id}`)
  })
})

describe('the supervisor', () => {
  it('is reminded on 16 August and 15 September, with the officers and when they were last reminded', async () => {
    await bench.sweepOn('2027-08-02')
    expect(await bench.gotten('Usupervisor')).toEqual([])
    expect(sentTo(await bench.sweepOn('2027-08-16'))).toEqual([supervisor])
    const [text] = await bench.gotten('Usupervisor')
    expect(text).toContain('คุณUofficer')
    expect(text).toContain('เตือนล่าสุด 2 ส.ค. 2570')
    expect(text).not.toContain('a=report')
    expect((await bench.sweepOn('2027-09-15')).messages).toContainEqual(
      expect.objectContaining({ personId: supervisor, ruleId: 'supervisor-september' }),
    )
  })

  it('sees the day that a sweep looked at, not the day of the machine, when sweeps are made as of a day', async () => {
    await bench.sweep({ asOf: '2027-08-02' })
    await bench.sweep({ asOf: '2027-08-16' })
    expect((await bench.gotten('Usupervisor')).join()).toContain('เตือนล่าสุด 2 ส.ค. 2570')
  })

  it('sees that the province has no officer', async () => {
    await bench.addPair('SC300', 'พะเยา')
    await bench.addPerson('Uboss', 'supervisor', ['พะเยา'])
    await bench.sweepOn('2027-08-16')
    expect((await bench.gotten('Uboss')).join()).toContain('ยังไม่มีเจ้าหน้าที่')
  })
})

describe('edge 47: when nobody can be reached', () => {
  it('it is recorded with the reason, shown, and made good as soon as somebody registers', async () => {
    await bench.addPair('SC300', 'พะเยา')
    const first = await bench.sweepOn('2027-04-01')
    expect(first.skipped).toContainEqual({ pairId: 'SC300', ruleId: 'officer-april', reason: 'no-officer' })
    expect(await firedFor(bench.store, 'SC300:2570')).toMatchObject([{ result: 'skipped', skipReason: 'no-officer' }])
    const late = await bench.addPerson('Ulate', 'officer', ['พะเยา'])
    expect((await bench.sweepOn('2027-04-02')).messages).toMatchObject([{ personId: late, ruleId: 'officer-april' }])
    expect(await firedFor(bench.store, 'SC300:2570')).toMatchObject([{ result: 'sent' }])
    expect((await bench.sweepOn('2027-04-03')).messages).toEqual([])
  })

  it('edge 46: because the officer has blocked the bot, nothing is sent, and the supervisor sees why', async () => {
    await bench.blocks('Uofficer')
    const { skipped } = await bench.sweepOn('2027-08-16')
    expect(skipped).toContainEqual({ pairId: 'SC101', ruleId: 'officer-august', reason: 'blocked' })
    expect(await bench.gotten('Uofficer')).toEqual([])
    expect((await bench.gotten('Usupervisor')).join()).toContain('คุณUofficer (ปิดรับข้อความ)')
  })
})

describe('a dry run', () => {
  it('decides the same and writes nothing', async () => {
    bench.clock.moveTo('2027-09-20T05:00:00Z')
    const dry = await bench.sweep({ dryRun: true })
    expect(await bench.gotten('Uofficer')).toEqual([])
    expect(await dutyOf(bench.store, 'SC101', 2570)).toBeUndefined()
    const real = await bench.sweep()
    const decided = (result: typeof dry) => result.messages.map(({ result: _, ...message }) => message)
    expect(decided(dry)).toEqual(decided(real))
    expect(dry).toMatchObject({ dryRun: true, messages: [{ result: 'would-store' }, { result: 'would-store' }] })
  })

  it('as of a day counts that whole day', async () => {
    const result = await bench.sweep({ asOf: '2027-04-01', dryRun: true })
    expect(result).toMatchObject({ asOf: '2027-04-01', messages: [{ personId: officer, pairIds: ['SC101'] }] })
  })
})
