/**
 * The audit log: who did what to which record, and what was refused to whom. Entries are only ever added, each in the
 * transaction of the change that it tells of.
 */
import { createHash } from 'node:crypto'
import { v7 as newRecordId } from 'uuid'
import { z } from 'zod'
import type { Change, Outcome, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import { collection, type Reader } from '../store/index.ts'

const GUEST = 'guest-'

const AuditEntry = z.object({
  id: z.string(),
  at: z.date(),
  /** The id of a person, the hash of somebody who is not registered (`guestInLog`), or 'system'. */
  actor: z.string(),
  /** 'person.registered', 'refused' ... */
  action: z.string(),
  target: z.string().optional(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  note: z.string().optional(),
})

export const auditEntries = collection('auditEntries', {
  schema: AuditEntry,
  indexes: {
    byTime: { fields: ['at'] },
    byActionAndTime: { fields: ['action', 'at'] },
    byActor: { fields: ['actor', 'at'] },
    byTarget: { fields: ['target', 'at'] },
  },
})
export type AuditEntry = z.infer<typeof AuditEntry>

/** Newest first. */
export function lastAudited(read: Reader, limit: number): Promise<AuditEntry[]> {
  return read.find(auditEntries, 'byTime', [], { order: 'desc', limit })
}

/** About one record, newest first. */
export function lastAuditedOf(read: Reader, target: string, limit: number): Promise<AuditEntry[]> {
  return read.find(auditEntries, 'byTarget', [target], { order: 'desc', limit })
}

/** What these ids did, and what was done to them, oldest first. */
export async function auditOf(read: Reader, ids: readonly string[]): Promise<AuditEntry[]> {
  const found = await Promise.all(
    ids.flatMap((id) => [read.find(auditEntries, 'byActor', [id]), read.find(auditEntries, 'byTarget', [id])]),
  )
  const entries = new Map(found.flat().map((entry) => [entry.id, entry]))
  return [...entries.values()].toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

interface AuditNote {
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly target?: string
  readonly before?: Json
  readonly after?: Json
  readonly note?: string
}

/** The change that adds an entry; list it beside the change it is about. */
export function audit(entry: AuditNote): Change {
  const id = newRecordId({ msecs: entry.at.getTime() })
  return (tx) => tx.insert(auditEntries, { id, ...entry })
}

/** Who is acting, for an audit entry: a guest stands there by a hash, since entries outlive a person's wish to be erased. */
export function actorOf(turn: Pick<Turn, 'actor' | 'userId'>): string {
  return turn.actor?.personId ?? guestInLog(turn.userId)
}

/** The same for the same LINE user, and nobody finds the user from it. */
export function guestInLog(userId: string): string {
  return `${GUEST}${createHash('sha256').update(userId).digest('hex').slice(0, 16)}`
}

export function isGuestInLog(actor: string): boolean {
  return actor.startsWith(GUEST)
}

/**
 * Says no and writes it to the audit log.
 * @param refusal.action what was attempted, such as 'report.begin'
 * @param refusal.target the record or the province it was about
 * @param refusal.say a Thai sentence: what is not possible, and what is
 */
export function refused(
  turn: Pick<Turn, 'actor' | 'userId' | 'now'>,
  refusal: { readonly action: string; readonly target?: string; readonly say: string },
): Outcome {
  const { action, target, say } = refusal
  const entry = { at: turn.now, actor: actorOf(turn), action: 'refused', note: action, ...(target ? { target } : {}) }
  return { replies: [{ kind: 'text', text: say }], changes: [audit(entry)] }
}
