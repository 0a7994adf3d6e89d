/** A reviewer accepts a report or begins to return it. Whoever is second is told what the first did, and nothing changes. */
import type { Actor, Outcome, Turn } from '../../bot/types.ts'
import { audit } from '../../people/index.ts'
import type { Stored } from '../../store/index.ts'
import { showInstant } from '../../thai/index.ts'
import { nameOf } from '../edit/who.ts'
import { awaitingReview, type Report } from '../report.ts'
import { noteDeed, saveReport, waitingForReview } from '../report-store.ts'
import { sayWithMenu, word } from '../say.ts'
import type { ShowReport } from '../show-report.ts'
import { GIVE_BACK } from './return-dialog.ts'
import { checkReviewOf } from './reviewer.ts'
import { lookOf } from './stands.ts'
import { review, words } from './texts.ts'

/** @param look as the reviewer saw it, from a button; typed words mean the report as it waits */
export async function acceptReport(turn: Turn, receiptNo: string, show: ShowReport, look?: string): Promise<Outcome> {
  const check = await checkReviewOf(turn, 'report.accept', receiptNo)
  if (!check.ok) return check.refusal
  const { actor, report } = check
  const isAsSeen = look === undefined ? (report.review ?? 'waiting') === 'waiting' : look === lookOf(report)
  if (!isAsSeen || report.status === 'withdrawn') return tellOfFirst(turn, actor, report, show)
  const { now, read } = turn
  const by = actor.personId
  const accepted = { ...awaitingReview(report), review: 'accepted' as const, reviewedBy: by, reviewedAt: now }
  const provinces = actor.role === 'admin' ? 'all' : actor.provinces
  const left = (await waitingForReview(read, provinces)).filter(({ id }) => id !== report.id).length
  const entry = audit({
    at: now,
    actor: by,
    action: 'report.accepted',
    target: report.id,
    before: { review: report.review ?? 'waiting' },
    after: { review: 'accepted', receiptNo },
  })
  const deed = await noteDeed(read, { reportId: report.id, at: now, by, deed: 'accepted' })
  return {
    ...sayWithMenu(review.accepted(receiptNo, left), word(words.list)),
    changes: [saveReport(accepted), deed, entry],
  }
}

/** An accepted report may still be returned; whoever does it is told that it was. */
export async function beginReturn(turn: Turn, receiptNo: string, show: ShowReport, look?: string): Promise<Outcome> {
  const check = await checkReviewOf(turn, 'report.return', receiptNo)
  if (!check.ok) return check.refusal
  const { actor, report } = check
  const isAsSeen = look === undefined ? report.review !== 'returned' : look === lookOf(report)
  if (!isAsSeen || report.status === 'withdrawn') return tellOfFirst(turn, actor, report, show)
  const said = report.review === 'accepted' ? [await thatItWasAccepted(turn, report)] : []
  return {
    replies: said.map((text) => ({ kind: 'text', text })),
    begin: { dialogId: GIVE_BACK, given: { receiptNo, look: lookOf(report) } },
  }
}

/** What somebody did meanwhile, and the report as it is now. */
export async function tellOfFirst(
  turn: Turn,
  actor: Actor,
  report: Stored<Report>,
  show: ShowReport,
): Promise<Outcome> {
  if (report.status === 'withdrawn') return sayWithMenu(review.withdrawn(report.receiptNo), word(words.list))
  return show(turn, actor, report, await whatWasDone(turn, report))
}

async function thatItWasAccepted({ read }: Turn, { receiptNo, reviewedBy, reviewedAt }: Report): Promise<string> {
  const who = reviewedBy ? await nameOf(read, reviewedBy) : ''
  return review.wasAccepted(receiptNo, who, reviewedAt ? showInstant(reviewedAt) : '')
}

async function whatWasDone({ read }: Turn, report: Report): Promise<string> {
  const { receiptNo, reviewedBy, reviewedAt, returnReason = '' } = report
  if (!reviewedBy || !reviewedAt) return review.changedSince(receiptNo)
  const [who, when] = [await nameOf(read, reviewedBy), showInstant(reviewedAt)]
  return report.review === 'accepted'
    ? review.acceptedBy(receiptNo, who, when)
    : review.returnedBy(receiptNo, who, when, returnReason)
}
