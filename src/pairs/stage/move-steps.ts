/** What is asked when a pair is moved to a stage. Who may not record a signing is not offered it. */
import type { Dialog, Given, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { dayOf, normaliseCommand } from '../../thai/index.ts'
import { facts } from '../register/facts.ts'
import { readPastDay, readText } from '../register/read-fact.ts'
import { carried, factStep, pastDayStep, valueIn } from '../register/steps.ts'
import { readDocumentNumber } from './document-number.ts'
import { DESKS, STAGES } from './stage.ts'
import { DESK_LABELS, DESK_NAMES, STAGE_LABELS, STAGE_NAMES, stageSays as says } from './texts.ts'

export const MOVE = 'pair-stage'
const SAME_DAY = 'same'

const isSigning = (context: StepContext) => valueIn(context, 'stage') === 'signed'
const isUnderWay = (context: StepContext) => !isSigning(context)

function stageStep(maySign: boolean): Step {
  const stages = STAGES.filter((stage) => maySign || stage !== 'signed')
  return {
    id: 'stage',
    label: says.stageLabel,
    ask: (context) => ({
      text: [String(valueIn(context, 'now') ?? ''), says.stageAsk].filter(Boolean).join('\n'),
      choices: stages.map((value) => ({ value, label: STAGE_LABELS[value], text: STAGE_NAMES[value] })),
    }),
    parse(given) {
      const stage = given.kind === 'choice' && stages.find((each) => each === given.value)
      if (stage) return { ok: true, value: stage }
      const meansSigned = given.kind === 'text' && /ลงนาม|เซ็น/.test(normaliseCommand(given.text))
      return { ok: false, say: meansSigned && !maySign ? says.onlyAdminSigns : says.stageWrong }
    },
    show: (value) => STAGE_NAMES[STAGES.find((stage) => stage === value) ?? 'initiated'],
  }
}

/** @param id 'letter' may be left out, 'signingLetter' may not: a signing rests on it */
function letterStep(id: 'letter' | 'signingLetter'): Step {
  const isOptional = id === 'letter'
  return {
    id,
    label: says.numberLabel,
    ask: () => ({ text: says.numberAsk }),
    parse(given) {
      const read = given.kind === 'text' ? readDocumentNumber(given.text) : undefined
      if (read) return { ok: true, value: read }
      return { ok: false, say: isOptional ? says.numberWrongOptional : says.numberWrong }
    },
    show: String,
    optional: isOptional,
    when: isOptional ? isUnderWay : isSigning,
  }
}

const deskStep: Step = {
  id: 'desk',
  label: says.deskLabel,
  ask: () => ({
    text: says.deskAsk,
    choices: DESKS.map((value) => ({ value, label: DESK_LABELS[value], text: DESK_NAMES[value] })),
  }),
  parse(given) {
    const desk = given.kind === 'choice' && DESKS.find((each) => each === given.value)
    return desk ? { ok: true, value: desk } : { ok: false, say: says.deskWrong }
  },
  show: (value) => DESK_NAMES[DESKS.find((desk) => desk === value) ?? 'other'],
  when: isUnderWay,
}

const sinceStep: Step = {
  ...pastDayStep('deskSince', { label: says.sinceLabel, ask: says.sinceAsk }, isUnderWay),
  ask: ({ now }) => ({
    text: says.sinceAsk,
    choices: [{ value: SAME_DAY, label: says.sameDay }],
    pickDay: { initial: dayOf(now), max: dayOf(now) },
  }),
  parse: (given: Given, context: StepContext): Parsed =>
    given.kind === 'choice'
      ? { ok: true, value: valueIn(context, 'on') ?? '' }
      : readPastDay(given, dayOf(context.now)),
}

/** @param maySign admins alone: a signing makes a duty */
export function moveDialog(maySign: boolean): Dialog {
  return {
    id: MOVE,
    version: 1,
    title: says.title,
    steps: [
      ...['pair', 'name', 'now'].map(carried),
      stageStep(maySign),
      pastDayStep('on', { label: says.onLabel, ask: says.onAsk }),
      letterStep('letter'),
      letterStep('signingLetter'),
      { ...factStep('instrument', isSigning), label: facts.instrument.label },
      factStep('level', isSigning),
      deskStep,
      sinceStep,
      {
        id: 'note',
        label: says.noteLabel,
        ask: () => ({ text: says.noteAsk }),
        parse: readText(says.noteLabel, [2, 300]),
        show: String,
        optional: true,
      },
    ],
    reviewNote: (context) => String(valueIn(context, 'name') ?? ''),
  }
}
