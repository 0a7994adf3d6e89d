/** Taking a report back: an officer of its province says so twice; the record stays, marked, and counts no more. */
import type { Actor, Button, Command, Outcome, Turn } from '../../bot/types.ts'
import { audit } from '../../people/index.ts'
import type { Stored } from '../../store/index.ts'
import { showRange } from '../../thai/index.ts'
import { readReceipt, TYPED_RECEIPT } from '../receipt-number.ts'
import { awaitingReview, type Report } from '../report.ts'
import { noteDeed, saveReport } from '../report-store.ts'
import { checkEditor } from '../rights.ts'
import { sayWithMenu, word } from '../say.ts'
import { buttons } from '../texts.ts'
import { dutiesWithout } from './duties-after.ts'
import { withdrawal } from './texts.ts'

const ACTION = 'report.withdraw'
const TYPED = new RegExp(`^(ยืนยัน ?)?ถอน(?: ?รายงาน)?(?: ?เลขที่)? ?${TYPED_RECEIPT}$`)

interface Typed {
  readonly receiptNo: string
  readonly isSure: boolean
}

/** 'ถอนรายงาน R2570-000123' asks once; 'ยืนยันถอน R2570-000123' does it. */
export const withdrawCommand: Command<Typed> = {
  name: 'ถอนรายงาน',
  isMeantInDialog: () => true,
  match(text) {
    const match = TYPED.exec(text)
    return match?.[2] ? { receiptNo: readReceipt(match[2]), isSure: match[1] !== undefined } : undefined
  },
  run: (turn, { receiptNo, isSure }) => withdrawReport(turn, receiptNo, isSure),
}

export async function withdrawReport(turn: Turn, receiptNo: string, isSure = false): Promise<Outcome> {
  const check = await checkEditor(turn, ACTION, receiptNo)
  if (!check.ok) return check.refusal
  const { actor, report } = check
  if (report.status === 'withdrawn') return sayWithMenu(withdrawal.already(receiptNo), word(buttons.report))
  return isSure ? withdraw(turn, actor, report) : askOnce(report)
}

function askOnce({ receiptNo, title, startsOn, endsOn }: Report): Outcome {
  const button: Button = { label: withdrawal.button, say: withdrawal.confirm(receiptNo) }
  return sayWithMenu(withdrawal.sure(receiptNo, title, showRange(startsOn, endsOn)), button)
}

async function withdraw(turn: Turn, officer: Actor, report: Stored<Report>): Promise<Outcome> {
  const { now, read } = turn
  const by = officer.personId
  const { review: _nothingToReview, ...rest } = awaitingReview(report)
  const withdrawn = { ...rest, status: 'withdrawn' as const, withdrawnBy: by, withdrawnAt: now }
  const entry = audit({
    at: now,
    actor: by,
    action: 'report.withdrawn',
    target: report.id,
    before: { status: 'submitted' },
    after: { status: 'withdrawn', receiptNo: report.receiptNo },
  })
  return {
    ...sayWithMenu(withdrawal.done(report.receiptNo), word(buttons.report)),
    changes: [
      saveReport(withdrawn),
      await noteDeed(read, { reportId: report.id, at: now, by, deed: 'withdrawn' }),
      ...(await dutiesWithout(read, report, now)),
      entry,
    ],
  }
}
