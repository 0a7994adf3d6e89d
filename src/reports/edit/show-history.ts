/** 'ประวัติ R2570-000123': who did what to a report and when, and what each edit changed, for whoever may read it. */
import type { Command, Outcome, Turn } from '../../bot/types.ts'
import type { Reader } from '../../store/index.ts'
import { cutGraphemes, showInstant } from '../../thai/index.ts'
import { differencesOf } from '../facts.ts'
import { readReceipt, TYPED_RECEIPT } from '../receipt-number.ts'
import { type Report, ReportContent, type ReportDeed } from '../report.ts'
import { deedsTo } from '../report-store.ts'
import { checkReader } from '../rights.ts'
import { sayWithMenu } from '../say.ts'
import { labelOf } from '../texts.ts'
import { history } from './texts.ts'
import { nameOf } from './who.ts'

const TYPED = new RegExp(`^(?:ขอ)?(?:ดู)? ?ประวัติ ?(?:รายงาน)? ?(?:เลขที่)? ?${TYPED_RECEIPT}$`)
/** Of an answer, before and after: a result may fill a page. */
const LONGEST_VALUE = 120

export const historyCommand: Command<string> = {
  name: 'ประวัติ',
  isMeantInDialog: () => true,
  match(text) {
    const typed = TYPED.exec(text)?.[1]
    return typed === undefined ? undefined : readReceipt(typed)
  },
  run: showHistory,
}

async function showHistory(turn: Turn, receiptNo: string): Promise<Outcome> {
  const check = await checkReader(turn, 'report.history', receiptNo)
  if (!check.ok) return check.refusal
  const { report } = check
  const deeds = await deedsTo(turn.read, report.id)
  const told = await Promise.all(deeds.map((deed, index) => tell(turn.read, deed, versionAfter(report, deeds, index))))
  const submitted = history.submitted(showInstant(report.submittedAt), report.reportedByName)
  const lines = [history.title(receiptNo, report.title), submitted, ...told.flat(), history.how(receiptNo)]
  return sayWithMenu(lines.join('\n'))
}

/** What stood in the report after a deed: what the next edit found there, or what stands there now. */
function versionAfter(report: Report, deeds: readonly ReportDeed[], index: number): ReportContent {
  const nextEdit = deeds.slice(index + 1).find(({ before }) => before !== undefined)
  return nextEdit?.before ?? ReportContent.parse(report)
}

async function tell(read: Reader, deed: ReportDeed, after: ReportContent): Promise<string[]> {
  const line = history[deed.deed](showInstant(deed.at), await nameOf(read, deed.by))
  const why = deed.reason === undefined ? [] : [history.why(deed.reason, labelOf(deed.item))]
  const differences = deed.before ? await differencesOf(read, deed.before, after) : []
  const shown = (value: string | undefined) => (value === undefined ? history.left : cutGraphemes(value, LONGEST_VALUE))
  return [
    line,
    ...why,
    ...differences.map(({ label, before, after }) => history.difference(label, shown(before), shown(after))),
  ]
}
