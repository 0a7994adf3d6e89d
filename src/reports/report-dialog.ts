/** The activity report as a dialog: seven questions that are required, one whether there is more to say, and what more there is. */
import type { Dialog, Step, StepContext } from '../dialogs/index.ts'
import type { Pair } from '../pairs/index.ts'
import { formStep, kindStep, moreStep, obstacleStep } from './steps/choice-steps.ts'
import { dateStep, fiscalYearNote } from './steps/date-step.ts'
import { filesStep } from './steps/files-step.ts'
import { budgetSourceStep, budgetStep, participantsStep } from './steps/number-steps.ts'
import { pairStep } from './steps/pair-step.ts'
import { textStep } from './steps/text-step.ts'
import { labels, title } from './texts.ts'

export const REPORT = 'report'

/** @param pairs of the officer's provinces */
export function reportDialog(pairs: readonly Pair[]): Dialog {
  return {
    id: REPORT,
    version: 1,
    title,
    steps: [
      participantsRead,
      pairStep(pairs),
      textStep({ id: 'title', least: 5, most: 150, example: 'แลกเปลี่ยนเยาวชน ครั้งที่ 3' }),
      kindStep,
      dateStep,
      formStep,
      textStep({ id: 'place', least: 2, most: 200, example: 'ศาลากลางจังหวัดเชียงราย' }),
      textStep({ id: 'result', least: 5, most: 2000, example: 'เยาวชน 30 คนได้แลกเปลี่ยนวัฒนธรรม' }),
      moreStep,
      onRequest(textStep({ id: 'partners', least: 2, most: 300, example: 'หอการค้าจังหวัด' })),
      { ...participantsStep, when: (context) => wantsMore(context) || hasParticipants(context) },
      onRequest(budgetStep),
      { ...budgetSourceStep, when: (context) => wantsMore(context) && hasSpent(context) },
      onRequest(obstacleStep),
      onRequest(textStep({ id: 'nextPlan', least: 3, most: 1000, example: 'เชิญคณะมาเยือน มี.ค. 2570' })),
      onRequest(filesStep),
    ],
    reviewNote: fiscalYearNote,
  }
}

/** Says that the first line held the number of participants: it is then kept although nobody asked for more details. */
const participantsRead: Step = {
  id: 'participantsRead',
  label: labels.participants,
  carried: true,
  ask: () => ({ text: labels.participants }),
  parse: () => ({ ok: true, value: true }),
  show: () => '',
}

function onRequest(step: Step): Step {
  return { ...step, optional: true, when: wantsMore }
}

function wantsMore({ answers }: StepContext): boolean {
  const more = answers.more
  return more !== undefined && 'value' in more && more.value === 'yes'
}

function hasParticipants({ answers }: StepContext): boolean {
  return answers.participantsRead !== undefined
}

function hasSpent({ answers }: StepContext): boolean {
  const budget = answers.budget
  return budget !== undefined && 'value' in budget && Number(budget.value) > 0
}
