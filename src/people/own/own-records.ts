/** What is stored of one person, as a file for that person; and its erasure. */
import type { Change, Command, Feature, Outcome, ShareFile, Turn } from '../../bot/types.ts'
import type { Reader } from '../../store/index.ts'
import { showInstant } from '../../thai/index.ts'
import { audit, auditOf, guestInLog } from '../audit.ts'
import { rightsOf } from '../enrol.ts'
import {
  contactOf,
  forgetLater,
  personOf,
  removeContact,
  removePerson,
  removeRequest,
  requestsOf,
} from '../people-store.ts'
import type { Contact } from '../person.ts'
import { newsOfLostReceiver } from '../receivers.ts'
import { say } from '../say.ts'
import { wantMenu } from '../wanted-menu.ts'
import { pausedUntil } from '../wrong-codes.ts'
import { lastAdminNote } from './last-admin.ts'
import { own } from './texts.ts'

/** As much JSON as five texts of a chat hold. */
const MOST_LETTERS = 18_000

interface Whose {
  readonly userId: string
  readonly personId?: string | undefined
}

export interface OwnRecordsDependencies {
  readonly shareFile: ShareFile
  /** What other rooms keep of somebody: reports, drafts. */
  recordsOf(read: Reader, whose: Whose): Promise<Readonly<Record<string, unknown>>>
  /** The changes after which what other rooms keep for good names this person no longer, and the rest is gone. */
  forget(turn: Turn, whose: Whose): Promise<readonly Change[]>
}

export function ownRecordsFeature(parts: OwnRecordsDependencies): Feature {
  return { commands: [exportCommand(parts), eraseCommand(parts)] }
}

function exportCommand({ shareFile, recordsOf }: OwnRecordsDependencies): Command<true> {
  return {
    name: own.export.word,
    match: (text) =>
      /^(?:ขอ|ส่งออก|ดาวน์โหลด|โหลด)(?:ไฟล์|สำเนา)?ข้อมูล(?:ส่วนตัว|ส่วนบุคคล)?ของ(?:ฉัน|ผม|ดิฉัน)$/.test(text) || undefined,
    async run(turn) {
      const json = JSON.stringify(await allOf(turn, recordsOf), null, 2)
      const bytes = Buffer.from(json)
      const shared = await shareFile(turn, { name: own.export.fileName, contentType: 'application/json', bytes })
      if (!shared.ok) return inChat(json)
      return { ...say(own.export.ready(shared.url, showInstant(shared.expiresAt))), changes: shared.changes }
    },
  }
}

/** Without a public address there are no links: what is stored is said instead. */
function inChat(json: string): Outcome {
  const isCut = json.length > MOST_LETTERS
  const text = [own.export.inChat, json.slice(0, MOST_LETTERS), ...(isCut ? [own.export.cut] : [])].join('\n')
  return { replies: [{ kind: 'text', text }] }
}

async function allOf({ read, userId }: Turn, recordsOf: OwnRecordsDependencies['recordsOf']) {
  const person = await personOf(read, userId)
  return {
    person: person ?? null,
    contact: (await contactOf(read, userId)) ?? null,
    requests: await requestsOf(read, userId),
    ...(await recordsOf(read, { userId, personId: person?.id })),
    audit: await auditOf(read, person ? [person.id, guestInLog(userId)] : [guestInLog(userId)]),
  }
}

interface Typed {
  readonly isSure: boolean
}

function eraseCommand({ forget }: OwnRecordsDependencies): Command<Typed> {
  const { word, sure, ask } = own.erase
  return {
    name: word,
    isMeantInDialog: (text) => text === word || text === sure,
    match(text) {
      if (text === sure) return { isSure: true }
      return /^(?:ขอ)?ลบข้อมูล(?:ส่วนตัว|ส่วนบุคคล)?ของ(?:ฉัน|ผม|ดิฉัน)$/.test(text) ? { isSure: false } : undefined
    },
    async run(turn, { isSure }) {
      if (isSure) return erase(turn, forget)
      const person = await personOf(turn.read, turn.userId)
      return say([ask, ...(person ? await lastAdminNote(turn, person) : [])].join('\n'), sure, own.export.word)
    },
  }
}

async function erase(turn: Turn, forget: OwnRecordsDependencies['forget']): Promise<Outcome> {
  const { read, userId, now } = turn
  const person = await personOf(read, userId)
  const contact = await contactOf(read, userId)
  const requests = await requestsOf(read, userId)
  const ofPerson = person
    ? [
        removePerson(person),
        await wantMenu(read, userId, 'guest', now),
        audit({ at: now, actor: person.id, action: 'person.erased', target: person.id, before: rightsOf(person) }),
      ]
    : []
  const ofContact = contact ? [isTryingCodes(contact, now) ? forgetLater(contact) : removeContact(contact)] : []
  const elsewhere = await forget(turn, { userId, personId: person?.id })
  return {
    ...say(own.erase.done),
    forgets: true,
    changes: [...ofPerson, ...ofContact, ...requests.map(removeRequest), ...elsewhere],
    pushes: person ? await newsOfLostReceiver(turn.read, person, turn.event.id) : [],
  }
}

/** Whoever tries codes is not let go on by erasing that they did: that is kept for as long as it bars them. */
function isTryingCodes({ wrongCodesAt }: Contact, now: Date): boolean {
  return pausedUntil(wrongCodesAt, now) !== undefined
}
