/** The activity report as a dialog: seven questions that are required, one whether there is more to say, and what more there is. */
import type { Dialog, Step, StepContext } from '../dialogs/index.ts'
import type { Pair } from '../pairs/index.ts'
import { type LastReports, withOffer } from './same-as-last.ts'
import { formStep, kindStep, moreStep, obstacleStep } from './steps/choice-steps.ts'
import { dateStep, fiscalYearNote } from './steps/date-step.ts'
import { filesStep } from './steps/files-step.ts'
import { known } from './steps/known.ts'
import { budgetSourceStep, budgetStep, hasSpent, participantsStep } from './steps/number-steps.ts'
import { pairStep } from './steps/pair-step.ts'
import { nextPlanStep, partnersStep, placeStep, resultStep, titleStep } from './steps/text-step.ts'
import { labels, title } from './texts.ts'

export const REPORT = 'report'

/**
 * @param pairs of the officer's provinces
 * @param lastReports of these pairs: what a new report may take over
 */
export function reportDialog(pairs: readonly Pair[], lastReports: LastReports = new Map()): Dialog {
  const offering = (step: Step) => withOffer(step, lastReports)
  return {
    id: REPORT,
    version: 1,
    title,
    steps: [
      known('participantsRead', labels.participants),
      known('titleRead', labels.title),
      known('partnersTaken', labels.partners),
      pairStep(pairs),
      offering(titleStep),
      offering(kindStep),
      dateStep,
      offering(formStep),
      offering(placeStep),
      resultStep,
      moreStep,
      { ...partnersStep, when: (context) => wantsMore(context) || isKnown(context, 'partnersTaken') },
      { ...participantsStep, when: (context) => wantsMore(context) || isKnown(context, 'participantsRead') },
      onRequest(budgetStep),
      { ...budgetSourceStep, when: (context) => wantsMore(context) && hasSpent(context) },
      onRequest(obstacleStep),
      onRequest(nextPlanStep),
      onRequest(filesStep),
    ],
    reviewNote: fiscalYearNote,
  }
}

function onRequest(step: Step): Step {
  return { ...step, when: wantsMore }
}

function wantsMore({ answers }: StepContext): boolean {
  const more = answers.more
  return more !== undefined && 'value' in more && more.value === 'yes'
}

function isKnown({ answers }: StepContext, id: string): boolean {
  return answers[id] !== undefined
}
