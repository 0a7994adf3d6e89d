/** Brings a draft of an older version of a dialog to the present one: answers that still parse stay, the rest is asked. */
import { isDeepStrictEqual } from 'node:util'
import { atNext } from './progress.ts'
import type { Answered, Dialog, DialogState, FileRef, Given, Json, Step, StepContext } from './types.ts'

/** The state as it is when its version is the present one. */
export function upgrade(dialog: Dialog, state: DialogState, now: Date): DialogState {
  if (state.version === dialog.version) return state
  const answers: Record<string, Answered> = {}
  for (const step of dialog.steps) {
    const answer = state.answers[step.id]
    if (answer && stillHolds(step, answer, { answers, now })) answers[step.id] = answer
  }
  return atNext(dialog, { ...state, version: dialog.version, answers }, now)
}

function stillHolds(step: Step, answer: Answered, context: StepContext): boolean {
  if (step.carried) return true
  if (!('value' in answer)) return step.optional === true
  const shown = shownOrNothing(step, answer.value, context)
  if (shown === undefined) return false
  return waysToGive(step, answer.value, shown, context).some((given) => {
    const parsed = step.parse(given, context)
    return parsed.ok && isDeepStrictEqual(parsed.value, answer.value)
  })
}

/** How a person might have given this value: as a choice, as files, or in the words in which it is shown. */
function waysToGive(step: Step, value: Json, shown: string, context: StepContext): Given[] {
  if (isFileList(value)) return [{ kind: 'files', files: value }]
  const isChoice = step.ask(context).choices?.some((choice) => choice.value === value)
  if (typeof value === 'string' && isChoice) return [{ kind: 'choice', value }]
  const asTyped: Given[] = typeof value === 'object' ? [] : [{ kind: 'text', text: String(value) }]
  return [...asTyped, { kind: 'text', text: shown }]
}

/** The new version may not know how to show what the old one stored. */
function shownOrNothing(step: Step, value: Json, context: StepContext): string | undefined {
  try {
    return step.show(value, context)
  } catch {
    return undefined
  }
}

function isFileList(value: Json): value is Json & FileRef[] {
  const isFile = (each: Json) => typeof each === 'object' && each !== null && 'messageId' in each
  return Array.isArray(value) && value.length > 0 && value.every(isFile)
}
