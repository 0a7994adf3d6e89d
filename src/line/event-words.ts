/**
 * A received event in the bot's words. What needs no work becomes undefined: groups and rooms, copies for a chat that
 * another module holds (standby), types that nobody here knows, and events without a sender.
 */
import { z } from 'zod'
import type { BotEvent } from '../bot/types.ts'
import type { FileRef } from '../dialogs/types.ts'
import type { ReceivedEvent } from './events.ts'

const Id = z.string().min(1).max(200)

const Message = z.looseObject({ id: Id, type: z.string() })
const Text = z.looseObject({ text: z.string() })
const Media = z.looseObject({
  type: z.enum(['image', 'video', 'audio', 'file']),
  fileName: z.string().optional().catch(undefined),
  contentProvider: z.looseObject({ type: z.string() }).optional().catch(undefined),
  imageSet: z
    .looseObject({ index: z.int().min(1), total: z.int().min(1) })
    .optional()
    .catch(undefined),
})
const MessageEvent = z.looseObject({ message: Message })
const PostbackEvent = z.looseObject({
  postback: z.looseObject({
    data: z.string(),
    params: z.record(z.string(), z.unknown()).optional().catch(undefined),
  }),
})
const UnsendEvent = z.looseObject({ unsend: z.looseObject({ messageId: Id }) })

type Sender = Pick<BotEvent, 'id' | 'occurredAt' | 'userId'>

const READERS: Readonly<Record<string, (sender: Sender, raw: unknown) => BotEvent | undefined>> = {
  message: readMessage,
  postback: readPostback,
  unsend: readUnsend,
  follow: (sender) => ({ ...sender, kind: 'follow' }),
  unfollow: (sender) => ({ ...sender, kind: 'unfollow' }),
}

export function toBotEvent(received: ReceivedEvent): BotEvent | undefined {
  const { id, type, mode, sourceType, userId, occurredAt, raw } = received
  if (mode !== 'active' || sourceType !== 'user' || userId === undefined) return undefined
  return Object.hasOwn(READERS, type) ? READERS[type]?.({ id, occurredAt, userId }, raw) : undefined
}

function readMessage(sender: Sender, raw: unknown): BotEvent | undefined {
  const read = MessageEvent.safeParse(raw)
  if (!read.success) return undefined
  const { message } = read.data
  if (message.type === 'text') return readText(sender, message)
  const media = Media.safeParse(message)
  // Media that LINE does not keep itself would have to be fetched from an address somebody else chose.
  if (!media.success || media.data.contentProvider?.type === 'external') {
    return { ...sender, kind: 'wordless', what: message.type }
  }
  return { ...sender, kind: 'file', file: fileOf(message.id, media.data), ...setOf(media.data) }
}

function readText(sender: Sender, message: z.infer<typeof Message>): BotEvent | undefined {
  const read = Text.safeParse(message)
  // Half a surrogate pair cannot be stored as UTF-8, nor sent back.
  return read.success
    ? { ...sender, kind: 'text', messageId: message.id, text: read.data.text.toWellFormed() }
    : undefined
}

function fileOf(messageId: string, media: z.infer<typeof Media>): FileRef {
  const name = media.fileName?.toWellFormed()
  return { messageId, kind: media.type, ...(name === undefined ? {} : { name }) }
}

function setOf({ imageSet }: z.infer<typeof Media>): { set?: { index: number; total: number } } {
  return imageSet ? { set: { index: imageSet.index, total: imageSet.total } } : {}
}

function readPostback(sender: Sender, raw: unknown): BotEvent | undefined {
  const read = PostbackEvent.safeParse(raw)
  if (!read.success) return undefined
  const { data, params = {} } = read.data.postback
  const words = Object.entries(params).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return { ...sender, kind: 'postback', data: data.toWellFormed(), params: Object.fromEntries(words) }
}

function readUnsend(sender: Sender, raw: unknown): BotEvent | undefined {
  const read = UnsendEvent.safeParse(raw)
  return read.success ? { ...sender, kind: 'unsend', messageId: read.data.unsend.messageId } : undefined
}
