/** What is stored of people: who is registered, who has met the bot at all, who asks to be registered, which invitations are out. */
import { z } from 'zod'
import { collection } from '../store/index.ts'

export const ROLES = ['officer', 'supervisor', 'admin'] as const

const Person = z.object({
  id: z.string(),
  /** LINE's user id. */
  userId: z.string(),
  role: z.enum(ROLES),
  /** An officer who steps in: the same rights, and reminders only when no other officer of the province can be reached. */
  backup: z.boolean().optional(),
  /** Names as in the list of provinces; empty for admins, who see all. */
  provinces: z.array(z.string()),
  name: z.string(),
  position: z.string(),
  status: z.enum(['active', 'left']),
  /** Has blocked the bot: stays registered, but nothing can be sent. */
  blocked: z.boolean(),
  /** Which wording of the privacy notice was agreed to, and when. */
  consentVersion: z.string(),
  consentAt: z.date(),
  consentWithdrawnAt: z.date().optional(),
  leftAt: z.date().optional(),
  registeredAt: z.date(),
})
export type Person = z.infer<typeof Person>

export const people = collection('people', {
  schema: Person,
  indexes: {
    byUserId: { fields: ['userId'], unique: true },
  },
  isKept: true,
})

const Contact = z.object({
  /** LINE's user id: everyone who follows the bot, registered or not. */
  id: z.string(),
  firstSeenAt: z.date(),
  blocked: z.boolean(),
  /** When wrong invitation codes were typed, so that nobody can try them all. */
  wrongCodesAt: z.array(z.date()),
  /** Erased by its person, and kept only for the wrong codes. */
  isToForget: z.boolean().optional(),
})
export type Contact = z.infer<typeof Contact>

export const contacts = collection('contacts', {
  schema: Contact,
  indexes: { toForget: { fields: ['firstSeenAt'], only: ['isToForget', true] } },
})

const Invitation = z.object({
  id: z.string(),
  /** See `hashCode`: the code itself is shown once and stored nowhere. */
  codeHash: z.string(),
  role: z.enum(ROLES),
  backup: z.boolean().optional(),
  provinces: z.array(z.string()),
  createdAt: z.date(),
  expiresAt: z.date(),
  usedAt: z.date().optional(),
  /** The person's id. */
  usedBy: z.string().optional(),
})
export type Invitation = z.infer<typeof Invitation>

export const invitations = collection('invitations', {
  schema: Invitation,
  indexes: { byCodeHash: { fields: ['codeHash'], unique: true } },
})

const AccessRequest = z.object({
  id: z.string(),
  /** Counted from 1; what an admin types to decide it. */
  no: z.int(),
  /** LINE's user id; empty once it was decided long ago. */
  userId: z.string(),
  role: z.enum(ROLES),
  backup: z.boolean().optional(),
  provinces: z.array(z.string()),
  /** Empty once it is decided: from then on the name stands with the person, or nowhere. */
  name: z.string(),
  position: z.string(),
  consentVersion: z.string(),
  consentAt: z.date(),
  askedAt: z.date(),
  /** replaced: the same person asked anew. */
  status: z.enum(['waiting', 'approved', 'refused', 'replaced']),
  decidedAt: z.date().optional(),
  /** The admin's person id. */
  decidedBy: z.string().optional(),
})
export type AccessRequest = z.infer<typeof AccessRequest>

export const accessRequests = collection('accessRequests', {
  schema: AccessRequest,
  indexes: {
    byNo: { fields: ['no'], unique: true },
    byUser: { fields: ['userId', 'askedAt'] },
    byStatus: { fields: ['status', 'no'] },
  },
})

/** Which rich menu somebody should see; LINE is told later, since a call to it is no part of a transaction. */
const WantedMenu = z.object({
  /** LINE's user id. */
  id: z.string(),
  menu: z.enum(['guest', ...ROLES]),
  state: z.enum(['waiting', 'shown', 'refused']),
  /** LINE's id of the menu that was linked; none for the one that everybody sees. */
  richMenuId: z.string().optional(),
  changedAt: z.date(),
})
export type WantedMenu = z.infer<typeof WantedMenu>

export const wantedMenus = collection('wantedMenus', {
  schema: WantedMenu,
  indexes: { byState: { fields: ['state', 'changedAt'] } },
})
