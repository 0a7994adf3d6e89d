/**
 * The dialog engine: one pure function from where a dialog stands and what a person did to where it stands next and what
 * is said. A mistake of the person is a sentence, never an exception; the caller keeps the state.
 */
import { normaliseCommand } from '../thai/index.ts'
import { answered, answeredByButton } from './answer.ts'
import {
  atNext,
  contextOf,
  currentStep,
  ended,
  endsHere,
  missingSteps,
  REVIEW,
  reviewedSteps,
  settled,
  stepBefore,
  visibleSteps,
} from './progress.ts'
import { askAgain, askCurrent, shownAnswer } from './question.ts'
import { texts } from './texts.ts'
import type { Advanced, Dialog, DialogState, Input, Json, Say, Step } from './types.ts'
import { upgrade } from './upgrade.ts'

/** What people type at the review when they mean ยืนยัน. */
const CONFIRMING =
  /^(?:ยืนยัน|ตกลง|(?:ข้อมูล)?ถูกต้อง(?:แล้ว)?|ถูกแล้ว|ส่ง(?:รายงาน|เลย|ได้เลย)?|เผยแพร่|ใช่|โอเค|ok|okay)\s*(?:ครับ|คับ|ค่ะ|คะ|ค่า|จ้า)?$/
/** 'งบ' names an item of the review; a single letter names none. */
const SHORTEST_NAME = 2
const DAY_MS = 24 * 60 * 60 * 1000

/**
 * The state of a dialog that begins.
 * @param start.nonce random; carried by every button of this run
 * @param start.given values that are known already, by step id; they are not asked. null: known to be left out
 * @param start.at the step to be asked although its answer is known: the one that is to be changed
 */
export function begin(
  dialog: Dialog,
  start: {
    readonly nonce: string
    readonly given?: Readonly<Record<string, Json>>
    readonly at?: string
    readonly now: Date
  },
): DialogState {
  const known = Object.entries(start.given ?? {}).filter(([id]) => dialog.steps.some((step) => step.id === id))
  const at = start.now.toISOString()
  const state: DialogState = {
    dialogId: dialog.id,
    version: dialog.version,
    nonce: start.nonce,
    answers: Object.fromEntries(known.map(([id, value]) => [id, value === null ? { skipped: true } : { value }])),
    asking: REVIEW,
    startedAt: at,
    touchedAt: at,
  }
  const next = atNext(dialog, state, start.now)
  const isToChange = start.at !== undefined && state.answers[start.at] !== undefined
  return isToChange ? settled(dialog, { ...next, asking: start.at }, start.now) : next
}

/** What an input does to a dialog. `state` is never changed; what is returned is to be stored instead of it. */
export function advance(dialog: Dialog, state: DialogState, input: Input, now: Date): Advanced {
  const touched = { ...state, touchedAt: now.toISOString() }
  if (state.version !== dialog.version && input.kind !== 'cancel' && input.kind !== 'park') {
    const upgraded = upgrade(dialog, touched, now)
    return withAsk(dialog, upgraded, now, note(texts.upgraded(Object.keys(upgraded.answers).length)))
  }
  const advanced = react(dialog, settled(dialog, touched, now), input, now, state.touchedAt)
  return input.kind === 'resume' || input.kind === 'begin'
    ? advanced
    : afterPause(dialog, advanced, now, state.touchedAt)
}

/** Who comes back after a day or more and simply goes on is told where they are. */
function afterPause(dialog: Dialog, advanced: Advanced, now: Date, pausedSince: string): Advanced {
  if (advanced.done || daysSince(pausedSince, now) < 1) return advanced
  return { ...advanced, say: [resumed(dialog, advanced.state, now, pausedSince), ...advanced.say] }
}

function react(dialog: Dialog, state: DialogState, input: Input, now: Date, pausedSince: string): Advanced {
  switch (input.kind) {
    case 'begin':
      return withAsk(dialog, state, now, ...takenOver(dialog, state, now))
    case 'resume':
      return withAsk(dialog, state, now, resumed(dialog, state, now, pausedSince))
    case 'again':
      return { state, say: [askCurrent(dialog, state, now, { isRepeated: true })] }
    case 'back':
      return goBack(dialog, state, now)
    case 'skip':
      return skip(dialog, state, now)
    case 'cancel':
      return { state, say: [note(texts.cancelled(dialog.title))], done: 'cancelled' }
    case 'park':
      return { state, say: [note(texts.parked(dialog.title))], done: 'parked' }
    case 'confirm':
      return confirm(dialog, state, now)
    case 'edit':
      return edit(dialog, state, input, now)
    case 'mistaken':
      return state.asking === REVIEW ? askAgain(dialog, state, now, texts.atReview) : goBack(dialog, state, now)
    case 'unusable':
      return askAgain(dialog, state, now, texts.unusable)
    case 'button':
    case 'day':
      return answeredByButton(dialog, state, input, now)
    case 'text':
      if (state.asking === REVIEW && CONFIRMING.test(normaliseCommand(input.text))) return confirm(dialog, state, now)
      return answered(dialog, state, input, now)
    case 'files':
      return answered(dialog, state, input, now)
  }
}

