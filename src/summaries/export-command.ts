/** 'สรุป ส่งออก [ปี]': the year's reports as a table that Excel opens, behind a link that lives for a day; admins only. */
import { stringify } from 'csv-stringify/sync'
import type { Command, Outcome, ShareFile, Turn } from '../bot/types.ts'
import { allPairs, countryName, type Pair, partnerName } from '../pairs/index.ts'
import { audit, refused } from '../people/index.ts'
import { FORM_NAMES, KIND_NAMES, ofYear, REVIEW_NAMES, type Report } from '../reports/index.ts'
import { dayOf, fiscalYearOf, showDay, showInstant } from '../thai/index.ts'
import { buddhistYear } from './read-request.ts'
import { texts } from './texts.ts'

/** 'สรุป ส่งออก 2570', 'ส่งออก', 'ขอไฟล์ excel ปี 70' */
const EXPORT =
  /^(?:สรุป\s*)?(?:ส่งออก|(?:ขอ|ดาวน์โหลด|โหลด)\s*(?:ไฟล์\s*)?(?:excel|csv|เอ็กเซล|ไฟล์(?:รายงาน|สรุป)))\s*(?:ปี(?:งบประมาณ|งบ)?)?\s*(\d{4}|\d{2})?$/

/** @param shareFile keeps the table and makes the link to it */
export function exportCommand(shareFile: ShareFile): Command<{ year?: number }> {
  return {
    name: 'สรุป ส่งออก',
    isMeantInDialog: (text) => text.startsWith('สรุป') && EXPORT.test(text),
    match(text) {
      const found = EXPORT.exec(text)
      return found ? { year: found[1] ? buddhistYear(found[1]) : undefined } : undefined
    },
    run: (turn, { year }) => exportYear(turn, year ?? fiscalYearOf(dayOf(turn.now)), shareFile),
  }
}

async function exportYear(turn: Turn, fiscalYear: number, shareFile: ShareFile): Promise<Outcome> {
  if (turn.actor?.role !== 'admin') {
    return refused(turn, { action: 'summary.export', say: turn.actor ? texts.refused.member : texts.refused.guest })
  }
  const reports = await ofYear(turn.read, fiscalYear)
  if (reports.length === 0) return say(texts.export.nothing(fiscalYear))
  const pairs = new Map((await allPairs(turn.read)).map((pair) => [pair.id, pair]))
  const bytes = Buffer.from(tableOf(reports, pairs))
  const shared = await shareFile(turn, {
    name: texts.export.fileName(fiscalYear),
    contentType: 'text/csv; charset=utf-8',
    bytes,
  })
  if (!shared.ok) return say(texts.export.unreachable)
  const { personId } = turn.actor
  const note = audit({ at: turn.now, actor: personId, action: 'summary.exported', target: String(fiscalYear) })
  return {
    ...say(texts.export.ready(fiscalYear, reports.length, shared.url, showInstant(shared.expiresAt))),
    changes: [...shared.changes, note],
  }
}

/** A text that begins like a formula is made harmless: what officers typed must not run in the reader's Excel. */
function tableOf(reports: readonly Report[], pairs: ReadonlyMap<string, Pair>): string {
  const rows = reports.map((report) => rowOf(report, pairs.get(report.pairId)))
  return stringify([[...texts.export.columns], ...rows], {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

function rowOf(report: Report, pair: Pair | undefined): (string | number | undefined)[] {
  const kind = report.kindNote ?? KIND_NAMES[report.kind]
  return [
    report.receiptNo,
    report.provinceTh,
    pair && partnerName(pair),
    pair && countryName(pair.countryIso),
    showDay(report.startsOn),
    showDay(report.endsOn),
    report.title,
    kind,
    FORM_NAMES[report.form],
    report.place,
    report.partners,
    report.participants,
    report.budgetBaht,
    report.budgetSource,
    report.result,
    report.obstacle,
    report.nextPlan,
    report.files.length,
    report.reportedByName,
    showInstant(report.submittedAt),
    report.version ?? 1,
    report.review && REVIEW_NAMES[report.review],
  ]
}

function say(text: string): Outcome {
  return { replies: [{ kind: 'text', text }] }
}
