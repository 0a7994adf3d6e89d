/** The activity report as a dialog: seven questions that are required, one whether there is more to say, and what more there is. */
import type { Dialog, Step, StepContext } from '../dialogs/index.ts'
import type { Pair } from '../pairs/index.ts'
import { type LastReports, withOffer } from './same-as-last.ts'
import { formStep, kindStep, moreStep, obstacleStep } from './steps/choice-steps.ts'
import { dateStep, fiscalYearNote } from './steps/date-step.ts'
import { filesStep } from './steps/files-step.ts'
import { budgetSourceStep, budgetStep, participantsStep } from './steps/number-steps.ts'
import { pairStep } from './steps/pair-step.ts'
import { textStep } from './steps/text-step.ts'
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

const titleStep = textStep({ id: 'title', least: 5, most: 150, example: 'แลกเปลี่ยนเยาวชน ครั้งที่ 3' })
const placeStep = textStep({ id: 'place', least: 2, most: 200, example: 'ศาลากลางจังหวัดเชียงราย' })
const resultStep = textStep({ id: 'result', least: 5, most: 2000, example: 'เยาวชน 30 คนได้แลกเปลี่ยนวัฒนธรรม' })
const partnersStep: Step = {
  ...textStep({ id: 'partners', least: 2, most: 300, example: 'หอการค้าจังหวัด' }),
  optional: true,
}
const nextPlanStep = textStep({ id: 'nextPlan', least: 3, most: 1000, example: 'เชิญคณะมาเยือน มี.ค. 2570' })

/** Says that an answer came with the first line or from the last report: it then stands although nobody asked for it. */
function known(id: string, label: string): Step {
  return {
    id,
    label,
    carried: true,
    ask: () => ({ text: label }),
    parse: () => ({ ok: true, value: true }),
    show: () => '',
  }
}

function onRequest(step: Step): Step {
  return { ...step, optional: true, when: wantsMore }
}

function wantsMore({ answers }: StepContext): boolean {
  const more = answers.more
  return more !== undefined && 'value' in more && more.value === 'yes'
}

function isKnown({ answers }: StepContext, id: string): boolean {
  return answers[id] !== undefined
}

function hasSpent({ answers }: StepContext): boolean {
  const budget = answers.budget
  return budget !== undefined && 'value' in budget && Number(budget.value) > 0
}
