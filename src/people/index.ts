/** People: who may do what, how they register, what is stored of them, and the audit log. */
import type { Feature } from '../bot/types.ts'
import { auditEntries } from './audit.ts'
import { greet, markBlocked } from './follow.ts'
import { myDataCommand, privacyCommand } from './my-data.ts'
import { contacts, invitations, people } from './person.ts'
import { registration } from './register.ts'
import { registerCommand } from './register-command.ts'

export { audit, auditEntries, refused } from './audit.ts'
export { makeInvitation } from './invitations.ts'
export { menuCard } from './menu-card.ts'
export { activePeople, admins, hasBlocked, officersOf, supervisorsOf, whoIs } from './people-store.ts'
export { contacts, invitations, type Person, people } from './person.ts'
export { registerPersona } from './persona.ts'
export { tellAdmins } from './tell-admins.ts'
export { noteUnreachable } from './unreachable.ts'

/** What a store must be opened with. */
export const peopleCollections = [people, contacts, invitations, auditEntries] as const

export const peopleFeature: Feature = {
  commands: [registerCommand, myDataCommand, privacyCommand],
  dialogs: [registration],
  on: { follow: greet, unfollow: markBlocked },
}
