/** What becomes of a confirmed return: the report waits to be mended, and its officer is told why, with the way to do it. */
import type { Actor, DialogBinding, Outcome, Push, Turn } from '../../bot/types.ts'
import { audit, type Person } from '../../people/index.ts'
import type { Stored } from '../../store/index.ts'
import type { Given } from '../content-of-answers.ts'
import { receiversOf } from '../receivers.ts'
import type { Report } from '../report.ts'
import { noteDeed, saveReport } from '../report-store.ts'
import { sayWithMenu, word } from '../say.ts'
import type { ShowReport } from '../show-report.ts'
import { buttons, labelOf } from '../texts.ts'
import { tellOfFirst } from './decide.ts'
import { GIVE_BACK, returnDialog, stepIn } from './return-dialog.ts'
import { checkReviewer, checkReviewOf } from './reviewer.ts'
import { lookOf } from './stands.ts'
import { giveBack, told, words } from './texts.ts'

const ACTION = 'report.return'

export function returnBinding(show: ShowReport): DialogBinding {
  return {
    dialogId: GIVE_BACK,
    title: giveBack.title,
    async define(turn) {
      const check = checkReviewer(turn, ACTION)
      return check.ok ? { ok: true, dialog: returnDialog } : check
    },
    async finish(turn, given) {
      const check = await checkReviewOf(turn, ACTION, String(given.receiptNo))
      if (!check.ok) return check.refusal
      const { actor, report } = check
      if (lookOf(report) !== given.look) return tellOfFirst(turn, actor, report, show)
      return returnReport(turn, actor, report, given)
    },
  }
}

async function returnReport(turn: Turn, reviewer: Actor, report: Stored<Report>, given: Given): Promise<Outcome> {
  const { now, read } = turn
  const [by, reason, item] = [reviewer.personId, String(given.reason), stepIn(given.item)]
  const { returnItem: _item, ...rest } = report
  const returned: Stored<Report> = {
    ...rest,
    review: 'returned',
    reviewedBy: by,
    reviewedAt: now,
    returnReason: reason,
    ...(item ? { returnItem: item } : {}),
  }
  const entry = audit({
    at: now,
    actor: by,
    action: 'report.returned',
    target: report.id,
    before: { review: report.review ?? 'waiting' },
    after: { review: 'returned', receiptNo: report.receiptNo, item: item ?? null },
  })
  const deed = { reportId: report.id, at: now, by, deed: 'returned', reason, ...(item ? { item } : {}) } as const
  const receivers = await receiversOf(read, report)
  const names = receivers.map(({ name }) => name)
  return {
    ...sayWithMenu(giveBack.done(report.receiptNo, names), word(words.list)),
    changes: [saveReport(returned), await noteDeed(read, deed), entry],
    pushes: receivers.map((person) => pushTo(turn, person, returned, reviewer)),
  }
}

function pushTo({ event }: Turn, { id, userId }: Person, report: Report, reviewer: Actor): Push {
  const { receiptNo, returnReason = '', returnItem } = report
  const title = told.title(receiptNo)
  const reason = told.reason(reviewer.name, returnReason)
  const label = labelOf(returnItem)
  const lines = [told.activity(report.title), ...(label ? [told.item(label)] : [])]
  const open = [{ label: buttons.correct, say: `${buttons.correct} ${receiptNo}` }]
  const how = told.how(receiptNo)
  const data = { tone: 'warning', title, body: reason, lines, note: how, buttons: open }
  const altText = [title, reason, ...lines, how].join('\n')
  return {
    key: `returned ${report.id} ${event.id} ${id}`,
    userId,
    replies: [{ kind: 'card', card: 'notice', data, altText, buttons: open }],
  }
}