function goBack(dialog: Dialog, state: DialogState, now: Date): Advanced {
  const before = stepBefore(dialog, state, now)
  if (!before) return askAgain(dialog, state, now, texts.firstStep)
  return withAsk(dialog, { ...state, asking: before.id }, now)
}

/** Leaves an answer that is there as it is; only what is optional can be left without one. */
function skip(dialog: Dialog, state: DialogState, now: Date): Advanced {
  const step = currentStep(dialog, state, now)
  if (!step) return askAgain(dialog, state, now, texts.nothingToSkip)
  if (state.answers[step.id]) return goOn(dialog, atNext(dialog, state, now), now)
  if (!step.optional) return askAgain(dialog, state, now, texts.cannotSkip(step.label))
  const skipped = { ...state, answers: { ...state.answers, [step.id]: { skipped: true as const } } }
  return goOn(dialog, atNext(dialog, skipped, now), now)
}

/** Asks what is next, or ends a dialog that needs no review. */
function goOn(dialog: Dialog, state: DialogState, now: Date): Advanced {
  return endsHere(dialog, state) ? ended(dialog, state, now) : withAsk(dialog, state, now)
}

/** Only what was seen in the review can be confirmed; what no longer applies is not handed out. */
function confirm(dialog: Dialog, state: DialogState, now: Date): Advanced {
  const missing = missingSteps(dialog, state, now)
  const required = missing.filter((step) => !step.optional)
  if (required.length > 0)
    return withAsk(dialog, state, now, note(texts.stillMissing(required.map(({ label }) => label))))
  if (missing.length > 0) return confirm(dialog, withoutMore(state, missing), now)
  if (state.asking !== REVIEW) return withAsk(dialog, { ...state, asking: REVIEW }, now, note(texts.reviewFirst))
  return ended(dialog, state, now)
}

/** Who wants to confirm has nothing to add to what is optional. */
function withoutMore(state: DialogState, missing: readonly Step[]): DialogState {
  const skipped = Object.fromEntries(missing.map(({ id }) => [id, { skipped: true as const }]))
  return { ...state, answers: { ...state.answers, ...skipped } }
}

function edit(dialog: Dialog, state: DialogState, input: Extract<Input, { kind: 'edit' }>, now: Date): Advanced {
  const steps = reviewedSteps(dialog, state.answers, now)
  const step = stepMeant(steps, input.item)
  if (!step && input.orAnswer !== undefined)
    return react(dialog, state, { kind: 'text', text: input.orAnswer }, now, state.touchedAt)
  if (!step) return askAgain(dialog, state, now, texts.noSuchItem(steps.length))
  if (!state.answers[step.id] && step.id !== state.asking)
    return askAgain(dialog, state, now, texts.notAnsweredYet(step.label))
  return withAsk(dialog, { ...state, asking: step.id }, now)
}

/** @param item the number in the review, a step's id, or words of its label */
function stepMeant(steps: readonly Step[], item: number | string): Step | undefined {
  if (typeof item === 'number') return steps[item - 1]
  const byId = steps.find((step) => step.id === item)
  if (byId || item.length < SHORTEST_NAME) return byId
  const named = (is: (label: string) => boolean) => steps.find((step) => is(normaliseCommand(step.label)))
  return named((label) => label === item) ?? named((label) => label.includes(item))
}

/** What came with the first line or the button is repeated, so that a misreading is seen at once. */
function takenOver(dialog: Dialog, state: DialogState, now: Date): Say[] {
  const context = contextOf(dialog, state, now)
  const steps = reviewedSteps(dialog, state.answers, now).filter((step) => state.answers[step.id])
  const shown = steps.map((step: Step) => `${step.label}: ${shownAnswer(step, state.answers[step.id], context)}`)
  const isNew = state.asking !== REVIEW && !state.answers[state.asking]
  return shown.length > 0 && isNew ? [note(texts.prefilled(shown))] : []
}

function resumed(dialog: Dialog, state: DialogState, now: Date, pausedSince: string): Say {
  const total = visibleSteps(dialog, state.answers, now).length
  const done = total - missingSteps(dialog, state, now).length
  return note(texts.resumed(dialog.title, done, total, texts.pause(daysSince(pausedSince, now))))
}

function daysSince(then: string, now: Date): number {
  return Math.floor((now.getTime() - Date.parse(then)) / DAY_MS)
}

function withAsk(dialog: Dialog, state: DialogState, now: Date, ...before: Say[]): Advanced {
  return { state, say: [...before, askCurrent(dialog, state, now)] }
}

function note(text: string): Say {
  return { kind: 'note', text }
}
