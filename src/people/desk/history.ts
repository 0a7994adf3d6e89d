/** 'ประวัติการใช้งาน': the last entries of the audit log, for admins. */
import type { Command, Outcome, Turn } from '../../bot/types.ts'
import type { Reader } from '../../store/index.ts'
import { cutGraphemes, showInstant } from '../../thai/index.ts'
import { type AuditEntry, isGuestInLog, lastAudited, lastAuditedOf, refused } from '../audit.ts'
import { personById } from '../people-store.ts'
import { postOf } from '../texts.ts'
import { ACTIONS, desk } from './texts.ts'

const SHOWN = 20
const LONGEST = 160

export const historyCommand: Command<true> = {
  name: 'ประวัติการใช้งาน',
  match: (text) => /^(?:ดู)?(?:ประวัติ|บันทึก)การใช้งาน$/.test(text) || undefined,
  run: showHistory,
}

async function showHistory(turn: Turn): Promise<Outcome> {
  if (turn.actor?.role !== 'admin') return refused(turn, { action: 'audit.read', say: desk.onlyAdmins })
  const entries = await lastAudited(turn.read, SHOWN)
  if (entries.length === 0) return { replies: [{ kind: 'text', text: desk.history.none }] }
  const lines = await Promise.all(entries.map((entry) => lineOf(turn.read, entry)))
  return { replies: [{ kind: 'text', text: [desk.history.title(entries.length), ...lines].join('\n') }] }
}

/** What was done to a record, or refused about it, newest first, a line each. */
export async function linesAbout(read: Reader, target: string): Promise<string[]> {
  const entries = await lastAuditedOf(read, target, SHOWN)
  return Promise.all(entries.map((entry) => lineOf(read, entry)))
}

async function lineOf(read: Reader, entry: AuditEntry): Promise<string> {
  const { before, after } = desk.history
  const target = entry.target === entry.actor ? undefined : entry.target && (await nameOf(read, entry.target))
  const parts = [
    `${showInstant(entry.at)} ${await nameOf(read, entry.actor)}`,
    [ACTIONS[entry.action] ?? entry.action, entry.note, target].filter(Boolean).join(' '),
    ...(entry.before === undefined ? [] : [`${before} ${JSON.stringify(entry.before)}`]),
    ...(entry.after === undefined ? [] : [`${after} ${JSON.stringify(entry.after)}`]),
  ]
  return cutGraphemes(`• ${parts.join(' · ')}`, LONGEST)
}

/** The person of an id, as the register knows them today; ids of records stand as they are, LINE's are not shown. */
async function nameOf(read: Reader, id: string): Promise<string> {
  if (id === 'system') return desk.history.system
  if (isGuestInLog(id)) return desk.history.guest
  const person = await personById(read, id)
  return person ? `${person.name} (${postOf(person)})` : id
}
