import { expect, test } from 'vitest'
import { createMetrics } from '../../../src/http/metrics.ts'

function open(left: number | undefined) {
  return createMetrics({ waitingEvents: async () => 2, outbox: async () => ({ waiting: 3 }), quotaLeft: () => left })
}

test('what was counted is told by its kind', async () => {
  const metrics = open(42)
  const { meters } = metrics
  meters.acknowledged(200, 3)
  meters.received('new')
  meters.received('duplicate')
  meters.sent('reply', 'accepted', 40)
  meters.sent('push', 'uncertain')
  meters.settled('push', 'waiting')
  meters.settled('push', 'accepted')
  meters.settled('reply', 'undecidable')
  const text = await metrics.metrics()
  for (const line of [
    'sistercity_ack_seconds_bucket{le="0.005"} 1',
    'sistercity_webhooks_total{status="200"} 1',
    'sistercity_events_total{result="new"} 1',
    'sistercity_events_total{result="duplicate"} 1',
    'sistercity_reply_seconds_bucket{le="0.05"} 1',
    'sistercity_reply_seconds_count 1',
    'sistercity_sends_total{kind="reply",outcome="accepted"} 1',
    'sistercity_sends_total{kind="push",outcome="uncertain"} 1',
    'sistercity_send_retries_total{kind="push"} 1',
    'sistercity_dropped_total{kind="reply",status="undecidable"} 1',
    'sistercity_events_waiting 2',
    'sistercity_outgoing_messages{status="waiting"} 3',
    'sistercity_quota_left{plan="limited"} 42',
  ]) {
    expect(text.split('\n')).toContain(line)
  }
  expect(text).not.toMatch(/^sistercity_dropped_total.*accepted/m)
})

test('a quota without a limit, or not known, is no figure', async () => {
  expect(await open(undefined).metrics()).not.toMatch(/^sistercity_quota_left/m)
})
