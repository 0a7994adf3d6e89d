/** The yearly budget request as a dialog: what the ministry's letter asks a province to tell, and nothing else. */
import type { Dialog, StepContext } from '../dialogs/index.ts'
import type { Pair } from '../pairs/index.ts'
import { activitiesStep, budgetStep, reasonStep, titleStep } from './steps/about-what.ts'
import { fiscalYearStep, groupStep, pairStep, partnerStep, provinceStep } from './steps/about-whom.ts'
import { review, title } from './texts.ts'

export const BUDGET_REQUEST = 'budget-request'

/** @param pairs of the officer's provinces */
export function budgetRequestDialog(provinces: readonly string[], pairs: readonly Pair[]): Dialog {
  return {
    id: BUDGET_REQUEST,
    version: 1,
    title,
    steps: [
      pairStep(provinces, pairs),
      provinceStep(provinces),
      partnerStep,
      groupStep(pairs),
      fiscalYearStep,
      titleStep,
      activitiesStep,
      budgetStep,
      reasonStep,
    ],
    reviewNote: (_: StepContext) => review.note,
  }
}
