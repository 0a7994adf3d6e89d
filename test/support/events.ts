/** Webhook events in LINE's shape, for tests that post them themselves. */
import { randomUUID } from 'node:crypto'

export const GUEST_ID = `U${'0123456789abcdef'.repeat(2)}`

export interface EventJson {
  readonly type: string
  readonly webhookEventId: string
  readonly [property: string]: unknown
}

/** A text message in a one-to-one chat; `changes` replaces properties of the event, or leaves them out when undefined. */
export function textEvent(words: string, changes: Readonly<Record<string, unknown>> = {}): EventJson {
  return {
    type: 'message',
    message: { type: 'text', id: randomUUID(), quoteToken: 'q', text: words },
    webhookEventId: randomUUID(),
    deliveryContext: { isRedelivery: false },
    timestamp: Date.parse('2026-11-19T03:00:00Z'),
    source: { type: 'user', userId: GUEST_ID },
    replyToken: randomUUID().replaceAll('-', ''),
    mode: 'active',
    ...changes,
  }
}
