/** 'ลงทะเบียน CODE': looks the code up and begins the dialog; says what is wrong with it otherwise. */
import type { Command, Outcome, Turn } from '../bot/types.ts'
import { showInstant } from '../thai/index.ts'
import { refused } from './audit.ts'
import { readCode, readInvitation } from './invitations.ts'
import { contactOf, personOf, saveContact } from './people-store.ts'
import type { Contact, Invitation, Person } from './person.ts'
import { answersOf } from './person-steps.ts'
import { REGISTER, type RegisterGiven } from './register-dialog.ts'
import { say } from './say.ts'
import { postOf, texts } from './texts.ts'
import { pausedUntil, withOneMore } from './wrong-codes.ts'

/** What follows the word; empty when nothing does. */
interface Typed {
  readonly code: string
}

const WORD = /^(?:ลงทะเบียน|register)\s*(?:(?:ด้วย)?รหัส(?:เชิญ)?|code)?\s*:?\s*(.*)$/
const LOOKS_LIKE_CODE = /^[a-z0-9\s\p{Pd}_.]{2,40}$/u
const ASKS_HOW = /^(?:อย่างไร|ยังไง|ทำอย่างไร|ทำยังไง|ได้ที่ไหน|ที่ไหน)$/

function matchRegister(text: string): Typed | undefined {
  const rest = WORD.exec(text)?.[1]?.trim()
  if (rest === undefined) return undefined
  if (rest === '' || ASKS_HOW.test(rest)) return { code: '' }
  return LOOKS_LIKE_CODE.test(rest) ? { code: rest } : undefined
}

export const registerCommand: Command<Typed> = {
  name: 'ลงทะเบียน',
  isMeantInDialog: (text) => readCode(matchRegister(text)?.code ?? '') !== undefined,
  match: matchRegister,
  run: (turn, { code }) => (code === '' ? explain(turn) : tryCode(turn, code)),
}

async function explain({ read, userId, actor }: Turn): Promise<Outcome> {
  const person = actor && (await personOf(read, userId))
  const text = person ? texts.alreadyRegistered(person.name, postOf(person)) : texts.howToRegister
  return say(text)
}

async function tryCode(turn: Turn, code: string): Promise<Outcome> {
  const contact = await contactOf(turn.read, turn.userId)
  const paused = pausedUntil(contact?.wrongCodesAt ?? [], turn.now)
  if (paused) return refused(turn, { action: 'register', say: texts.tooManyWrongCodes(showInstant(paused)) })
  const found = await readInvitation(turn.read, code, turn.now)
  if (!found.ok) return refuseCode(turn, contact, found.why)
  const person = await personOf(turn.read, turn.userId)
  return { replies: [], begin: { dialogId: REGISTER, given: given(found.invitation, person) } }
}

function refuseCode(
  turn: Turn,
  contact: Awaited<ReturnType<typeof contactOf>>,
  why: keyof typeof texts.invitationProblem,
): Outcome {
  const refusal = refused(turn, { action: 'register', target: why, say: texts.invitationProblem[why] })
  const wrongCodesAt: Contact['wrongCodesAt'] = withOneMore(contact?.wrongCodesAt ?? [], turn.now)
  return {
    ...refusal,
    changes: [...(refusal.changes ?? []), saveContact(contact, turn.userId, { wrongCodesAt }, turn.now)],
  }
}

/** Who is registered already is asked nothing again that has not changed, and sees the review at once. */
function given(invitation: Invitation, person: Person | undefined): RegisterGiven {
  const { id, role, provinces, backup = false } = invitation
  const granted = { invitation: { id, role, provinces, backup } }
  return person ? { ...granted, ...answersOf(person) } : granted
}
