/**
 * Holds what somebody answered against what the documents ask for. It never guesses: what is not sure counts as missing, and
 * each reason names the document that it rests on.
 */
import type { Json } from '../../dialogs/index.ts'
import type { Reference } from '../entry.ts'
import { rules, says, verdicts } from './texts.ts'

/** The points that a province answers, in order. */
export const POINTS = ['equality', 'potential', 'benefit', 'plan', 'budget', 'people', 'followUp'] as const
export type Point = (typeof POINTS)[number]

interface Reason {
  readonly text: string
  readonly isMet: boolean
  readonly source: Reference
}

export interface Verdict {
  readonly kind: 'meets' | 'lacks' | 'cannot'
  readonly text: string
  readonly reasons: readonly Reason[]
  /** What there has to be and is not, in the words of the documents. */
  readonly missing: readonly string[]
  readonly ask: readonly string[]
}

const LOCAL_RULE: Reference = { id: 's4' }
const DEFINITION: Reference = { id: 's1', heading: 'บทนำ' }
const CRITERIA: Reference = { id: 's1', heading: 'แนวทางการขับเคลื่อนที่ ๑' }
const SEMINAR: Reference = { id: 'thaigov-14949' }
const BANGKOK: Reference = { id: 'bangkok-web' }

const SOURCE_OF: Readonly<Record<Point, Reference>> = {
  equality: CRITERIA,
  potential: CRITERIA,
  benefit: CRITERIA,
  plan: SEMINAR,
  budget: SEMINAR,
  people: SEMINAR,
  followUp: SEMINAR,
}

type Answers = Readonly<Record<string, Json>>

/** @param answers by the dialog's step ids */
export function judge(answers: Answers): Verdict {
  const body = String(answers.body ?? '')
  if (body === 'lao') return cannot(says.laoRule, LOCAL_RULE, says.askLocal)
  if (body === 'bangkok') return cannot([says.bangkok], BANGKOK, says.askBangkok)
  if (body === 'other') return cannot([says.otherBody], LOCAL_RULE, says.askProvince)
  const reasons = [
    bodyReason,
    levelReason(String(answers.level)),
    ...POINTS.map((point) => reasonOf(point, answers[point])),
  ]
  const missing = reasons.filter(({ isMet }) => !isMet)
  return {
    kind: missing.length === 0 ? 'meets' : 'lacks',
    text: missing.length === 0 ? verdicts.meets : verdicts.lacks(missing.map(({ name }) => name)),
    reasons,
    missing: missing.map(({ name }) => name),
    ask: [says.askUnit],
  }
}

function cannot(texts: readonly string[], source: Reference, ask: string): Verdict {
  const reasons = texts.map((text) => ({ text, isMet: false, source }))
  return { kind: 'cannot', text: verdicts.cannot, reasons, missing: [], ask: [ask] }
}

interface NamedReason extends Reason {
  readonly name: string
}

const bodyReason: NamedReason = {
  name: rules.body,
  text: says.reason('✓', rules.body, says.done),
  isMet: true,
  source: LOCAL_RULE,
}

function levelReason(level: string): NamedReason {
  const isMet = level === 'equal'
  const said = isMet ? says.done : level === 'lower' ? says.levelLower : says.levelUnsure
  return { name: rules.level, text: says.reason(mark(isMet), rules.level, said), isMet, source: DEFINITION }
}

function reasonOf(point: Point, answer: Json | undefined): NamedReason {
  const isMet = answer === 'yes'
  const said = isMet ? says.done : answer === 'no' ? says.missing : says.unsure
  return { name: rules[point], text: says.reason(mark(isMet), rules[point], said), isMet, source: SOURCE_OF[point] }
}

const mark = (isMet: boolean) => (isMet ? '✓' : '✗')
