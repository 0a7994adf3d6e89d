/** How a pair stands in a fiscal year, in words. */
import { showDay } from '../../thai/index.ts'
import type { PairState } from '../dependencies.ts'
import { carriesDuty, type Pair } from '../pair.ts'
import { mine } from '../texts.ts'

/** Absence of a report is not absence of an activity, and is never worded as such. */
export function stateInWords(pair: Pair, state: PairState | undefined): string {
  if (state && state.reports > 0) return mine.reported(state.reports, state)
  if (state?.exempt) return mine.exempt
  if (state?.plannedOn) return mine.planned(showDay(state.plannedOn))
  return carriesDuty(pair) ? mine.noReport : `${mine.noReport} (${mine.noDuty})`
}
