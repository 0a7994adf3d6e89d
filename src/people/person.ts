/** What is stored of people: who is registered, who has met the bot at all, and which invitations are out. */
import { z } from 'zod'
import { collection } from '../store/index.ts'

export const ROLES = ['officer', 'supervisor', 'admin'] as const

const Person = z.object({
  id: z.string(),
  /** LINE's user id. */
  userId: z.string(),
  role: z.enum(ROLES),
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
  registeredAt: z.date(),
})
export type Person = z.infer<typeof Person>

export const people = collection('people', {
  schema: Person,
  indexes: {
    byUserId: { fields: ['userId'], unique: true },
    byStatusAndRole: { fields: ['status', 'role'] },
  },
})

const Contact = z.object({
  /** LINE's user id: everyone who follows the bot, registered or not. */
  id: z.string(),
  firstSeenAt: z.date(),
  blocked: z.boolean(),
  /** When wrong invitation codes were typed, so that nobody can try them all. */
  wrongCodesAt: z.array(z.date()),
})
export type Contact = z.infer<typeof Contact>

export const contacts = collection('contacts', { schema: Contact })

const Invitation = z.object({
  id: z.string(),
  /** See `hashCode`: the code itself is shown once and stored nowhere. */
  codeHash: z.string(),
  role: z.enum(ROLES),
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
