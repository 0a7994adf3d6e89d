import { expect, test } from 'vitest'
import { isShown, pretty } from '../../../src/simulator/page/traffic.ts'
import type { TrafficEntry } from '../../../src/simulator/page/types.ts'

const refused: TrafficEntry = {
  id: '1',
  at: '2026-11-21T02:00:00Z',
  direction: 'api',
  method: 'POST',
  path: '/v2/bot/message/push',
  status: 429,
  requestBody: { messages: [{ type: 'text', text: 'สรุป' }] },
  responseBody: '{"message":"You have reached your monthly limit."}',
}

test('an entry is found by its direction, by having failed, and by any word in it', () => {
  expect(isShown(refused, 'api', '')).toBe(true)
  expect(isShown(refused, 'webhook', '')).toBe(false)
  expect(isShown(refused, 'failed', 'monthly LIMIT')).toBe(true)
  expect(isShown({ ...refused, status: 200 }, 'failed', '')).toBe(false)
  expect(isShown(refused, 'all', 'สรุป')).toBe(true)
  expect(isShown(refused, 'all', 'reply')).toBe(false)
})

test('an entry that got no answer counts as failed', () => {
  expect(isShown({ ...refused, status: 0 }, 'failed', '')).toBe(true)
})

test('JSON is laid out, text stays text, nothing is nothing', () => {
  expect(pretty('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(pretty('Bad Gateway')).toBe('Bad Gateway')
  expect(pretty(null)).toBe('')
})
