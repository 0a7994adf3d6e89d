/** What becomes of the duties when a report leaves a pair or a fiscal year: withdrawn, or changed to another. */
import type { Change } from '../../bot/types.ts'
import { dutyReopened, dutyReported } from '../../reminders/index.ts'
import type { Reader } from '../../store/index.ts'
import { dayOf } from '../../thai/index.ts'
import type { Report } from '../report.ts'
import { ofPairInYear } from '../report-store.ts'

/** A report is awaited again when this was the only one of its pair and year. */
export async function dutiesWithout(read: Reader, report: Report, now: Date): Promise<Change[]> {
  const { id, pairId, fiscalYear } = report
  const others = (await ofPairInYear(read, pairId, fiscalYear)).filter((other) => other.id !== id)
  return others.length === 0 ? dutyReopened(read, pairId, fiscalYear, now) : []
}

/** Whoever corrects a date has reported on the day on which the report was sent, not today. */
export async function dutiesAfterEdit(read: Reader, before: Report, after: Report, now: Date): Promise<Change[]> {
  if (before.pairId === after.pairId && before.fiscalYear === after.fiscalYear) return []
  const reportedOn = dayOf(before.submittedAt)
  return [
    ...(await dutiesWithout(read, before, now)),
    ...(await dutyReported(read, after.pairId, after.fiscalYear, reportedOn, now)),
  ]
}
