/** Whoever sweeps, and whatever others do meanwhile, nobody is reminded twice, or of what was done. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { firedFor, runSweep } from '../../../src/reminders/index.ts'
import type { Store } from '../../../src/store/index.ts'
import { beforeFirstWrite, enqueuePush, openReminderBench, type ReminderBench } from './reminder-bench.ts'

let bench: ReminderBench

beforeEach(async () => {
  bench = await openReminderBench()
  await bench.addPair('SC101', 'เชียงราย')
  await bench.addPerson('Uofficer', 'officer', ['เชียงราย'])
  await bench.addPerson('Usupervisor', 'supervisor', ['เชียงราย'])
})
afterEach(() => bench.close())

describe('nobody is reminded twice', () => {
  it('edge 48: the second sweep of a day sends nothing', async () => {
    await bench.sweepOn('2027-09-20')
    expect(await bench.gotten('Uofficer')).toHaveLength(1)
    expect((await bench.sweep()).messages).toEqual([])
    expect(await bench.gotten('Uofficer')).toEqual([])
  })

  it('edge 48: of two processes that sweep at once, one sends', async () => {
    bench.clock.moveTo('2027-09-20T05:00:00Z')
    await Promise.all([bench.sweep(), bench.sweep(), bench.sweep()])
    expect(await bench.gotten('Uofficer')).toHaveLength(1)
    expect(await bench.gotten('Usupervisor')).toHaveLength(1)
  })

  it('edge 48: when another process fires first for duties that this one has added', async () => {
    bench.clock.moveTo('2027-09-20T05:00:00Z')
    const store = beforeFirstWrite(bench.store, () => bench.sweep())
    expect((await runSweep({ store, enqueuePush, now: bench.clock.now() })).messages).toEqual([])
    expect(await bench.gotten('Uofficer')).toHaveLength(1)
    expect(await bench.gotten('Usupervisor')).toHaveLength(1)
  })

  it('edge 48: when that other process went by the day before, only what is due since', async () => {
    const swept = (store: Store, day: string) => runSweep({ store, enqueuePush, now: new Date(`${day}T05:00:00Z`) })
    const store = beforeFirstWrite(bench.store, () => swept(bench.store, '2027-08-31'))
    const { messages } = await swept(store, '2027-09-01')
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['officer-september'])
    expect(await bench.gotten('Uofficer')).toHaveLength(2)
  })
})

it('nobody is reminded of what a colleague reports between the decision and the sending', async () => {
  await bench.sweepOn('2026-12-01')
  bench.clock.moveTo('2027-09-20T05:00:00Z')
  const store = beforeFirstWrite(bench.store, () => bench.reports('SC101'))
  const result = await runSweep({ store, enqueuePush, now: bench.clock.now() })
  expect(result.messages).toEqual([])
  expect(await firedFor(bench.store, 'SC101:2570')).toEqual([])
  expect(await bench.gotten('Uofficer')).toEqual([])
})
