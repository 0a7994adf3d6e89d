/** Takes what a person typed, tapped or sent as the answer to the current step, or says why it is none. */
import { normalise, normaliseCommand } from '../thai/index.ts'
import { chosen, chosenNumber, isNumberOrName } from './choose.ts'
import { askOf, meansOffer, offerOf, takeOffer } from './offer.ts'
import { atNext, contextOf, currentStep, ended, endsHere } from './progress.ts'
import { askAgain, askCurrent, askForMore } from './question.ts'
import { texts } from './texts.ts'
import type {
  Advanced,
  Answered,
  Choice,
  Dialog,
  DialogState,
  Given,
  Input,
  Offer,
  Parsed,
  Say,
  Step,
  StepContext,
} from './types.ts'

/** LINE's own limit for a text that a person sends. */
const LONGEST_TEXT = 5000
const CLEARING = new Set(['ลบ', 'ลบคำตอบ'])
/** What people type instead of ข้าม where nothing need be said. */
const NOTHING_TO_SAY = /^(?:[-–—]+|(?:ไม่มี|ไม่ทราบ|ไม่รู้|ไม่แน่ใจ|ไม่ระบุ|จำไม่ได้).{0,20})$/

export function answered(
  dialog: Dialog,
  state: DialogState,
  input: Extract<Input, { kind: 'text' | 'files' }>,
  now: Date,
): Advanced {
  const step = currentStep(dialog, state, now)
  if (!step) return askAgain(dialog, state, now, input.kind === 'files' ? texts.filesAtReview : texts.atReview)
  if (input.kind === 'text') return typed(dialog, state, step, input.text, now)
  const takesFiles = step.ask(contextOf(dialog, state, now)).takesFiles
  return takesFiles ? give(dialog, state, step, input, now) : askAgain(dialog, state, now, texts.noFilesHere)
}

/** A button answers only the question that stands; any other is an old one and changes nothing. */
export function answeredByButton(
  dialog: Dialog,
  state: DialogState,
  input: Extract<Input, { kind: 'button' | 'day' }>,
  now: Date,
): Advanced {
  const step = currentStep(dialog, state, now)
  if (!step || input.nonce !== state.nonce || input.stepId !== step.id)
    return askAgain(dialog, state, now, texts.oldButton)
  if (input.kind === 'day') return give(dialog, state, step, { kind: 'day', day: input.day }, now)
  const offered = askOf(step, contextOf(dialog, state, now)).choices?.some((choice) => choice.value === input.value)
  if (!offered) return { ...askAgain(dialog, state, now, texts.oldButton), refused: input.value }
  return give(dialog, state, step, { kind: 'choice', value: input.value }, now)
}

function typed(dialog: Dialog, state: DialogState, step: Step, text: string, now: Date): Advanced {
  if (step.optional && NOTHING_TO_SAY.test(normalise(text)) && !takes(step, text, contextOf(dialog, state, now)))
    return answer(dialog, state, step, { skipped: true }, now)
  const problem = unreadable(text)
  if (problem) return askAgain(dialog, state, now, problem)
  if (state.answers[step.id] && CLEARING.has(normaliseCommand(text)))
    return step.optional
      ? answer(dialog, state, step, { skipped: true }, now)
      : askAgain(dialog, state, now, texts.cannotClear(step.label))
  const context = contextOf(dialog, state, now)
  const choices = step.ask(context).choices ?? []
  const offer = offerOf(step, context)
  const isOffer = offer !== undefined && meansOffer(text, offer, choices.length)
  const choice = isOffer ? offer.choice : chosen(text, choices)
  if (choice) return give(dialog, state, step, { kind: 'choice', value: choice.value }, now)
  return give(dialog, state, step, { kind: 'text', text }, now, numberWithoutChoice(text, choices))
}

/** Whether these words are an answer here, such as a choice that is called ไม่มี. */
function takes(step: Step, text: string, context: StepContext): boolean {
  return chosen(text, step.ask(context).choices ?? []) !== undefined || step.parse({ kind: 'text', text }, context).ok
}

function unreadable(text: string): string | undefined {
  if (text.length > LONGEST_TEXT) return texts.tooLong(text.length, LONGEST_TEXT)
  if (normalise(text) === '') return texts.empty
  return /[\p{L}\p{N}]/u.test(text) ? undefined : texts.noWords
}

function numberWithoutChoice(text: string, choices: readonly Choice[]): string | undefined {
  if (choices.length === 0 || chosenNumber(text) === undefined) return undefined
  return isNumberOrName(text, choices) ? texts.numberOrName : texts.noSuchChoice(choices.length)
}

/** @param saysInstead what to say instead of the step's own words when it does not take the answer */
function give(dialog: Dialog, state: DialogState, step: Step, given: Given, now: Date, saysInstead?: string): Advanced {
  const context = contextOf(dialog, state, now)
  const offer = offerOf(step, context)
  if (offer && given.kind === 'choice' && given.value === offer.choice.value)
    return offerTaken(dialog, state, offer, now)
  const parsed: Parsed = step.parse(given, context)
  if (!parsed.ok && parsed.ends) return { state, say: [{ kind: 'note', text: parsed.say }], done: 'cancelled' }
  if (!parsed.ok) {
    const again = askAgain(dialog, state, now, saysInstead ?? parsed.say)
    return parsed.refused === undefined ? again : { ...again, refused: parsed.refused }
  }
  if (parsed.more === undefined) return answer(dialog, state, step, { value: parsed.value }, now, parsed.note)
  const partly = { ...state, answers: { ...state.answers, [step.id]: { value: parsed.value } } }
  return { state: partly, say: [askForMore(dialog, partly, now, step, parsed.more)] }
}

function answer(dialog: Dialog, state: DialogState, step: Step, value: Answered, now: Date, note?: string): Advanced {
  const next = atNext(dialog, { ...state, answers: { ...state.answers, [step.id]: value } }, now)
  const before: Say[] = note === undefined ? [] : [{ kind: 'note', text: note }]
  if (endsHere(dialog, next)) return { ...ended(dialog, next, now), say: before }
  return { state: next, say: [...before, askCurrent(dialog, next, now)] }
}

function offerTaken(dialog: Dialog, state: DialogState, offer: Offer, now: Date): Advanced {
  const { next, said } = takeOffer(dialog, state, offer, now)
  return { state: next, say: [{ kind: 'note', text: said }, askCurrent(dialog, next, now)] }
}
