/** Webhook events in exactly LINE's shape, property by property in LINE's order. */
import type { ImageInSet } from './types.ts'

/** What happened, before LINE's common properties are added. */
export interface Happened {
  readonly type: string
  readonly [property: string]: unknown
}

export interface EventMarks {
  readonly webhookEventId: string
  readonly at: Date
  readonly userId: string
  /** Unfollow and unsend have none. */
  readonly replyToken?: string
}

export interface LineEvent extends Happened {
  readonly webhookEventId: string
}

export function lineEvent(happened: Happened, marks: EventMarks): LineEvent {
  return {
    ...happened,
    webhookEventId: marks.webhookEventId,
    deliveryContext: { isRedelivery: false },
    timestamp: marks.at.getTime(),
    source: { type: 'user', userId: marks.userId },
    ...(marks.replyToken && { replyToken: marks.replyToken }),
    mode: 'active',
  }
}

/** The same event as LINE sends it once more. */
export function redelivered<Event extends Happened>(event: Event): Event {
  return { ...event, deliveryContext: { isRedelivery: true } }
}

export interface MessageMarks {
  readonly id: string
  readonly quoteToken: string
  readonly markAsReadToken: string
}

export const textMessage = (text: string, marks: MessageMarks) => ({ type: 'text', ...marks, text })

export const imageMessage = (marks: MessageMarks, set?: ImageInSet) => ({
  type: 'image',
  ...marks,
  contentProvider: { type: 'line' },
  ...(set && { imageSet: set }),
})

export const fileMessage = ({ id, markAsReadToken }: MessageMarks, fileName: string, fileSize: number) => ({
  type: 'file',
  id,
  markAsReadToken,
  fileName,
  fileSize,
})

export const stickerMessage = (marks: MessageMarks) => ({
  type: 'sticker',
  ...marks,
  packageId: '446',
  stickerId: '1988',
  stickerResourceType: 'STATIC',
  keywords: ['Hello', 'สวัสดี'],
})
