/**
 * LINE's webhook body, read as loosely as LINE asks: new event types, new properties and missing optional ones appear
 * without notice, so an entry that cannot be read is left out and never disturbs its neighbours. Nothing here throws.
 */
import { v5 as uuidV5 } from 'uuid'
import { z } from 'zod'

/** An event as it arrived; `event-words.ts` turns it into what the bot works on. */
export interface ReceivedEvent {
  /** LINE's webhookEventId; without one, an id made from the event itself, the same for every delivery of it. */
  readonly id: string
  readonly type: string
  /** 'active' or 'standby'; an event without a mode counts as active. */
  readonly mode: string
  /** 'user', 'group', 'room', or '' for an event without a source. */
  readonly sourceType: string
  readonly userId?: string
  readonly replyToken?: string
  readonly occurredAt: Date
  readonly isRedelivery: boolean
  /** The event as LINE sent it: plain JSON. */
  readonly raw: unknown
}

export type Webhook =
  | { readonly ok: true; readonly destination?: string; readonly events: ReceivedEvent[] }
  | { readonly ok: false }

const NAMESPACE = '1f0d3f5e-6c0b-4a57-9a55-3b4f4e0b6a11'

const word = z.string().min(1).max(200).optional().catch(undefined)

const WebhookBody = z.looseObject({ destination: word, events: z.array(z.unknown()) })

const Event = z.looseObject({
  type: z.string().min(1).max(200),
  mode: word,
  webhookEventId: word,
  replyToken: word,
  timestamp: z.int().min(0).max(8.64e15).optional().catch(undefined),
  source: z.looseObject({ type: word, userId: word }).optional().catch(undefined),
  deliveryContext: z
    .looseObject({ isRedelivery: z.boolean().catch(false) })
    .optional()
    .catch(undefined),
})

/**
 * @param json the parsed body
 * @param receivedAt stands in for the time of an event that carries none
 */
export function readWebhook(json: unknown, receivedAt: Date = new Date(0)): Webhook {
  const body = WebhookBody.safeParse(json)
  if (!body.success) return { ok: false }
  const events = body.data.events.map((raw) => readEvent(raw, receivedAt)).filter((event) => event !== undefined)
  return { ok: true, destination: body.data.destination, events }
}

function readEvent(raw: unknown, receivedAt: Date): ReceivedEvent | undefined {
  const read = Event.safeParse(raw)
  if (!read.success) return undefined
  const { type, mode, webhookEventId, replyToken, timestamp, source, deliveryContext } = read.data
  return {
    id: webhookEventId ?? idOf(raw),
    type,
    mode: mode ?? 'active',
    sourceType: source?.type ?? '',
    userId: source?.userId,
    replyToken,
    occurredAt: timestamp === undefined ? receivedAt : new Date(timestamp),
    isRedelivery: deliveryContext?.isRedelivery ?? false,
    raw,
  }
}

/** A redelivery differs from the first delivery in its `deliveryContext` only, so that stays out of the id. */
function idOf(raw: unknown): string {
  const event = typeof raw === 'object' ? { ...raw, deliveryContext: undefined } : raw
  return uuidV5(JSON.stringify(event), NAMESPACE)
}
