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

export function handsOf(phoneId: string, happenings: Happenings): PhoneHands {
  const { ground } = happenings
  const happen = (deed: Deed) => happenings.happen(phoneId, deed)

  function postback(data: string, displayText?: string, params?: Readonly<Record<string, string>>): Promise<string> {
    const postback = { data, ...(params && { params }) }
    return happen((about) => ({
      event: { type: 'postback', postback },
      isReplyable: true,
      entries: displayText ? [said(about.message.id, { type: 'text', text: displayText })] : [],
    }))
  }

  async function sendMedia(file: Media, tell: (marks: MessageMarks) => MessageJson): Promise<string> {
    if (file.bytes.length === 0) throw new PhoneRefusal(refusals.emptyFile)
    if (file.bytes.length > MAX_FILE_BYTES) throw new PhoneRefusal(refusals.tooLarge, 413)
    return happen(async (about) => {
      const { name, contentType } = file
      await ground.store.files.put({ id: about.message.id, name, contentType }, file.bytes)
      return sent(tell(about.message), contentType)
    })
  }

  function sendPhoto(bytes: Uint8Array, contentType = 'image/jpeg', set?: ImageInSet): Promise<string> {
    if (!/^image\/(jpeg|png)$/.test(contentType)) throw new PhoneRefusal(refusals.notAnImage)
    return sendMedia({ bytes, contentType, name: 'photo' }, (marks) => imageMessage(marks, set))
  }

  return {
    async say(text) {
      if (text.length === 0) throw new PhoneRefusal(refusals.emptyText)
      if (text.length > MAX_TEXT_UNITS) throw new PhoneRefusal(refusals.textTooLong)
      return happen((about) => sent(textMessage(text, about.message)))
    },
    async sendPhotos(photos) {
      const setId = ground.ids.imageSetId()
      const sentIds: string[] = []
      for (const [at, photo] of photos.entries()) {
        sentIds.push(await sendPhoto(photo, 'image/jpeg', { id: setId, index: at + 1, total: photos.length }))
      }
      return sentIds
    },
    tap: (data, displayText) => postback(data, displayText),
    pick: (data, day) => postback(data, undefined, { date: day }),
    postback,
    sendPhoto: async (...photo) => sendPhoto(...photo),
    sendFile: (bytes, name, contentType = 'application/octet-stream') =>
      sendMedia({ bytes, contentType, name }, (marks) => fileMessage(marks, name, bytes.length)),
    sendSticker: () => happen((about) => sent(stickerMessage(about.message))),
    follow: () => happen(follow),
    block: () => happen(block),
    unsend: (messageId) =>
      happen(async (about) => {
        const entry = await chatEntry(about.tx, messageId)
        if (!entry || entry.phoneId !== phoneId) throw new PhoneRefusal(refusals.noSuchMessage, 404)
        if (entry.from !== 'user') throw new PhoneRefusal(refusals.notYourMessage)
        if (entry.contentType) await ground.store.files.remove(messageId)
        const unsent = { ...entry, ...noted(notes.unsent), unsent: true }
        return { event: { type: 'unsend', unsend: { messageId } }, isReplyable: false, changed: unsent }
      }),
  }
}

interface Media {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly name: string
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
