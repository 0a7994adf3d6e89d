/** Correcting what was sent: an officer withdraws a report of the own province and reports again; the record stays, marked. */
import type { Actor, Button, Command, Outcome, Turn } from '../bot/types.ts'
import { audit, refused } from '../people/index.ts'
import { dutyReopened } from '../reminders/index.ts'
import type { Stored } from '../store/index.ts'
import { showRange } from '../thai/index.ts'
import type { Report } from './report.ts'
import { byReceipt, lastOfProvince, ofPairInYear, saveReport } from './report-store.ts'
import { checkOfficer } from './rights.ts'
import { buttons, correction } from './texts.ts'

const WITHDRAW = 'report.withdraw'
const SHOWN_REPORTS = 5

/** 'แก้ไขรายงาน': how to correct, with the receipt numbers to choose from. */
export const correctCommand: Command<true> = {
  name: buttons.correct,
  match: (text) => (/^(?:แก้ไข|แก้|ถอน) ?รายงาน(?:กิจกรรม)?$/.test(text) ? true : undefined),
  async run(turn) {
    const check = checkOfficer(turn, WITHDRAW)
    if (!check.ok) return check.refusal
    const found = await Promise.all(
      check.officer.provinces.map((province) => lastOfProvince(turn.read, province, SHOWN_REPORTS)),
    )
    const reports = found.flat()
    const lines = reports.map((report) => correction.line(report.receiptNo, report.title, daysOf(report)))
    const choices = reports.slice(0, SHOWN_REPORTS).map(({ receiptNo }) => correction.choose(receiptNo))
    return say(lines.length > 0 ? correction.how(lines) : correction.none, ...choices)
  },
}

interface Typed {
  readonly receiptNo: string
  readonly isSure: boolean
}

/** 'ถอนรายงาน R2570-000123' asks once; 'ยืนยันถอน R2570-000123' does it. */
export const withdrawCommand: Command<Typed> = {
  name: 'ถอนรายงาน',
  isMeantInDialog: () => true,
  match(text) {
    const match = /^(ยืนยัน ?)?ถอน(?: ?รายงาน)?(?:เลขที่)? ?(r\d{4}-\d{6})$/.exec(text)
    return match?.[2] ? { receiptNo: match[2].toUpperCase(), isSure: match[1] !== undefined } : undefined
  },
  async run(turn, { receiptNo, isSure }) {
    const check = checkOfficer(turn, WITHDRAW)
    if (!check.ok) return check.refusal
    const report = await byReceipt(turn.read, receiptNo)
    if (!report || !check.officer.provinces.includes(report.provinceTh))
      return refused(turn, { action: WITHDRAW, target: receiptNo, say: correction.unknown(receiptNo) })
    if (report.status === 'withdrawn') return say(correction.already(receiptNo))
    return isSure ? withdraw(turn, check.officer, report) : askOnce(report)
  },
}

function askOnce(report: Report): Outcome {
  const { receiptNo } = report
  const button: Button = { label: correction.button, say: correction.confirm(receiptNo) }
  return say(correction.sure(receiptNo, report.title, daysOf(report)), button)
}

async function withdraw(turn: Turn, officer: Actor, report: Stored<Report>): Promise<Outcome> {
  const { now, read } = turn
  const others = (await ofPairInYear(read, report.pairId, report.fiscalYear)).filter(({ id }) => id !== report.id)
  const reopened = others.length === 0 ? await dutyReopened(read, report.pairId, report.fiscalYear, now) : []
  const withdrawn = { ...report, status: 'withdrawn' as const, withdrawnBy: officer.personId, withdrawnAt: now }
  const entry = audit({
    at: now,
    actor: officer.personId,
    action: 'report.withdrawn',
    target: report.id,
    before: { status: 'submitted' },
    after: { status: 'withdrawn', receiptNo: report.receiptNo },
  })
  return { ...say(correction.done(report.receiptNo)), changes: [saveReport(withdrawn), ...reopened, entry] }
}

function daysOf(report: Report): string {
  return showRange(report.startsOn, report.endsOn)
}

function say(text: string, ...first: Button[]): Outcome {
  const usual = [buttons.report, buttons.menu].map((word): Button => ({ label: word, say: word }))
  return { replies: [{ kind: 'text', text, buttons: [...first, ...usual] }] }
}
