/** Puts what the bot sent into chats: on disk in the transaction that accepts the call, then on the page. */
import type { Transaction } from '../../store/types.ts'
import { type ChatEntry, chat, type Phone, type SentMessage } from '../collections.ts'
import type { Ground } from '../ground.ts'
import type { MessageJson } from '../types.ts'
import { viewOfEntry } from '../views.ts'

/** Messages that a user can quote. */
const QUOTABLE = ['text', 'textV2', 'sticker', 'image', 'video']

export interface Delivery {
  readonly requestId: string
  /** Set when each person reached counts to that month's quota. */
  readonly quotaMonth?: string
}

export interface Delivered {
  readonly sentMessages: SentMessage[]
  readonly entries: readonly ChatEntry[]
}

/** @param phone where they arrive; undefined when they are accepted and reach nobody, as with a user who blocks */
export function deliver(
  tx: Transaction,
  { ids, clock }: Ground,
  phone: Phone | undefined,
  messages: readonly MessageJson[],
  { requestId, quotaMonth }: Delivery,
): Delivered {
  const numbered = messages.map((message) => ({ message, seq: ids.next() }))
  const entries = numbered.map(({ message, seq }, at): ChatEntry => {
    const counts = at === 0 && quotaMonth !== undefined
    const line = { id: ids.messageId(seq), phoneId: phone?.id ?? '', seq, at: clock.now(), message: { ...message } }
    return { ...line, from: 'bot', requestId, ...(counts && { quotaMonth }) }
  })
  if (phone) for (const entry of entries) tx.insert(chat, entry)
  const sentMessages = entries.map(({ id, message }) => ({
    id,
    ...(QUOTABLE.includes(message.type) && { quoteToken: ids.quoteToken() }),
  }))
  return { sentMessages, entries: phone ? entries : [] }
}

export function showDelivered({ live }: Ground, entries: readonly ChatEntry[]): void {
  for (const entry of entries) {
    live.tell({ event: 'message', data: { phoneId: entry.phoneId, message: viewOfEntry(entry) } })
  }
}
