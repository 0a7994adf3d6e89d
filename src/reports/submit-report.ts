/** What becomes of a confirmed report: the record with its receipt number, the duty that is fulfilled, and the audit entry. */
import { v7 as newRecordId } from 'uuid'
import type { Actor, DialogBinding, MediaDesk, Outcome, Turn } from '../bot/types.ts'
import { noteUse, type Pair } from '../pairs/index.ts'
import { audit, refused } from '../people/index.ts'
import { dutyReported } from '../reminders/index.ts'
import type { Reader, Stored } from '../store/index.ts'
import { dayOf } from '../thai/index.ts'
import { contentOf, type Given } from './content-of-answers.ts'
import { withoutLost } from './lost-files.ts'
import { receiptCard } from './receipt-card.ts'
import type { Report, ReportContent } from './report.ts'
import { REPORT, reportDialog } from './report-dialog.ts'
import { addReport, lastOfPair, lastOfProvince, nextReceipt, noteFiles } from './report-store.ts'
import { checkOfficer, ownPair, pairsOf, refuseOtherProvince } from './rights.ts'
import { type LastReports, mayTakeOver } from './same-as-last.ts'
import { sayWithMenu } from './say.ts'
import { receipt, refusals, title } from './texts.ts'
import { warnAtReview } from './warn-at-review.ts'

const BEGIN = 'report.begin'
const SUBMIT = 'report.submit'
/** While the pair is not chosen yet, its last report is looked for among so many of the province. */
const LOOK_BACK = 50

export function reportBinding(media: MediaDesk): DialogBinding {
  return {
    dialogId: REPORT,
    title,
    async define(turn, answers) {
      const check = checkOfficer(turn, SUBMIT)
      if (!check.ok) return check
      const pairs = await pairsOf(turn.read, check.officer)
      if (pairs.length > 0)
        return { ok: true, dialog: reportDialog(pairs, await lastReportsOf(turn.read, pairs, answers)) }
      return { ok: false, refusal: sayWithMenu(refusals.noPairs(check.officer.provinces.join(' '))) }
    },
    warn: (turn, given) => warnAtReview(turn, media, given),
    finish: async (turn, given) => submit(turn, await withoutLost(turn.read, media, given)),
    noteRefusal: (turn, what) => refused(turn, { action: BEGIN, target: what.slice(0, 40), say: '' }).changes ?? [],
  }
}

/** Of the pair that was chosen, or of each that may be; of none when nothing can be taken over any more. */
async function lastReportsOf(read: Reader, pairs: readonly Pair[], answers: Given): Promise<LastReports> {
  if (!mayTakeOver(answers)) return new Map()
  const found = answers.pair === undefined ? await lastOf(read, pairs) : [await lastOfPair(read, String(answers.pair))]
  const own = found.filter((report) => report && pairs.some(({ id }) => id === report.pairId))
  return new Map(own.toReversed().flatMap((report) => (report ? [[report.pairId, report] as const] : [])))
}

/** The newest first. */
async function lastOf(read: Reader, pairs: readonly Pair[]): Promise<Report[]> {
  const provinces = [...new Set(pairs.map(({ provinceTh }) => provinceTh))]
  return (await Promise.all(provinces.map((province) => lastOfProvince(read, province, LOOK_BACK)))).flat()
}

/** The pair may have changed hands, and the person the post, since the dialog began: rights are looked up again. */
async function submit(turn: Turn, given: Given): Promise<Outcome> {
  const check = checkOfficer(turn, SUBMIT)
  if (!check.ok) return check.refusal
  const pair = await ownPair(turn.read, check.officer, String(given.pair))
  if (!pair) return refuseOtherProvince(turn, check.officer, SUBMIT, String(given.pair).slice(0, 40))
  const content = contentOf(given, pair, turn.now)
  if (!content) return sayWithMenu(refusals.incomplete)
  return accept(turn, pair, await file(turn, check.officer, content))
}

async function accept(turn: Turn, pair: Stored<Pair>, report: Report): Promise<Outcome> {
  const { now, read } = turn
  const fulfilled = await dutyReported(read, pair.id, report.fiscalYear, dayOf(now), now)
  const entry = audit({
    at: now,
    actor: report.reportedBy,
    action: 'report.submitted',
    target: report.id,
    after: { receiptNo: report.receiptNo, pairId: pair.id, fiscalYear: report.fiscalYear },
  })
  const card = receiptCard(report, pair, { heading: receipt.title, text: receipt.text })
  const changes = [
    addReport(report),
    await noteUse(read, pair),
    ...(await noteFiles(read, report)),
    ...fulfilled,
    entry,
  ]
  return { replies: [card], changes }
}

async function file(turn: Turn, officer: Actor, content: ReportContent): Promise<Report> {
  return {
    ...content,
    id: newRecordId({ msecs: turn.now.getTime() }),
    receiptNo: await nextReceipt(turn.read, content.fiscalYear),
    reportedBy: officer.personId,
    reportedByName: officer.name,
    submittedAt: turn.now,
    status: 'submitted',
    review: 'waiting',
  }
}
