/** After a fiscal year has ended and the last reminder has gone out, what is still open counts as missed. */
import { Conflict, type Store } from '../store/index.ts'
import { addDays, fiscalYearOf } from '../thai/index.ts'
import { type Duty, type FiredReminder, isOpen } from './duty.ts'
import { RULES, scheduledOn } from './ladder.ts'
import type { SweepTime } from './read-facts.ts'
import { eachDutyOfYear, firedFor, saveDuty } from './reminder-store.ts'

/** Where nobody could be reminded: so long is waited for somebody who can. */
const PATIENCE_DAYS = 30

const LAST_RULES = RULES.filter((rule) => rule.afterYearEnd)

/** A report that comes after this makes a missed duty `reported_late`. */
export async function closeEndedYears(store: Store, { asOf }: SweepTime, now: Date): Promise<void> {
  const ended = fiscalYearOf(asOf) - 1
  for await (const duty of eachDutyOfYear(store, ended)) {
    if (!isOpen(duty) || !isClosing(duty, await firedFor(store, duty.id), asOf)) continue
    const missed = { ...duty, status: 'missed' as const, changedAt: now }
    await store.transaction((tx) => saveDuty(missed)(tx)).catch(unlessReportedMeanwhile)
  }
}

function isClosing(duty: Duty, fired: readonly FiredReminder[], asOf: string): boolean {
  const isReminded = LAST_RULES.every((rule) => fired.some((one) => one.ruleId === rule.id && one.result !== 'skipped'))
  const lastDay = LAST_RULES.map((rule) => scheduledOn(rule, duty.fiscalYear))
    .sort()
    .at(-1)
  return isReminded || (lastDay !== undefined && asOf > addDays(lastDay, PATIENCE_DAYS))
}

function unlessReportedMeanwhile(error: unknown): void {
  if (!(error instanceof Conflict)) throw error
}
