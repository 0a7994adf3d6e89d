/** What becomes of a confirmed report: the record with its receipt number, the duty that is fulfilled, and the audit entry. */
import { v7 as newRecordId } from 'uuid'
import type { Actor, DialogBinding, Outcome, Reply, Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import { type Pair, pairName } from '../pairs/index.ts'
import { audit, refused } from '../people/index.ts'
import { dutyReported } from '../reminders/index.ts'
import type { Reader } from '../store/index.ts'
import { dayOf, fiscalYearOf, showRange } from '../thai/index.ts'
import { FORMS, Report } from './report.ts'
import { REPORT, reportDialog } from './report-dialog.ts'
import { addReport, lastOfPair, nextReceipt } from './report-store.ts'
import { checkOfficer, ownPair, pairsOf, refuseOtherProvince } from './rights.ts'
import type { LastReports } from './same-as-last.ts'
import { kindIn, showObstacle } from './steps/choice-steps.ts'
import { checkDays, daysIn } from './steps/date-step.ts'
import { fileIdOf, filesIn } from './steps/files-step.ts'
import { buttons, labels, receipt, refusals, title } from './texts.ts'
import { warnOfDuplicates } from './warn-of-duplicates.ts'

const BEGIN = 'report.begin'
const SUBMIT = 'report.submit'

type Given = Readonly<Record<string, Json>>

export const reportBinding: DialogBinding = {
  dialogId: REPORT,
  title,
  async define(turn) {
    const check = checkOfficer(turn, SUBMIT)
    if (!check.ok) return check
    const pairs = await pairsOf(turn.read, check.officer)
    if (pairs.length > 0) return { ok: true, dialog: reportDialog(pairs, await lastReportsOf(turn.read, pairs)) }
    return { ok: false, refusal: sayText(refusals.noPairs(check.officer.provinces.join(' '))) }
  },
  warn: (turn, given) => warnOfDuplicates(turn, given),
  finish: submit,
  noteRefusal: (turn, what) => refused(turn, { action: BEGIN, target: what.slice(0, 40), say: '' }).changes ?? [],
}

async function lastReportsOf(read: Reader, pairs: readonly Pair[]): Promise<LastReports> {
  const last = await Promise.all(pairs.map(({ id }) => lastOfPair(read, id)))
  return new Map(last.flatMap((report) => (report ? [[report.pairId, report] as const] : [])))
}

/** The pair may have changed hands, and the person the post, since the dialog began: rights are looked up again. */
async function submit(turn: Turn, given: Given): Promise<Outcome> {
  const check = checkOfficer(turn, SUBMIT)
  if (!check.ok) return check.refusal
  const pair = await ownPair(turn.read, check.officer, String(given.pair))
  if (!pair) return refuseOtherProvince(turn, check.officer, SUBMIT, String(given.pair).slice(0, 40))
  const report = await compose(turn, check.officer, pair, given)
  return report ? accept(turn, pair, report) : sayText(refusals.incomplete)
}

async function accept(turn: Turn, pair: Pair, report: Report): Promise<Outcome> {
  const { now, read } = turn
  const fulfilled = await dutyReported(read, pair.id, report.fiscalYear, dayOf(now), now)
  const entry = audit({
    at: now,
    actor: report.reportedBy,
    action: 'report.submitted',
    target: report.id,
    after: { receiptNo: report.receiptNo, pairId: pair.id, fiscalYear: report.fiscalYear },
  })
  return { replies: [receiptCard(report, pair)], changes: [addReport(report), ...fulfilled, entry] }
}

/** The record of the answers; undefined when they are not a whole report, which the dialog does not let happen. */
async function compose(turn: Turn, officer: Actor, pair: Pair, given: Given): Promise<Report | undefined> {
  const days = daysIn(given.date)
  if (!days || !checkDays(days, turn.now).ok) return undefined
  const fiscalYear = fiscalYearOf(days.from)
  const { kind, note } = kindIn(given.kind)
  const record = {
    id: newRecordId({ msecs: turn.now.getTime() }),
    receiptNo: await nextReceipt(turn.read, fiscalYear),
    pairId: pair.id,
    provinceTh: pair.provinceTh,
    fiscalYear,
    startsOn: days.from,
    endsOn: days.to,
    title: given.title,
    kind,
    kindNote: note,
    form: FORMS.find((form) => form === given.form),
    place: given.place,
    result: given.result,
    ...details(given),
    reportedBy: officer.personId,
    reportedByName: officer.name,
    submittedAt: turn.now,
    status: 'submitted',
  }
  return Report.safeParse(withoutGaps(record)).data
}

function details(given: Given): Readonly<Record<string, unknown>> {
  const { partners, participants, budget, budgetSource, obstacle, nextPlan } = given
  return {
    partners,
    participants,
    budgetBaht: budget,
    budgetSource,
    obstacle: obstacle === undefined ? undefined : showObstacle(obstacle),
    nextPlan,
    files: filesIn(given.files).map(({ messageId, kind, name }) =>
      withoutGaps({ fileId: fileIdOf(messageId), kind, name }),
    ),
  }
}

/** A store keeps no `undefined`. */
function withoutGaps(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}

function receiptCard(report: Report, pair: Pair): Reply {
  const altText = receipt.altText(report.receiptNo, pairName(pair), report.fiscalYear)
  const facts = [
    { label: labels.pair, value: pairName(pair) },
    { label: labels.title, value: report.title },
    { label: labels.date, value: showRange(report.startsOn, report.endsOn) },
    { label: receipt.fiscalYear, value: String(report.fiscalYear) },
  ]
  const next = [buttons.myPairs, buttons.correct, buttons.menu].map((word) => ({ label: word, say: word }))
  const { title: heading, text } = receipt
  const note = receipt.note(report.fiscalYear)
  return {
    kind: 'card',
    card: 'receipt',
    data: { title: heading, receiptNo: report.receiptNo, text, facts, note, buttons: next },
    altText,
    fallback: `${altText}\n${note}`,
    buttons: next,
  }
}

function sayText(text: string): Outcome {
  return { replies: [{ kind: 'text', text, buttons: [{ label: buttons.menu, say: buttons.menu }] }] }
}
