/**
 * What an activity often has in common with the pair's last one: the kind, the form, the place and the partners are offered
 * with one tap. Never the title, the days, the result, the number of people, the budget or the files.
 */
import type { Offer, Step, StepContext } from '../dialogs/index.ts'
import { cutGraphemes } from '../thai/index.ts'
import { answersOf } from './answers-of-report.ts'
import type { Report } from './report.ts'
import { kindIn } from './steps/choice-steps.ts'
import { FORM_NAMES, KIND_NAMES, sameAsLast } from './texts.ts'

const SAME = 'same-as-last'
/** Steps that the offer may answer; the offer is made while one of them has no answer. */
const REQUIRED = ['kind', 'form', 'place'] as const
const LONGEST_SHOWN = 40

/** The last report of each pair, by pair id. */
export type LastReports = ReadonlyMap<string, Report>

/** The step with the offer beside its question. It is made once: with the title, or after it when the first line told the title. */
export function withOffer(step: Step, lastReports: LastReports): Step {
  return { ...step, offer: (context) => offerFor(step, context, lastReports) }
}

function offerFor(step: Step, { answers }: StepContext, lastReports: LastReports): Offer | undefined {
  const pair = answers.pair
  const last = pair && 'value' in pair ? lastReports.get(String(pair.value)) : undefined
  const isItsPlace = step.id === 'title' || answers.titleRead !== undefined
  return last && isItsPlace && mayTakeOver(answers) ? offerOf(last) : undefined
}

/** Whether the offer is still to be made, and anything is to be answered that the last report may tell. */
export function mayTakeOver({ title, titleRead, ...answers }: Readonly<Record<string, unknown>>): boolean {
  return (title === undefined || titleRead !== undefined) && REQUIRED.some((id) => answers[id] === undefined)
}

function offerOf(last: Report): Offer {
  const { kind, form, place, partners } = answersOf(last)
  const { note } = kindIn(kind)
  const shown = [note ?? KIND_NAMES[last.kind], FORM_NAMES[last.form], last.place, last.partners]
  const told = shown.flatMap((text) => (text === undefined ? [] : [cutGraphemes(text, LONGEST_SHOWN)]))
  const taken = { kind: kind ?? null, form: form ?? null, place: place ?? null }
  return {
    choice: { value: SAME, label: sameAsLast.label, text: sameAsLast.text(last.receiptNo, told) },
    answers: partners ? { ...taken, partners, partnersTaken: true } : taken,
  }
}
