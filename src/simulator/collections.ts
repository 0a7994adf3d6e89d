/** What the simulator keeps on disk, so that a kill in the middle of a story loses none of it. */
import { z } from 'zod'
import { collection } from '../store/types.ts'

const Phone = z.object({
  id: z.string(),
  userId: z.string(),
  name: z.string(),
  position: z.string(),
  role: z.enum(['guest', 'officer', 'supervisor', 'admin']),
  provinces: z.array(z.string()),
  following: z.boolean(),
  /** A friend before, perhaps blocking now. */
  hasFollowed: z.boolean(),
  /** The menu linked to this user alone; else the default one shows. */
  richMenuId: z.string().optional(),
  seq: z.number(),
})
export type Phone = z.infer<typeof Phone>
export const phones = collection('phones', {
  schema: Phone,
  indexes: { byUser: { fields: ['userId'], unique: true }, inOrder: { fields: ['seq'] } },
})

const ChatEntry = z.object({
  /** LINE's message id. */
  id: z.string(),
  phoneId: z.string(),
  seq: z.number(),
  at: z.date(),
  from: z.enum(['user', 'bot', 'system']),
  message: z.looseObject({ type: z.string() }),
  webhookEventId: z.string().optional(),
  requestId: z.string().optional(),
  /** Of media that the user sent: what `store.files` holds under the same id. */
  contentType: z.string().optional(),
  unsent: z.boolean().optional(),
  /** On the first message of a push: the month ('2026-11') whose quota it counts to. */
  quotaMonth: z.string().optional(),
})
export type ChatEntry = z.infer<typeof ChatEntry>
export const chat = collection('chat', {
  schema: ChatEntry,
  indexes: {
    byPhone: { fields: ['phoneId', 'seq'] },
    inOrder: { fields: ['seq'] },
    byQuotaMonth: { fields: ['quotaMonth'] },
  },
})

const Webhook = z.object({
  /** LINE's webhookEventId. */
  id: z.string(),
  userId: z.string(),
  seq: z.number(),
  state: z.enum(['waiting', 'acknowledged']),
  event: z.looseObject({ type: z.string() }),
  replyToken: z.string().optional(),
})
export type Webhook = z.infer<typeof Webhook>
export const webhooks = collection('webhooks', {
  schema: Webhook,
  indexes: {
    ofUser: { fields: ['state', 'userId', 'seq'] },
    inOrder: { fields: ['seq'] },
  },
})

const ReplyToken = z.object({
  id: z.string(),
  phoneId: z.string(),
  eventAt: z.date(),
  /** Of the latest delivery: each gives the token another minute. */
  deliveredAt: z.date(),
  usedAt: z.date().optional(),
  /** The x-line-request-id of the call that used it: which answer belongs to which event. */
  usedBy: z.string().optional(),
})
export type ReplyToken = z.infer<typeof ReplyToken>
export const replyTokens = collection('replyTokens', { schema: ReplyToken })

const SentMessage = z.object({ id: z.string(), quoteToken: z.string().optional() })
export type SentMessage = z.infer<typeof SentMessage>

const RetryKey = z.object({
  id: z.string(),
  firstAt: z.date(),
  requestId: z.string(),
  sentMessages: z.array(SentMessage).optional(),
})
export type RetryKey = z.infer<typeof RetryKey>
export const retryKeys = collection('retryKeys', { schema: RetryKey })

const RichMenu = z.object({
  id: z.string(),
  seq: z.number(),
  definition: z.looseObject({ name: z.string() }),
  imageType: z.string().optional(),
})
export type RichMenu = z.infer<typeof RichMenu>
export const richMenus = collection('richMenus', {
  schema: RichMenu,
  indexes: { inOrder: { fields: ['seq'] } },
})

const Settings = z.object({
  /** Always 'platform'. */
  id: z.string(),
  /** How far the clock was moved from the real time. */
  clockOffsetMs: z.number(),
  webhookUrl: z.string().optional(),
  defaultRichMenuId: z.string().optional(),
})
export type Settings = z.infer<typeof Settings>
export const settings = collection('settings', { schema: Settings })

export const simulatorCollections = [phones, chat, webhooks, replyTokens, retryKeys, richMenus, settings] as const
