/** People: who may do what, how they register, what is stored of them, and the audit log. */
import type { Feature } from '../bot/types.ts'
import { askAccessCommand, askingAccess } from './access/ask-access.ts'
import { decideCommand, decidePostback, requestsCommand } from './access/decide-access.ts'
import { auditEntries } from './audit.ts'
import { historyCommand } from './desk/history.ts'
import { removeCommand, removePostback } from './desk/remove.ts'
import { rosterCommand } from './desk/roster.ts'
import { greet, markBlocked } from './follow.ts'
import { myDataCommand, privacyCommand } from './my-data.ts'
import { leaveCommand, withdrawConsentCommand } from './own/leave.ts'
import { accessRequests, contacts, invitations, people, wantedMenus } from './person.ts'
import { registration } from './register.ts'
import { registerCommand } from './register-command.ts'

export { actorOf, audit, auditEntries, refused } from './audit.ts'
export { linesAbout } from './desk/history.ts'
export { inviteFeature } from './desk/invite.ts'
export { invitationLink, makeInvitation } from './invitations.ts'
export { menuCard, menuReplies } from './menu-card.ts'
export { handOverFeature } from './own/hand-over.ts'
export { ownRecordsFeature } from './own/own-records.ts'
export { activePeople, admins, hasBlocked, officersOf, personById, supervisorsOf, whoIs } from './people-store.ts'
export { contacts, invitations, type Person, people, wantedMenus } from './person.ts'
export { registerPersona } from './persona.ts'
export { drawQr } from './qr-picture.ts'
export { tellAdmins } from './tell-admins.ts'
export { trimContacts, trimLeavers, trimRequests } from './trim-people.ts'
export { noteUnreachable } from './unreachable.ts'
export { type MenuIds, menuAnswered, menusToShow, wantMenusAnew } from './wanted-menu.ts'

/** What a store must be opened with. */
export const peopleCollections = [people, contacts, invitations, accessRequests, wantedMenus, auditEntries] as const

export const peopleFeature: Feature = {
  commands: [
    registerCommand,
    askAccessCommand,
    decideCommand,
    requestsCommand,
    myDataCommand,
    privacyCommand,
    leaveCommand,
    withdrawConsentCommand,
    rosterCommand,
    removeCommand,
    historyCommand,
  ],
  postbacks: [decidePostback, removePostback],
  dialogs: [registration, askingAccess],
  on: { follow: greet, unfollow: markBlocked },
}
