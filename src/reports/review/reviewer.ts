/** Who may review which report: a supervisor of its province or an admin, and nobody what they sent or changed themselves. */
import type { Actor, Outcome, Turn } from '../../bot/types.ts'
import { refused } from '../../people/index.ts'
import { checkReader, type ReportCheck, withMenu } from '../rights.ts'
import { refusals } from './texts.ts'

export type ReviewerCheck =
  | { readonly ok: true; readonly reviewer: Actor }
  | { readonly ok: false; readonly refusal: Outcome }

/** @param action what was attempted, for the audit log */
export function checkReviewer(turn: Turn, action: string, target?: string): ReviewerCheck {
  const { actor } = turn
  if (actor?.role === 'supervisor' || actor?.role === 'admin') return { ok: true, reviewer: actor }
  const say = actor ? refusals.officer : refusals.guest
  return { ok: false, refusal: withMenu(refused(turn, { action, say, ...(target ? { target } : {}) })) }
}

export async function checkReviewOf(turn: Turn, action: string, receiptNo: string): Promise<ReportCheck> {
  const reviewer = checkReviewer(turn, action, receiptNo)
  if (!reviewer.ok) return reviewer
  const check = await checkReader(turn, action, receiptNo)
  if (!check.ok || !isOwn(check.actor, check.report)) return check
  return { ok: false, refusal: withMenu(refused(turn, { action, target: receiptNo, say: refusals.own(receiptNo) })) }
}

/** An officer may have become a supervisor since. */
export function isOwn(
  { personId }: Actor,
  report: { readonly reportedBy: string; readonly editedBy?: string | undefined },
) {
  return personId === report.reportedBy || personId === report.editedBy
}
