/** How many people came, and what it cost. */
import type { Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { normaliseCommand, thaiNumber, tidy } from '../../thai/index.ts'
import { asks, choices, labels, shown, wrong } from '../texts.ts'
import { parseText } from './text-step.ts'

const MOST_PEOPLE = 1_000_000
const MOST_BAHT = 10_000_000_000
const NO_BUDGET = /^(?:ไม่มี|ไม่ใช้|ไม่ได้ใช้)/

export const participantsStep: Step = {
  id: 'participants',
  label: labels.participants,
  optional: true,
  ask: () => ({ text: asks.participants }),
  parse: (given) => parsePeople(given.kind === 'text' ? thaiNumber(given.text) : undefined),
  show: (value) => shown.people(Number(value)),
}

function parsePeople(count: number | undefined): Parsed {
  const isCount = count !== undefined && Number.isInteger(count) && count >= 1 && count <= MOST_PEOPLE
  return isCount ? { ok: true, value: count } : { ok: false, say: wrong.participants }
}

export const budgetStep: Step = {
  id: 'budget',
  label: labels.budget,
  optional: true,
  ask: () => ({ text: asks.budget }),
  parse(given) {
    const text = given.kind === 'text' ? given.text : ''
    const baht = NO_BUDGET.test(normaliseCommand(text)) ? 0 : thaiNumber(text)
    const isAmount = baht !== undefined && baht <= MOST_BAHT
    return isAmount ? { ok: true, value: baht } : { ok: false, say: wrong.budget }
  },
  show: (value) => shown.baht(Number(value)),
}

export const budgetSourceStep: Step = {
  id: 'budgetSource',
  label: labels.budgetSource,
  optional: true,
  ask: () => ({
    text: asks.budgetSource,
    choices: choices.budgetSources.map((name) => ({ value: name, label: name })),
  }),
  parse(given) {
    const text = given.kind === 'choice' ? given.value : given.kind === 'text' ? tidy(given.text) : ''
    return parseText(text, labels.budgetSource, { least: 2, most: 150, example: 'งบจังหวัด' })
  },
  show: String,
}

/** Whether there is a budget whose source can be asked for. */
export function hasSpent({ answers }: StepContext): boolean {
  const budget = answers.budget
  return budget !== undefined && 'value' in budget && Number(budget.value) > 0
}
