/** Where a dialog stands: which of its steps apply, which are answered, which comes next. */
import type { Advanced, Answers, Dialog, DialogState, Step, StepContext } from './types.ts'

/** Steps that apply with these answers, in order. A step's `when` sees the answers of the steps before it that apply. */
export function visibleSteps(dialog: Dialog, answers: Answers, now: Date): Step[] {
  const seen: Record<string, Answers[string]> = {}
  return dialog.steps.filter((step) => {
    const applies = step.carried || !step.when || step.when({ answers: seen, now })
    const answer = answers[step.id]
    if (applies && answer) seen[step.id] = answer
    return applies && !step.carried
  })
}

/** The steps that the review lists, in its order: 'แก้ข้อ 3' counts these. */
export function reviewedSteps(dialog: Dialog, answers: Answers, now: Date): Step[] {
  return visibleSteps(dialog, answers, now).filter((step) => {
    const answer = answers[step.id]
    return !answer || !step.isInReview || step.isInReview(answer)
  })
}

/** The answers of the steps that apply and what is carried along: all that a step and the owner of the dialog ever see. */
function visibleAnswers(dialog: Dialog, answers: Answers, now: Date): Answers {
  const carried = dialog.steps.filter((step) => step.carried)
  const steps = [...carried, ...visibleSteps(dialog, answers, now)]
  return Object.fromEntries(
    steps.flatMap((step) => {
      const answer = answers[step.id]
      return answer ? [[step.id, answer] as const] : []
    }),
  )
}

export function contextOf(dialog: Dialog, state: DialogState, now: Date): StepContext {
  return { answers: visibleAnswers(dialog, state.answers, now), now }
}

/** Steps that apply and have no answer, in order; a skipped one is answered. */
export function missingSteps(dialog: Dialog, state: DialogState, now: Date): Step[] {
  return visibleSteps(dialog, state.answers, now).filter((step) => !state.answers[step.id])
}

/** The step that is being asked; undefined at the review. */
export function currentStep(dialog: Dialog, state: DialogState, now: Date): Step | undefined {
  if (state.asking === REVIEW) return undefined
  return visibleSteps(dialog, state.answers, now).find((step) => step.id === state.asking)
}

/** The step before this one; before the review stands the last step. */
export function stepBefore(dialog: Dialog, state: DialogState, now: Date): Step | undefined {
  const steps = visibleSteps(dialog, state.answers, now)
  if (state.asking === REVIEW) return steps.at(-1)
  return steps[steps.findIndex((step) => step.id === state.asking) - 1]
}

export const REVIEW = 'review'

/** The state in which the next missing step, or the review, is asked. */
export function atNext(dialog: Dialog, state: DialogState, now: Date): DialogState {
  return { ...state, asking: missingSteps(dialog, state, now)[0]?.id ?? REVIEW }
}

/** Whether nothing is left to ask of a dialog that needs no review. */
export function endsHere(dialog: Dialog, state: DialogState): boolean {
  return dialog.endsWithoutReview === true && state.asking === REVIEW
}

/** Confirmed: what no longer applies is not handed out. */
export function ended(dialog: Dialog, state: DialogState, now: Date): Advanced {
  return { state: { ...state, answers: visibleAnswers(dialog, state.answers, now) }, say: [], done: 'confirmed' }
}

/** Steps come and go with the dialog's definition: what is asked must be a step that applies, or a review of all. */
export function settled(dialog: Dialog, state: DialogState, now: Date): DialogState {
  const stands =
    state.asking === REVIEW ? missingSteps(dialog, state, now).length === 0 : currentStep(dialog, state, now)
  return stands ? state : atNext(dialog, state, now)
}
