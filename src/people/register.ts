/** What becomes of a confirmed registration: the person, the used invitation and the audit entry, or none of them. */
import { v7 as newRecordId } from 'uuid'
import type { Button, Change, DialogBinding, Outcome, Role, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import type { Stored } from '../store/index.ts'
import { audit, refused } from './audit.ts'
import { stillGood } from './invitations.ts'
import { addPerson, invitationById, personOf, savePerson, useInvitation } from './people-store.ts'
import type { Invitation, Person } from './person.ts'
import { REGISTER, readGranted, registerDialog } from './register-dialog.ts'
import { PRIVACY_VERSION, roleWithProvinces, texts } from './texts.ts'

export const registration: DialogBinding = {
  dialogId: REGISTER,
  title: texts.dialog.title,
  define: async (turn) => ({ ok: true, dialog: registerDialog(turn.actor) }),
  finish: finishRegistration,
}

type Answers = Readonly<Record<string, Json>>

async function finishRegistration(turn: Turn, answers: Answers): Promise<Outcome> {
  if (answers.consent !== 'yes') return { replies: [{ kind: 'text', text: texts.dialog.consent.declined }] }
  const granted = readGranted(answers.invitation)
  const stored = granted && (await invitationById(turn.read, granted.id))
  const invitation = stored ? stillGood(stored, turn.now) : ({ ok: false, why: 'unknown' } as const)
  if (!invitation.ok) {
    return refused(turn, { action: 'register', target: invitation.why, say: texts.invitationProblem[invitation.why] })
  }
  const known = await personOf(turn.read, turn.userId)
  return known ? change(turn, known, invitation.invitation, answers) : add(turn, invitation.invitation, answers)
}

function add(turn: Turn, invitation: Stored<Invitation>, answers: Answers): Outcome {
  const { now, userId } = turn
  const consent = { consentVersion: PRIVACY_VERSION, consentAt: now }
  const id = newRecordId({ msecs: now.getTime() })
  const person: Person = { id, userId, ...granting(invitation, answers), ...consent, blocked: false, registeredAt: now }
  const entry = audit({ at: now, actor: id, action: 'person.registered', target: id, after: rights(person) })
  const text = texts.welcome(person.name, roleWithProvinces(person.role, person.provinces), texts.canDo[person.role])
  return welcome(person.role, text, [addPerson(person), useInvitation(invitation, id, now), entry])
}

/** Somebody known: gets what the new invitation grants, instead of what they had. */
function change(turn: Turn, known: Stored<Person>, invitation: Stored<Invitation>, answers: Answers): Outcome {
  const { now } = turn
  const agreedBefore = known.consentVersion === PRIVACY_VERSION
  const consent = agreedBefore ? {} : { consentVersion: PRIVACY_VERSION, consentAt: now }
  const person = { ...known, ...granting(invitation, answers), ...consent, blocked: false }
  const entry = audit({
    at: now,
    actor: known.id,
    action: 'person.changed',
    target: known.id,
    before: rights(known),
    after: rights(person),
  })
  const text = texts.changed(roleWithProvinces(person.role, person.provinces), texts.canDo[person.role])
  return welcome(person.role, text, [savePerson(person), useInvitation(invitation, known.id, now), entry])
}

function granting({ role, provinces }: Invitation, answers: Answers) {
  const { name, position } = answers
  return { role, provinces, name: String(name), position: String(position), status: 'active' as const }
}

function rights({ role, provinces, status }: Person): Json {
  return { role, provinces, status }
}

const FIRST_BUTTONS: Readonly<Record<Role, readonly string[]>> = {
  officer: [texts.buttons.report, texts.buttons.myPairs, texts.buttons.menu],
  supervisor: [texts.buttons.myPairs, texts.buttons.menu],
  admin: [texts.buttons.summary, texts.buttons.menu],
}

function welcome(role: Role, text: string, changes: readonly Change[]): Outcome {
  const buttons: Button[] = FIRST_BUTTONS[role].map((word) => ({ label: word, say: word }))
  return { replies: [{ kind: 'text', text, buttons }], changes }
}
