/**
 * Writing an answer as a dialog: to a question of the list, or a correction of an entry, which begins with the entry's own
 * words as answers, so that it stands at the review at once and any item of it can be changed.
 */
import type { Dialog, Json, Step, StepContext } from '../../dialogs/index.ts'
import { cutGraphemes, type Day, dayOf, showDay } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import {
  certaintyStep,
  documentDateStep,
  holdsFromStep,
  keepSourcesStep,
  namesSource,
  phrasingsStep,
  textStep,
  validityStep,
} from './answer-steps.ts'
import { answerAsks as asks, publishSays as says } from './texts.ts'

export const WRITE_ANSWER = 'knowledge-answer'
const TITLE_LENGTH = 80

/** Comes with the start and is neither asked nor shown. */
const carried = (id: string): Step => ({
  id,
  label: asks.title,
  ask: () => ({ text: asks.title }),
  parse: () => ({ ok: false, say: asks.title }),
  show: () => '',
  carried: true,
})

/** What is carried along: which question of the list, which entry and which version of it the words were taken from. */
const CARRIED = ['questionId', 'question', 'askers', 'entryId', 'baseNumber', 'sourceCount'] as const

export const answerDialog: Dialog = {
  id: WRITE_ANSWER,
  version: 1,
  title: asks.title,
  steps: [
    ...CARRIED.map(carried),
    textStep('short', asks.short, [10, 600]),
    { ...textStep('body', asks.body, [10, 1800]), optional: true },
    keepSourcesStep,
    { ...textStep('document', asks.document, [4, 250]), when: namesSource },
    { ...textStep('heading', asks.heading, [1, 150]), when: namesSource, optional: true },
    { ...documentDateStep, when: namesSource },
    certaintyStep,
    { ...phrasingsStep, optional: true },
    textStep('title', asks.titleAsk, [4, TITLE_LENGTH]),
    validityStep,
    holdsFromStep(asks.holdsFrom),
  ],
  reviewNote: noteOn,
}

function noteOn({ answers, now }: StepContext): string {
  const value = (id: string): Json | undefined => {
    const answer = answers[id]
    return answer && 'value' in answer ? answer.value : undefined
  }
  const from = String(value('holdsFrom') ?? '')
  const isLater = from > dayOf(now)
  const askers = Number(value('askers') ?? 0)
  const told = askers > 0 ? (isLater ? says.toAskersLater(askers) : says.toAskers(askers)) : ''
  return [says.preview, isLater ? says.from(showDay(from)) : '', told].filter(Boolean).join('\n')
}

export type Given = Readonly<Record<string, Json>>

/** What is known when a question of the list is to be answered anew. */
export function givenForQuestion(question: { id: string; question: string; askers: number }, today: Day): Given {
  return {
    ...ofQuestion(question),
    title: cutGraphemes(question.question.replace(/\s+/g, ' '), TITLE_LENGTH),
    validity: '',
    holdsFrom: today,
  }
}

/** What is known when an entry is to be corrected, or is to answer a question of the list as well. */
export function givenForEntry(
  entry: Entry,
  baseNumber: number,
  today: Day,
  question?: { id: string; question: string; askers: number },
): Given {
  const { id, short, body, certainty, questions, title, validity = '' } = entry
  const phrasings = question
    ? [...questions.filter((each) => each !== question.question), question.question]
    : questions
  return {
    ...(question ? ofQuestion(question) : {}),
    ...{ entryId: id, baseNumber, sourceCount: entry.sources.length },
    ...{ short, body, keepSources: 'keep', certainty, phrasings, title, validity, holdsFrom: today },
  }
}

const ofQuestion = ({ id, question, askers }: { id: string; question: string; askers: number }) => ({
  questionId: id,
  question,
  askers,
})
