/** Returning a report as a dialog: why, and which of its items is to be mended. */
import type { Choice, Dialog, Step } from '../../dialogs/index.ts'
import { known } from '../steps/known.ts'
import { parseText } from '../steps/text-step.ts'
import { labels } from '../texts.ts'
import { giveBack } from './texts.ts'

export const GIVE_BACK = 'report.return'
/** No one item is meant. */
const ANY = 'any'
const ITEMS = [
  'pair',
  'title',
  'kind',
  'date',
  'form',
  'place',
  'result',
  'partners',
  'participants',
  'budget',
  'budgetSource',
  'obstacle',
  'nextPlan',
  'files',
] as const

const choices: readonly Choice[] = [
  ...ITEMS.map((id) => ({ value: id, label: labels[id] })),
  { value: ANY, label: giveBack.item.any },
]

const reasonStep: Step = {
  id: 'reason',
  label: giveBack.reason.label,
  ask: () => ({ text: giveBack.reason.ask }),
  parse: (given) =>
    parseText(given.kind === 'text' ? given.text : '', giveBack.reason.label, {
      least: 5,
      most: 500,
      example: giveBack.reason.example,
    }),
  show: String,
}

const itemStep: Step = {
  id: 'item',
  label: giveBack.item.label,
  ask: () => ({ text: giveBack.item.ask, choices }),
  parse: (given) =>
    given.kind === 'choice'
      ? { ok: true, value: given.value }
      : { ok: false, say: giveBack.item.wrong(choices.length) },
  show: (value) => choices.find((choice) => choice.value === value)?.label ?? giveBack.item.any,
}

/** The step of the report that is to be mended; undefined when no one step was meant. */
export function stepIn(value: unknown): string | undefined {
  return ITEMS.find((id) => id === value)
}

export const returnDialog: Dialog = {
  id: GIVE_BACK,
  version: 1,
  title: giveBack.title,
  steps: [known('receiptNo', labels.receiptNo), known('look', labels.receiptNo), reasonStep, itemStep],
  reviewNote: ({ answers: { receiptNo } }) =>
    receiptNo && 'value' in receiptNo ? giveBack.of(String(receiptNo.value)) : undefined,
}
