import { expect, test } from 'vitest'
import { PhoneRefusal } from '../../../src/simulator/index.ts'
import { START, startWorld } from './world.ts'

const at = (instant: string) => new Date(instant)

test.each([
  ['a day back', { days: -1 }],
  ['no day', { days: 0 }],
  ['half a day', { days: 0.5 }],
  ['yesterday', { to: '2026-11-01' }],
  ['a day that is not there', { to: '2026-02-30' }],
  ['eleven years on', { days: 4000 }],
  ['the next century', { to: '2126-01-01' }],
])('the clock cannot be moved by %s', async (_what, move) => {
  const { simulator } = await startWorld()
  await expect(simulator.moveClock(move)).rejects.toThrow(PhoneRefusal)
  expect(simulator.clock.now()).toEqual(at(START))
})

test('the clock follows the real one from wherever it was moved, also after a restart', async () => {
  const world = await startWorld()
  expect(world.simulator.clock.now()).toEqual(at(START))
  await world.simulator.moveClock({ days: 3 })
  world.clock.forward(60_000)
  expect(world.simulator.clock.now()).toEqual(at('2026-11-05T09:01:00+07:00'))
  const { simulator } = await world.restart()
  expect(simulator.clock.now()).toEqual(at('2026-11-05T09:01:00+07:00'))
})

test('a move to a day leads to its morning in Bangkok, and never back on the same day', async () => {
  const world = await startWorld()
  await world.simulator.moveClock({ to: '2027-09-01' })
  expect(world.simulator.clock.now()).toEqual(at('2027-09-01T09:00:00+07:00'))
  world.clock.forward(3 * 3600_000)
  await world.simulator.moveClock({ to: '2027-09-01' })
  expect(world.simulator.clock.now()).toEqual(at('2027-09-01T12:00:00+07:00'))
})

test('what becomes due runs on the moved clock, before the move is done', async () => {
  const { simulator, call } = await startWorld()
  const seen: Date[] = []
  simulator.onClockMoved(async () => {
    await call('GET', '/v2/bot/info')
    seen.push(simulator.clock.now())
  })
  await Promise.all([simulator.moveClock({ days: 1 }), simulator.moveClock({ days: 1 })])
  expect(seen).toEqual([at('2026-11-03T09:00:00+07:00'), at('2026-11-04T09:00:00+07:00')])
})

test('the clock waits for a webhook under way', async () => {
  const { simulator, receiver, call } = await startWorld()
  let answer = () => {}
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  receiver.meanwhile = () => answered
  await simulator.phone('guest').say('รอด้วย')
  await expect.poll(() => receiver.seen.length).toBe(1)
  const moved = simulator.moveClock({ days: 1 })
  const meanwhile = (async () => {
    for (let calls = 0; calls < 10; calls += 1) await call('GET', '/v2/bot/info')
    return 'still waiting'
  })()
  expect(await Promise.race([moved, meanwhile])).toBe('still waiting')
  expect(simulator.clock.now()).toEqual(at(START))
  answer()
  expect(await moved).toEqual(at('2026-11-03T09:00:00+07:00'))
})
