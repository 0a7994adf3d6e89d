/** Makes what happens on a phone durable in one transaction, then shows it on the page and sends the webhook. */
import { retryOnConflict } from '../store/index.ts'
import type { Stored, Transaction } from '../store/types.ts'
import { type ChatEntry, chat, type Phone, phones, replyTokens, webhooks } from './collections.ts'
import type { Courier } from './courier.ts'
import { type Happened, lineEvent, type MessageMarks } from './events.ts'
import type { Ground } from './ground.ts'
import { defaultRichMenuId } from './platform/shown-menus.ts'
import { PhoneRefusal } from './refusal.ts'
import { phoneById } from './simulator-store.ts'
import { refusals } from './texts.ts'
import { viewOfEntry, viewOfPhone } from './views.ts'

/** What a deed may look at. */
interface About {
  readonly tx: Transaction
  readonly phone: Stored<Phone>
  /** For the message, if the deed is one. */
  readonly message: MessageMarks
}

export interface Happening {
  readonly event: Happened
  readonly isReplyable: boolean
  readonly entries?: readonly Pick<ChatEntry, 'id' | 'from' | 'message' | 'contentType'>[]
  /** An older line of the chat that is different now. */
  readonly changed?: Stored<ChatEntry>
  readonly phone?: Partial<Phone>
}

export interface Deed {
  (about: About): Happening | Promise<Happening>
  /** A blocked bot hears of nothing else. */
  worksWhenBlocked?: true
}

interface Done {
  readonly phone: Phone
  readonly phoneChanged: boolean
  readonly shown: readonly ChatEntry[]
}

export class Happenings {
  readonly ground: Ground
  readonly #courier: Courier

  constructor(ground: Ground, courier: Courier) {
    this.ground = ground
    this.#courier = courier
  }

  /** @returns the id of the webhook event */
  async happen(phoneId: string, deed: Deed): Promise<string> {
    const { ground } = this
    const at = ground.clock.now()
    const seq = ground.ids.next()
    const marks = { at, seq, eventId: ground.ids.webhookEventId(at, seq) }
    const done = await retryOnConflict(() => ground.store.transaction((tx) => this.#decide(tx, phoneId, deed, marks)))
    await this.#show(done)
    this.#courier.add(done.phone.userId, marks.eventId)
    return marks.eventId
  }

  async #decide(tx: Transaction, phoneId: string, deed: Deed, { at, seq, eventId }: Marks): Promise<Done> {
    const { ids } = this.ground
    const phone = await phoneById(tx, phoneId)
    if (!phone) throw new PhoneRefusal(refusals.noSuchPhone, 404)
    if (!phone.following && !deed.worksWhenBlocked) throw new PhoneRefusal(refusals.notFollowing)
    const id = ids.messageId(seq)
    const message = { id, quoteToken: ids.quoteToken(), markAsReadToken: `r${id}` }
    const happening = await deed({ tx, phone, message })

    const replyToken = happening.isReplyable ? ids.replyToken() : undefined
    const event = lineEvent(happening.event, { webhookEventId: eventId, at, userId: phone.userId, replyToken })
    tx.insert(webhooks, { id: eventId, userId: phone.userId, seq, state: 'waiting', event, replyToken })
    if (replyToken) tx.insert(replyTokens, { id: replyToken, phoneId, eventAt: at, deliveredAt: at })
    const entries = (happening.entries ?? []).map((entry) => ({ ...entry, phoneId, seq, at, webhookEventId: eventId }))
    for (const entry of entries) tx.insert(chat, entry)
    if (happening.changed) tx.replace(chat, happening.changed)
    const changedPhone = { ...phone, ...happening.phone }
    if (happening.phone) tx.replace(phones, changedPhone)
    const shown = happening.changed ? [...entries, happening.changed] : entries
    return { phone: changedPhone, phoneChanged: happening.phone !== undefined, shown }
  }

  async #show({ phone, phoneChanged, shown }: Done): Promise<void> {
    const { live } = this.ground
    if (phoneChanged) {
      const view = viewOfPhone(phone, await defaultRichMenuId(this.ground))
      live.tell({ event: 'phone', data: { phone: view } })
    }
    for (const entry of shown) live.tell({ event: 'message', data: { phoneId: phone.id, message: viewOfEntry(entry) } })
  }
}

interface Marks {
  readonly at: Date
  readonly seq: number
  readonly eventId: string
}

/** A line of the simulator itself in a chat. */
export function noted(text: string): { from: 'system'; message: { type: 'text'; text: string } } {
  return { from: 'system', message: { type: 'text', text } }
}
