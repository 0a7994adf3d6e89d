/** A submitted report opened again: the dialog of a report with all of its answers, so that the review comes first. */
import type { Dialog, StepContext } from '../../dialogs/index.ts'
import type { Pair } from '../../pairs/index.ts'
import { formStep, kindStep, obstacleStep } from '../steps/choice-steps.ts'
import { dateStep, fiscalYearNote } from '../steps/date-step.ts'
import { filesStep } from '../steps/files-step.ts'
import { known } from '../steps/known.ts'
import { budgetSourceStep, budgetStep, hasSpent, participantsStep } from '../steps/number-steps.ts'
import { pairStep } from '../steps/pair-step.ts'
import { nextPlanStep, partnersStep, placeStep, resultStep, titleStep } from '../steps/text-step.ts'
import { labels } from '../texts.ts'
import { edit } from './texts.ts'

export const EDIT = 'report.edit'

/** @param pairs of the officer's provinces */
export function editDialog(pairs: readonly Pair[]): Dialog {
  return {
    id: EDIT,
    version: 1,
    title: edit.title,
    steps: [
      known('receiptNo', labels.receiptNo),
      known('version', labels.receiptNo),
      pairStep(pairs),
      titleStep,
      kindStep,
      dateStep,
      formStep,
      placeStep,
      resultStep,
      partnersStep,
      participantsStep,
      budgetStep,
      { ...budgetSourceStep, when: hasSpent },
      obstacleStep,
      nextPlanStep,
      filesStep,
    ],
    reviewNote: (context) => [edit.of(receiptIn(context)), fiscalYearNote(context)].filter(Boolean).join('\n'),
  }
}

function receiptIn({ answers: { receiptNo } }: StepContext): string {
  return receiptNo && 'value' in receiptNo ? String(receiptNo.value) : ''
}
