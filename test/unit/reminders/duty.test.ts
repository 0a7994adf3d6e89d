/** What becomes of a duty: fulfilled, open again, and missed when its fiscal year has ended. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dutyOf, dutyReopened, openDutiesOf } from '../../../src/reminders/index.ts'
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

describe('after the fiscal year has ended', () => {
  it('both are reminded on 15 October, without a planned date to pick', async () => {
    await bench.sweepOn('2027-09-20')
    await bench.gotten('Uofficer')
    const { messages } = await bench.sweepOn('2027-10-15')
    expect(messages).toMatchObject([
      { personId: officer, ruleId: 'officer-year-end' },
      { personId: supervisor, ruleId: 'supervisor-year-end' },
    ])
    expect((await bench.gotten('Uofficer')).join()).not.toContain('a=plan')
  })

  it('the duty is missed only after that reminder, and a report then is late', async () => {
    await bench.sweepOn('2027-10-14')
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({ status: 'expected' })
    await bench.sweepOn('2027-10-15')
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({ status: 'missed' })
    await bench.reports('SC101', 2570)
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({
      status: 'reported_late',
      reportedOn: '2027-10-15',
    })
  })

  it('the year that was slept through is reminded of once', async () => {
    const { messages } = await bench.sweepOn('2027-10-20')
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['officer-year-end', 'supervisor-year-end'])
  })

  it('the year that was slept through is reminded of in every province, though each were swept by itself', async () => {
    await bench.addPair('SC102', 'น่าน')
    await bench.addPerson('Unan', 'officer', ['น่าน'])
    bench.clock.moveTo('2027-10-20T05:00:00Z')
    const planned = await bench.sweep({ pairsAtOnce: 1, dryRun: true })
    const { messages } = await bench.sweep({ pairsAtOnce: 1 })
    expect(messages.map(({ ruleId, pairIds: [pairId] }) => `${pairId} ${ruleId}`).sort()).toEqual([
      'SC101 officer-year-end',
      'SC101 supervisor-year-end',
      'SC102 officer-year-end',
    ])
    expect(planned.messages.map(({ personId }) => personId)).toEqual(messages.map(({ personId }) => personId))
  })
})

describe('the duty', () => {
  it('is open again when the only report was withdrawn, with the planned date it had', async () => {
    await bench.sweepOn('2027-07-01')
    await bench.phone('Uofficer').taps('a=plan&pair=SC101&fy=2570', { date: '2027-08-20' })
    await bench.reports('SC101')
    const changes = await dutyReopened(bench.store, 'SC101', 2570, bench.clock.now())
    await bench.store.transaction((tx) => {
      for (const change of changes) change(tx)
    })
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({ status: 'planned', plannedOn: '2027-08-20' })
    expect(await openDutiesOf(bench.store, ['SC101'], 2570)).toHaveLength(1)
  })

  it('is fulfilled by a report that comes before any sweep, and a second report changes nothing', async () => {
    await bench.reports('SC101')
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({
      status: 'reported',
      reportedOn: '2026-11-21',
      rev: 1,
    })
    await bench.reports('SC101')
    expect(await dutyOf(bench.store, 'SC101', 2570)).toMatchObject({ rev: 1 })
  })

  it('is none for a year before the first use, whatever is reported of it', async () => {
    await bench.reports('SC101', 2568)
    expect(await dutyOf(bench.store, 'SC101', 2568)).toBeUndefined()
  })
})
