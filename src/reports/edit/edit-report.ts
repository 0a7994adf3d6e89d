/** Opens a submitted report again with all of its answers, and stores what was confirmed as its next version. */
import type { Actor, DialogBinding, MediaDesk, Outcome, Turn } from '../../bot/types.ts'
import { noteUse, type Pair } from '../../pairs/index.ts'
import { audit, refused } from '../../people/index.ts'
import type { Stored } from '../../store/index.ts'
import { showInstant } from '../../thai/index.ts'
import { answersOf } from '../answers-of-report.ts'
import { contentOf, type Given } from '../content-of-answers.ts'
import { differencesOf } from '../facts.ts'
import { withoutLost } from '../lost-files.ts'
import { receiptCard } from '../receipt-card.ts'
import { awaitingReview, type Report, ReportContent, ReportFiling } from '../report.ts'
import { noteDeed, noteFiles, saveReport } from '../report-store.ts'
import { checkEditor, checkOfficer, ownPair, pairsOf, refuseOtherProvince } from '../rights.ts'
import { sayWithMenu } from '../say.ts'
import { refusals } from '../texts.ts'
import { warnAtReview } from '../warn-at-review.ts'
import { dutiesAfterEdit } from './duties-after.ts'
import { EDIT, editDialog } from './edit-dialog.ts'
import { edit } from './texts.ts'
import { nameOf } from './who.ts'

const ACTION = 'report.edit'

export function editBinding(media: MediaDesk): DialogBinding {
  return {
    dialogId: EDIT,
    title: edit.title,
    async define(turn) {
      const check = checkOfficer(turn, ACTION)
      return check.ok ? { ok: true, dialog: editDialog(await pairsOf(turn.read, check.officer)) } : check
    },
    warn: (turn, given) => warnAtReview(turn, media, given, String(given.receiptNo)),
    finish: async (turn, given) => save(turn, await withoutLost(turn.read, media, given)),
    noteRefusal: (turn, what) => refused(turn, { action: ACTION, target: what.slice(0, 40), say: '' }).changes ?? [],
  }
}

/** A returned report opens at the step that is to be mended. */
export async function openReport(turn: Turn, receiptNo: string): Promise<Outcome> {
  const check = await checkEditor(turn, ACTION, receiptNo)
  if (!check.ok) return check.refusal
  const { report } = check
  if (report.status === 'withdrawn') return sayWithMenu(edit.withdrawn(receiptNo))
  const given = { ...answersOf(report), receiptNo: report.receiptNo, version: versionOf(report) }
  if (report.review !== 'returned') return { replies: [], begin: { dialogId: EDIT, given } }
  const why = edit.returned(receiptNo, report.returnReason ?? '')
  return { replies: [{ kind: 'text', text: why }], begin: { dialogId: EDIT, given, at: report.returnItem } }
}

/** The pair, the person's post and the report itself may have changed since it was opened: all is looked up again. */
async function save(turn: Turn, given: Given): Promise<Outcome> {
  const receiptNo = String(given.receiptNo)
  const check = await checkEditor(turn, ACTION, receiptNo)
  if (!check.ok) return check.refusal
  const { actor, report } = check
  if (report.status === 'withdrawn') return sayWithMenu(edit.withdrawn(receiptNo))
  if (versionOf(report) !== given.version) return tellOfEarlier(turn, report)
  const pair = await ownPair(turn.read, actor, String(given.pair))
  if (!pair) return refuseOtherProvince(turn, actor, ACTION, String(given.pair).slice(0, 40))
  const content = contentOf(given, pair, turn.now)
  return content ? replace(turn, actor, report, { pair, content }) : sayWithMenu(refusals.incomplete)
}

async function replace(
  turn: Turn,
  editor: Actor,
  report: Stored<Report>,
  { pair, content }: { readonly pair: Stored<Pair>; readonly content: ReportContent },
): Promise<Outcome> {
  const before = ReportContent.parse(report)
  const differences = await differencesOf(turn.read, before, content)
  if (differences.length === 0) return unchanged(turn, editor, report)
  const filing = { ...awaitingReview(ReportFiling.parse(report)), version: versionOf(report) + 1, editedAt: turn.now }
  const next = { ...filing, ...content, editedBy: editor.personId, rev: report.rev }
  const deed = { reportId: report.id, at: turn.now, by: editor.personId, deed: 'edited', before } as const
  const text = edit.text(differences.map(({ label }) => label))
  return {
    replies: [receiptCard(next, pair, { heading: edit.heading, text })],
    changes: [
      saveReport(next),
      await noteUse(turn.read, pair),
      ...(await noteFiles(turn.read, next)),
      await noteDeed(turn.read, deed),
      ...(await dutiesAfterEdit(turn.read, report, next, turn.now)),
      noteInLog(turn, report, next),
    ],
  }
}

/** Whoever thinks that a returned report is right as it is sends it back to be looked at again. */
async function unchanged(turn: Turn, editor: Actor, report: Stored<Report>): Promise<Outcome> {
  const { receiptNo } = report
  if (report.review !== 'returned') return sayWithMenu(edit.nothingChanged(receiptNo))
  const by = editor.personId
  const entry = { at: turn.now, actor: by, action: 'report.sent-again', target: report.id, after: { receiptNo } }
  const deed = await noteDeed(turn.read, { reportId: report.id, at: turn.now, by, deed: 'sentAgain' })
  return {
    ...sayWithMenu(edit.sentAgain(receiptNo)),
    changes: [saveReport(awaitingReview(report)), deed, audit(entry)],
  }
}

/** The log tells what moved; what was written stands in the report's own history. */
function noteInLog({ now }: Turn, before: Report, after: Report) {
  const where = ({ pairId, fiscalYear, version = 1 }: Report) => ({ pairId, fiscalYear, version })
  return audit({
    at: now,
    actor: after.editedBy ?? after.reportedBy,
    action: 'report.edited',
    target: after.id,
    before: where(before),
    after: { receiptNo: after.receiptNo, ...where(after) },
  })
}

async function tellOfEarlier({ read }: Turn, report: Report): Promise<Outcome> {
  const who = await nameOf(read, report.editedBy ?? report.reportedBy)
  const when = showInstant(report.editedAt ?? report.submittedAt)
  return sayWithMenu(edit.changedMeanwhile(report.receiptNo, who, when))
}

function versionOf({ version = 1 }: Report): number {
  return version
}
