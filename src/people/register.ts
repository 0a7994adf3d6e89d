/** What becomes of a confirmed registration: the person, the used invitation and the audit entry, or none of them. */
import type { DialogBinding, Outcome, Reply, Role, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import type { Stored } from '../store/index.ts'
import { refused } from './audit.ts'
import { type Enrolled, enrol } from './enrol.ts'
import { stillGood } from './invitations.ts'
import { invitationById, personOf, useInvitation } from './people-store.ts'
import type { Invitation } from './person.ts'
import { REGISTER, readGranted, registerDialog } from './register-dialog.ts'
import { PRIVACY_VERSION, postOf, texts } from './texts.ts'

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
  return enrolWith(turn, invitation.invitation, answers)
}

/** Somebody known gets what the new invitation grants, instead of what they had. */
async function enrolWith(turn: Turn, invitation: Stored<Invitation>, answers: Answers): Promise<Outcome> {
  const { now, read, userId } = turn
  const known = await personOf(read, userId)
  const { role, provinces, backup } = invitation
  const consent =
    known?.consentVersion === PRIVACY_VERSION ? known : { consentVersion: PRIVACY_VERSION, consentAt: now }
  const { consentVersion, consentAt } = consent
  const who = { userId, name: String(answers.name), position: String(answers.position), blocked: false }
  const enrolled = await enrol(read, { ...who, role, provinces, backup, consentVersion, consentAt }, now)
  const used = useInvitation(invitation, enrolled.person.id, now)
  return { replies: [welcomeReply(enrolled)], changes: [...enrolled.changes, used] }
}

const FIRST_BUTTONS: Readonly<Record<Role, readonly string[]>> = {
  officer: [texts.buttons.report, texts.buttons.myPairs, texts.buttons.menu],
  supervisor: [texts.buttons.myPairs, texts.buttons.menu],
  admin: [texts.buttons.summary, texts.buttons.menu],
}

/** What somebody reads who has just been given a post, and what they may do with it. */
export function welcomeReply({ person, isNew }: Enrolled): Reply {
  const { role, name } = person
  const text = isNew
    ? texts.welcome(name, postOf(person), texts.canDo[role])
    : texts.changed(postOf(person), texts.canDo[role])
  return { kind: 'text', text, buttons: FIRST_BUTTONS[role].map((word) => ({ label: word, say: word })) }
}
