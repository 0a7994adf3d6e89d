/** What the owner of a phone does: each deed is one transaction (chat, webhook, reply token), and only then a webhook. */
import type { ChatEntry } from './collections.ts'
import { fileMessage, imageMessage, type MessageMarks, stickerMessage, textMessage } from './events.ts'
import { type Deed, type Happening, type Happenings, noted } from './happenings.ts'
import { PhoneRefusal } from './refusal.ts'
import { chatEntry } from './simulator-store.ts'
import { notes, refusals } from './texts.ts'
import type { ImageInSet, MessageJson, PhoneHands } from './types.ts'

const MAX_TEXT_UNITS = 10_000
const MAX_FILE_BYTES = 10 * 1024 * 1024

interface Media {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly name: string
}

export class Hands implements PhoneHands {
  readonly #phoneId: string
  readonly #happenings: Happenings

  constructor(phoneId: string, happenings: Happenings) {
    this.#phoneId = phoneId
    this.#happenings = happenings
  }

  async say(text: string): Promise<string> {
    if (text.length === 0) throw new PhoneRefusal(refusals.emptyText)
    if (text.length > MAX_TEXT_UNITS) throw new PhoneRefusal(refusals.textTooLong)
    return this.#happen(({ message }) => sent(textMessage(text, message)))
  }

  tap(data: string, displayText?: string): Promise<string> {
    return this.postback(data, displayText)
  }

  pick(data: string, day: string): Promise<string> {
    return this.postback(data, undefined, { date: day })
  }

  postback(data: string, displayText?: string, params?: Readonly<Record<string, string>>): Promise<string> {
    return this.#happen(({ message }) => ({
      event: { type: 'postback', postback: { data, ...(params && { params }) } },
      isReplyable: true,
      entries: displayText ? [said(message.id, { type: 'text', text: displayText })] : [],
    }))
  }

  async sendPhoto(bytes: Uint8Array, contentType = 'image/jpeg', set?: ImageInSet): Promise<string> {
    if (!/^image\/(jpeg|png)$/.test(contentType)) throw new PhoneRefusal(refusals.notAnImage)
    return this.#sendMedia({ bytes, contentType, name: 'photo' }, (marks) => imageMessage(marks, set))
  }

  async sendPhotos(photos: readonly Uint8Array[]): Promise<string[]> {
    const id = this.#happenings.ground.ids.imageSetId()
    const eventIds: string[] = []
    for (const [at, photo] of photos.entries()) {
      eventIds.push(await this.sendPhoto(photo, 'image/jpeg', { id, index: at + 1, total: photos.length }))
    }
    return eventIds
  }

  sendFile(bytes: Uint8Array, name: string, contentType = 'application/octet-stream'): Promise<string> {
    return this.#sendMedia({ bytes, contentType, name }, (marks) => fileMessage(marks, name, bytes.length))
  }

  sendSticker(): Promise<string> {
    return this.#happen(({ message }) => sent(stickerMessage(message)))
  }

  follow(): Promise<string> {
    return this.#happen(follow)
  }

  block(): Promise<string> {
    return this.#happen(block)
  }

  unsend(messageId: string): Promise<string> {
    return this.#happen(async ({ tx }) => {
      const entry = await chatEntry(tx, messageId)
      if (!entry || entry.phoneId !== this.#phoneId) throw new PhoneRefusal(refusals.noSuchMessage, 404)
      if (entry.from !== 'user') throw new PhoneRefusal(refusals.notYourMessage)
      if (entry.contentType) await this.#happenings.ground.store.files.remove(messageId)
      const unsent = { ...entry, ...noted(notes.unsent), unsent: true }
      return { event: { type: 'unsend', unsend: { messageId } }, isReplyable: false, changed: unsent }
    })
  }

  async #sendMedia({ bytes, ...file }: Media, tell: (marks: MessageMarks) => MessageJson): Promise<string> {
    if (bytes.length === 0) throw new PhoneRefusal(refusals.emptyFile)
    if (bytes.length > MAX_FILE_BYTES) throw new PhoneRefusal(refusals.tooLarge, 413)
    return this.#happen(async ({ message }) => {
      await this.#happenings.ground.store.files.put({ id: message.id, ...file }, bytes)
      return sent(tell(message), file.contentType)
    })
  }

  #happen(deed: Deed): Promise<string> {
    return this.#happenings.happen(this.#phoneId, deed)
  }
}

const follow: Deed = ({ phone, message }) => {
  if (phone.following) throw new PhoneRefusal(refusals.alreadyFollowing)
  const note = phone.hasFollowed ? notes.unblocked : notes.followed
  return {
    event: { type: 'follow', follow: { isUnblocked: phone.hasFollowed } },
    isReplyable: true,
    entries: [{ id: message.id, ...noted(note) }],
    phone: { following: true, hasFollowed: true },
  }
}
follow.worksWhenBlocked = true

const block: Deed = ({ message }) => ({
  event: { type: 'unfollow' },
  isReplyable: false,
  entries: [{ id: message.id, ...noted(notes.blocked) }],
  phone: { following: false },
})

function said(id: string, message: MessageJson): Pick<ChatEntry, 'id' | 'from' | 'message'> {
  return { id, from: 'user', message: { ...message } }
}

/** A message of the user, in the webhook and in the chat; the chat needs none of LINE's tokens. */
function sent(message: MessageJson, contentType?: string): Happening {
  const { quoteToken, markAsReadToken, ...visible } = message
  const entry = { ...said(String(message.id), visible), ...(contentType && { contentType }) }
  return { event: { type: 'message', message }, isReplyable: true, entries: [entry] }
}
