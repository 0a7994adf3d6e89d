/** The questions of the check, for guests too: who wants it, with whom, and what is there already. */
import type { Choice, Dialog, Given, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { readProvince } from '../../pairs/index.ts'
import { graphemeCount, normaliseCommand, tidy } from '../../thai/index.ts'
import { mentionsLocalBody } from '../local-bodies.ts'
import { POINTS, type Point } from './judge.ts'
import { ANSWERS, asks, BODIES, LEVELS, labels, title, wrong } from './texts.ts'

export const READINESS = 'readiness'

export const readinessDialog: Dialog = {
  id: READINESS,
  version: 1,
  title,
  endsWithoutReview: true,
  steps: [
    bodyStep(),
    { ...partnerStep(), optional: true, when: isProvince },
    { ...choiceStep('level', LEVELS, wrong.level, readLevel), when: isProvince },
    ...POINTS.map((point) => ({ ...choiceStep(point, ANSWERS, wrong.answer, readYesNo), when: isProvince })),
  ],
}

/** 'province', 'province:เชียงราย', or what is none. */
function bodyStep(): Step {
  return {
    id: 'body',
    label: labels.body,
    ask: () => ({ text: asks.body, choices: BODIES }),
    parse: (given) => (given.kind === 'text' ? readBody(given.text) : chosen(given, wrong.body)),
    show: (value) => bodyName(String(value)),
  }
}

function readBody(text: string): Parsed {
  if (mentionsLocalBody(normaliseCommand(text))) return { ok: true, value: 'lao' }
  if (/กรุงเทพ|กทม/.test(text)) return { ok: true, value: 'bangkok' }
  const read = readProvince(text)
  if (read.kind === 'one') return { ok: true, value: `province:${read.province}` }
  return { ok: false, say: read.kind === 'several' ? wrong.bodySeveral(read.provinces.join(', ')) : wrong.body }
}

/** 'จังหวัดเชียงราย' */
export function bodyName(value: string): string {
  const [body, province] = value.split(':')
  const chosenBody = BODIES.find((each) => each.value === body)
  return `${chosenBody?.label ?? value}${province ?? ''}`
}

function partnerStep(): Step {
  return {
    id: 'partner',
    label: labels.partner,
    ask: () => ({ text: asks.partner }),
    parse(given) {
      const text = given.kind === 'text' ? tidy(given.text).replace(/\n/g, ' ') : ''
      const length = graphemeCount(text)
      return length >= 2 && length <= 100 ? { ok: true, value: text } : { ok: false, say: wrong.partner }
    },
    show: String,
  }
}

function choiceStep(
  id: Point | 'level',
  choices: readonly Choice[],
  otherwise: string,
  read: (text: string) => string | undefined,
): Step {
  return {
    id,
    label: labels[id],
    ask: () => ({ text: asks[id], choices }),
    parse(given) {
      const value = given.kind === 'text' ? read(normaliseCommand(given.text)) : undefined
      return value === undefined ? chosen(given, otherwise) : { ok: true, value }
    },
    show: (value) => choices.find((choice) => choice.value === value)?.label ?? '',
  }
}

function chosen(given: Given, otherwise: string): Parsed {
  return given.kind === 'choice' ? { ok: true, value: given.value } : { ok: false, say: otherwise }
}

/** Only the words that the documents themselves give; whatever else is asked back. */
function readLevel(said: string): string | undefined {
  if (/อำเภอ|ตำบล|เทศบาล|หมู่บ้าน|ต่ำกว่า/.test(said)) return 'lower'
  if (/ไม่แน่ใจ|ไม่รู้|ไม่ทราบ/.test(said)) return 'unsure'
  return /มลรัฐ|มณฑล|นคร|จังหวัด/.test(said) ? 'equal' : undefined
}

function readYesNo(said: string): string | undefined {
  if (/ไม่แน่ใจ|ไม่รู้|ไม่ทราบ|ไม่ชัวร์/.test(said)) return 'unsure'
  if (/^(?:ยัง|ไม่)/.test(said)) return 'no'
  return /^(?:มี|ใช่|แล้ว|พร้อม|เหมาะสม|ครบ|พิจารณาแล้ว|yes)/.test(said) ? 'yes' : undefined
}

function isProvince({ answers }: StepContext): boolean {
  const body = answers.body
  return body !== undefined && 'value' in body && String(body.value).startsWith('province')
}
