import { expect, test } from 'vitest'
import { RateLimits } from '../../../src/simulator/platform/rate.ts'

function limits() {
  let now = 0
  return { limits: new RateLimits(() => now), wait: (ms: number) => (now += ms) }
}

test('the call after the last allowed one is refused, and others are not touched by it', () => {
  const { limits: rates } = limits()
  const list = { name: 'listRichMenus', rate: { calls: 2, perMs: 1000 } }
  rates.take(list)
  rates.take(list)
  expect(() => rates.take(list)).toThrow('The API rate limit has been exceeded. Try again later.')
  expect(() => rates.take({ name: 'push' })).not.toThrow()
})

test('the bucket fills again with time, never above its size', () => {
  const { limits: rates, wait } = limits()
  const list = { name: 'listRichMenus', rate: { calls: 2, perMs: 1000 } }
  rates.take(list)
  rates.take(list)
  wait(499)
  expect(() => rates.take(list)).toThrow()
  wait(1)
  rates.take(list)
  wait(60_000)
  rates.take(list)
  rates.take(list)
  expect(() => rates.take(list)).toThrow()
})
