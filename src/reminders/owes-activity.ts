/** Which pair owes an activity in which fiscal year. */
import { carriesDuty, type Pair } from '../pairs/index.ts'
import { fiscalYearRange } from '../thai/index.ts'

/** Nothing is owed for a year that was over when the pair was signed. */
export function owesActivity(pair: Pair, fiscalYear: number): boolean {
  if (!carriesDuty(pair)) return false
  if (pair.signedOn !== undefined) return pair.signedOn <= fiscalYearRange(fiscalYear).to
  return pair.signedBe === undefined || pair.signedBe <= fiscalYear
}
