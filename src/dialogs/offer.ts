/** What a step offers beside its question: one tap, or one number, that answers several questions at once. */
import { chosenNumber, isNamed } from './choose.ts'
import { atNext, contextOf, visibleSteps } from './progress.ts'
import { texts } from './texts.ts'
import type { Ask, Dialog, DialogState, Offer, Step, StepContext } from './types.ts'

/** The step's question with its offer as the last choice. */
export function askOf(step: Step, context: StepContext): Ask {
  const ask = step.ask(context)
  const offer = offerOf(step, context)
  return offer ? { ...ask, choices: [...(ask.choices ?? []), offer.choice] } : ask
}

/** Nothing is offered where an answer is changed. */
export function offerOf(step: Step, context: StepContext): Offer | undefined {
  return context.answers[step.id] ? undefined : step.offer?.(context)
}

/** By its number or its whole name: a few of its words may well be the answer itself. */
export function meansOffer(text: string, offer: Offer, ownChoices: number): boolean {
  return chosenNumber(text) === ownChoices + 1 || isNamed(text, offer.choice)
}

/** The answers that were offered, each where there is none yet, and what is said of them. */
export function takeOffer(dialog: Dialog, state: DialogState, offer: Offer, now: Date) {
  const fresh = Object.entries(offer.answers).filter(([id]) => !state.answers[id])
  const taken = Object.fromEntries(fresh.map(([id, value]) => [id, { value }]))
  const next = atNext(dialog, { ...state, answers: { ...state.answers, ...taken } }, now)
  const context = contextOf(dialog, next, now)
  const shown = visibleSteps(dialog, next.answers, now).flatMap((step) => {
    const answer = taken[step.id]
    return answer ? [`${step.label}: ${step.show(answer.value, context)}`] : []
  })
  return { next, said: texts.prefilled(shown) }
}
