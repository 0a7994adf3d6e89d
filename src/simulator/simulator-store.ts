/** The simulator's questions to its own store. */
import type { Reader, Stored, Transaction } from '../store/types.ts'
import {
  type ChatEntry,
  chat,
  type Phone,
  phones,
  type ReplyToken,
  type RetryKey,
  type RichMenu,
  replyTokens,
  retryKeys,
  richMenus,
  type Settings,
  settings,
  type Webhook,
  webhooks,
} from './collections.ts'

export const allPhones = (read: Reader): Promise<Stored<Phone>[]> => read.find(phones, 'inOrder', [])

export const phoneById = (read: Reader, id: string): Promise<Stored<Phone> | undefined> => read.get(phones, id)

export async function phoneOfUser(read: Reader, userId: string): Promise<Stored<Phone> | undefined> {
  const [phone] = await read.find(phones, 'byUser', [userId], { limit: 1 })
  return phone
}

/** The newest `limit` lines of a chat, or all of them; oldest first. */
export async function chatOf(read: Reader, phoneId: string, limit?: number): Promise<Stored<ChatEntry>[]> {
  const newestFirst = await read.find(chat, 'byPhone', [phoneId], { order: 'desc', limit })
  return newestFirst.reverse()
}

export const chatEntry = (read: Reader, messageId: string): Promise<Stored<ChatEntry> | undefined> =>
  read.get(chat, messageId)

export const webhookById = (read: Reader, eventId: string): Promise<Stored<Webhook> | undefined> =>
  read.get(webhooks, eventId)

/** The webhooks that the bot has not acknowledged, oldest first within each user. */
export const waitingWebhooks = (read: Reader): Promise<Stored<Webhook>[]> => read.find(webhooks, 'ofUser', ['waiting'])

export const replyTokenById = (read: Reader, token: string): Promise<Stored<ReplyToken> | undefined> =>
  read.get(replyTokens, token)

export const retryKeyById = (read: Reader, key: string): Promise<Stored<RetryKey> | undefined> =>
  read.get(retryKeys, key)

/** How many pushed messages reached somebody in a month ('2026-11'). */
export const usageOf = (read: Reader, month: string): Promise<number> => read.count(chat, 'byQuotaMonth', [month])

export const allRichMenus = (read: Reader): Promise<Stored<RichMenu>[]> => read.find(richMenus, 'inOrder', [])

export const richMenuById = (read: Reader, id: string): Promise<Stored<RichMenu> | undefined> => read.get(richMenus, id)

export async function platformSettings(read: Reader): Promise<Settings> {
  return (await read.get(settings, 'platform')) ?? { id: 'platform', clockOffsetMs: 0 }
}

export async function changeSettings(tx: Transaction, change: Partial<Settings>): Promise<void> {
  const stored = await tx.get(settings, 'platform')
  if (stored) tx.replace(settings, { ...stored, ...change })
  else tx.insert(settings, { id: 'platform', clockOffsetMs: 0, ...change })
}

/** The highest sequence number in use. */
export async function lastSequence(read: Reader): Promise<number> {
  const newest = { order: 'desc', limit: 1 } as const
  const found = await Promise.all([
    read.find(chat, 'inOrder', [], newest),
    read.find(webhooks, 'inOrder', [], newest),
    read.find(phones, 'inOrder', [], newest),
    read.find(richMenus, 'inOrder', [], newest),
  ])
  return Math.max(0, ...found.flat().map((document) => document.seq))
}
