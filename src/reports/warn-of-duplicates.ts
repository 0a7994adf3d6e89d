/** Before a report is confirmed: which reports of the same pair seem to tell of the same activity. It warns and blocks nothing. */
import type { Turn } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import { fiscalYearOf, showRange } from '../thai/index.ts'
import { likelyDuplicates, nearDays } from './likely-duplicates.ts'
import { ofPairInYear } from './report-store.ts'
import { checkOfficer, ownPair } from './rights.ts'
import { daysIn } from './steps/date-step.ts'
import { duplicate } from './texts.ts'

const SHOWN = 3

/** @param except the report that is being changed: it is not its own duplicate */
export async function warnOfDuplicates(
  turn: Turn,
  given: Readonly<Record<string, Json>>,
  except?: string,
): Promise<string | undefined> {
  const days = daysIn(given.date)
  const check = checkOfficer(turn, 'report.begin')
  const pair = check.ok ? await ownPair(turn.read, check.officer, String(given.pair)) : undefined
  if (!days || !pair) return undefined
  const activity = { startsOn: days.from, endsOn: days.to, title: String(given.title) }
  const { from, to } = nearDays(activity)
  const years = new Set([fiscalYearOf(from), fiscalYearOf(to)])
  const near = await Promise.all([...years].map((year) => ofPairInYear(turn.read, pair.id, year)))
  const others = near.flat().filter(({ receiptNo }) => receiptNo !== except)
  const [first, ...more] = likelyDuplicates(activity, others).slice(0, SHOWN)
  if (!first) return undefined
  const lines = [first, ...more].map(({ receiptNo, title, startsOn, endsOn }) =>
    duplicate.line(receiptNo, title, showRange(startsOn, endsOn)),
  )
  return duplicate.warning(lines, first.receiptNo)
}
