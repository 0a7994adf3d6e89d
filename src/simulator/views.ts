/** Documents as the page and the tests get them. */
import type { ChatEntry, Phone } from './collections.ts'
import type { ChatMessage, PhoneView } from './types.ts'

/** @param defaultRichMenuId what shows on a phone without a menu of its own */
export function viewOfPhone(phone: Phone, defaultRichMenuId: string | undefined): PhoneView {
  const { id, userId, name, position, role, provinces, following } = phone
  const richMenu = phone.richMenuId ?? defaultRichMenuId ?? null
  return { id, userId, name, position, role, provinces, following, richMenu }
}

export function viewOfEntry(entry: ChatEntry): ChatMessage {
  const { id, from, message, webhookEventId, requestId } = entry
  return {
    id,
    at: entry.at.toISOString(),
    from,
    message,
    ...(webhookEventId && { webhookEventId }),
    ...(requestId && { requestId }),
  }
}
