/** The satisfaction survey as a dialog: one score for each item, and a word if anybody has one. */
import type { Choice, Dialog, Step } from '../dialogs/index.ts'
import { graphemeCount, tidy } from '../thai/index.ts'
import { ITEMS, type Item, SCORES } from './survey.ts'
import { answering, asks, labels, SCORE_NAMES, shown, title, wrong } from './texts.ts'

export const SURVEY = 'satisfaction-survey'
const LONGEST_COMMENT = 1000

/** From 1 on, so that the number that is typed is the score. */
const choices: readonly Choice[] = SCORES.map((score) => ({
  value: String(score),
  label: SCORE_NAMES[score - 1] ?? String(score),
}))

/** Never asked and never shown: which survey the answers are for. */
const survey: Step = {
  id: 'survey',
  label: title,
  carried: true,
  ask: () => ({ text: title }),
  parse: () => ({ ok: false, say: answering.needsCode }),
  show: () => '',
}

function itemStep(item: Item, at: number): Step {
  return {
    id: item,
    label: labels[item],
    ask: () => ({ text: asks.item(item, at + 1, ITEMS.length), choices }),
    parse(given) {
      const isScore = given.kind === 'choice' && choices.some(({ value }) => value === given.value)
      return isScore ? { ok: true, value: given.value } : { ok: false, say: wrong.score }
    },
    show: (value) => shown.score(Number(value)),
  }
}

const comment: Step = {
  id: 'comment',
  label: labels.comment,
  optional: true,
  ask: () => ({ text: asks.comment }),
  parse(given) {
    const words = given.kind === 'text' ? tidy(given.text) : ''
    const isWords = /\p{L}/u.test(words) && graphemeCount(words) <= LONGEST_COMMENT
    return isWords ? { ok: true, value: words } : { ok: false, say: wrong.comment(LONGEST_COMMENT) }
  },
  show: String,
}

export const surveyDialog: Dialog = {
  id: SURVEY,
  version: 1,
  title,
  steps: [survey, ...ITEMS.map(itemStep), comment],
  reviewNote: () => answering.reviewNote,
}
