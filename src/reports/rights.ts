/** Who may report on what, and read what: officers by the provinces of their post, supervisors by theirs, admins all. */
import type { Actor, Outcome, Turn } from '../bot/types.ts'
import { type Pair, pairById, pairsOfProvince } from '../pairs/index.ts'
import { refused } from '../people/index.ts'
import type { Reader, Stored } from '../store/index.ts'
import type { Report } from './report.ts'
import { byReceipt } from './report-store.ts'
import { buttons, refusals } from './texts.ts'

export type OfficerCheck =
  | { readonly ok: true; readonly officer: Actor }
  | { readonly ok: false; readonly refusal: Outcome }

/** @param action what was attempted, for the audit log */
export function checkOfficer(turn: Turn, action: string): OfficerCheck {
  if (turn.actor?.role === 'officer') return { ok: true, officer: turn.actor }
  const say = refusals[turn.actor?.role ?? 'guest']
  return { ok: false, refusal: withMenu(refused(turn, { action, say })) }
}

/** The pairs an officer may report on, province by province. */
export async function pairsOf(read: Reader, officer: Actor): Promise<Pair[]> {
  const found = await Promise.all(officer.provinces.map((province) => pairsOfProvince(read, province)))
  return found.flat()
}

/** The pair, if it is of the officer's provinces; whether another exists is not told. */
export async function ownPair(read: Reader, officer: Actor, pairId: string): Promise<Stored<Pair> | undefined> {
  const pair = await pairById(read, pairId)
  return pair && officer.provinces.includes(pair.provinceTh) ? pair : undefined
}

export function refuseOtherProvince(turn: Turn, officer: Actor, action: string, target: string): Outcome {
  return withMenu(refused(turn, { action, target, say: refusals.otherProvince(officer.provinces.join(' ')) }))
}

export type ReportCheck =
  | { readonly ok: true; readonly actor: Actor; readonly report: Stored<Report> }
  | { readonly ok: false; readonly refusal: Outcome }

/** A report that this person may read: of their provinces, or any for an admin. Whether another exists is not told. */
export async function checkReader(turn: Turn, action: string, receiptNo: string): Promise<ReportCheck> {
  const { actor } = turn
  const report = actor && (await byReceipt(turn.read, receiptNo))
  if (actor && report && (actor.role === 'admin' || actor.provinces.includes(report.provinceTh)))
    return { ok: true, actor, report }
  const say = actor ? refusals.unknownReport(receiptNo) : refusals.guest
  return { ok: false, refusal: withMenu(refused(turn, { action, target: receiptNo, say })) }
}

/** The same for whoever may change it: an officer of its province. */
export async function checkEditor(turn: Turn, action: string, receiptNo: string): Promise<ReportCheck> {
  const check = checkOfficer(turn, action)
  return check.ok ? checkReader(turn, action, receiptNo) : check
}

export function withMenu(outcome: Outcome): Outcome {
  const button = { label: buttons.menu, say: buttons.menu }
  return { ...outcome, replies: outcome.replies.map((reply) => ({ ...reply, buttons: reply.buttons ?? [button] })) }
}
