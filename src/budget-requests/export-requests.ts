/** 'คำของบประมาณ ส่งออก [ปี]': a year's requests as a table that Excel opens, behind a link that lives for a day; admins only. */
import { stringify } from 'csv-stringify/sync'
import type { Command, Outcome, ShareFile, Turn } from '../bot/types.ts'
import { audit, refused } from '../people/index.ts'
import { dayOf, fiscalYearOf, showInstant } from '../thai/index.ts'
import { buddhistYear } from './list-requests.ts'
import type { BudgetRequest } from './request.ts'
import { requestsOfYear } from './request-store.ts'
import { sayText } from './rights.ts'
import { exported, exportWords, GROUP_NAMES, list, refusals } from './texts.ts'

const EXPORT =
  /^(?:คำขอ(?:รับ)?งบ(?:ประมาณ)?\s*ส่งออก|ส่งออก\s*คำขอ(?:รับ)?งบ(?:ประมาณ)?)\s*(?:ปี(?:งบประมาณ|งบ)?)?\s*(\d{4}|\d{2})?$/

/** @param shareFile keeps the table and makes the link to it */
export function exportCommand(shareFile: ShareFile): Command<{ year?: number }> {
  return {
    name: exportWords(0).replace(' 0', ''),
    isMeantInDialog: (text) => EXPORT.test(text),
    match(text) {
      const found = EXPORT.exec(text)
      return found ? { ...(found[1] ? { year: buddhistYear(found[1]) } : {}) } : undefined
    },
    run: (turn, { year }) => exportYear(turn, year ?? fiscalYearOf(dayOf(turn.now)) + 1, shareFile),
  }
}

async function exportYear(turn: Turn, fiscalYear: number, shareFile: ShareFile): Promise<Outcome> {
  if (turn.actor?.role !== 'admin')
    return refused(turn, { action: 'budget.export', say: turn.actor ? refusals.export : refusals.list })
  const found = await requestsOfYear(turn.read, fiscalYear)
  if (found.length === 0) return sayText(list.none(fiscalYear, []))
  const name = exported.fileName(fiscalYear)
  const bytes = Buffer.from(tableOf(found))
  const shared = await shareFile(turn, { name, contentType: 'text/csv; charset=utf-8', bytes })
  if (!shared.ok) return sayText(exported.unreachable)
  const { personId } = turn.actor
  const note = audit({ at: turn.now, actor: personId, action: 'budget.exported', target: String(fiscalYear) })
  return {
    ...sayText(exported.ready(fiscalYear, found.length, shared.url, showInstant(shared.expiresAt))),
    changes: [...shared.changes, note],
  }
}

/** A text that begins like a formula is made harmless: what officers typed must not run in the reader's Excel. */
function tableOf(requests: readonly BudgetRequest[]): string {
  const rows = requests.map((request) => [
    request.receiptNo,
    request.provinceTh,
    request.partner,
    GROUP_NAMES[request.group],
    request.title,
    request.activities,
    request.budgetBaht,
    request.reason,
    showInstant(request.submittedAt),
  ])
  return stringify([[...exported.columns], ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' })
}
