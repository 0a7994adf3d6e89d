/** What is said of a step or of the review: whole questions that can be answered by typing alone. */
import { askOf } from './offer.ts'
import { contextOf, REVIEW, reviewedSteps, stepBefore } from './progress.ts'
import { texts } from './texts.ts'
import type { Advanced, Answered, Ask, Dialog, DialogState, Say, Step, StepContext } from './types.ts'

/** The question, its numbered choices, and the words that work here. */
function questionText(text: string, ask: Ask, can: { skip: boolean; goBack: boolean }): string {
  const choices = (ask.choices ?? []).map((choice, index) => `${index + 1}. ${choice.text ?? choice.label}`)
  const { skip, back, park, cancel } = texts.words
  const hint = texts.hint([...(can.skip ? [skip] : []), ...(can.goBack ? [back] : []), park, cancel])
  return [text, ...choices, hint].join('\n')
}

/** Says why not, and puts the question once more: what introduces it was read a moment ago. */
export function askAgain(dialog: Dialog, state: DialogState, now: Date, why: string): Advanced {
  return { state, say: [{ kind: 'note', text: why }, askCurrent(dialog, state, now, { isRepeated: true })] }
}

/** Asks what the state says is to be asked: a step, or the review. */
export function askCurrent(dialog: Dialog, state: DialogState, now: Date, { isRepeated = false } = {}): Say {
  const context = contextOf(dialog, state, now)
  const step = dialog.steps.find((each) => each.id === state.asking)
  if (state.asking === REVIEW || !step) return review(dialog, state, context)
  const ask = askOf(step, context)
  const kept = keptAnswer(step, context)
  const text = isRepeated ? (ask.again ?? ask.text) : ask.text
  return sayAsk(dialog, state, now, step, ask, kept ? `${text}\n${kept}` : text)
}

/** Asks the same step for more: `text` says what was taken and how to end. */
export function askForMore(dialog: Dialog, state: DialogState, now: Date, step: Step, text: string): Say {
  return sayAsk(dialog, state, now, step, askOf(step, contextOf(dialog, state, now)), text)
}

/** The answer in words, for the review and for what was taken over. */
export function shownAnswer(step: Step, answer: Answered | undefined, context: StepContext): string {
  return answer && 'value' in answer ? step.show(answer.value, context) : texts.notGiven
}

function sayAsk(dialog: Dialog, state: DialogState, now: Date, step: Step, ask: Ask, text: string): Say {
  const can = {
    skip: step.optional === true || state.answers[step.id] !== undefined,
    goBack: stepBefore(dialog, state, now) !== undefined,
  }
  const whole = questionText(text, ask, can)
  return { kind: 'ask', stepId: step.id, text: whole, ask, canSkip: can.skip, canGoBack: can.goBack }
}

function keptAnswer(step: Step, context: StepContext): string | undefined {
  const answer = context.answers[step.id]
  if (!answer || !('value' in answer)) return undefined
  const shown = step.show(answer.value, context)
  return step.optional ? texts.keptOptional(shown) : texts.kept(shown)
}

function review(dialog: Dialog, state: DialogState, context: StepContext): Say {
  const steps = reviewedSteps(dialog, state.answers, context.now)
  const items = steps.map((step, index) => ({
    number: index + 1,
    stepId: step.id,
    label: step.label,
    shown: shownAnswer(step, context.answers[step.id], context),
  }))
  const note = dialog.reviewNote?.(context)
  return { kind: 'review', title: dialog.title, items, ...(note === undefined ? {} : { note }) }
}
