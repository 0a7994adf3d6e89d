/** For which pair or partner the budget is wanted, in which of the letter's groups it is, and for which fiscal year. */
import type { Choice, Given, Json, Parsed, Step, StepContext } from '../../dialogs/index.ts'
import { answerAboutPairs, type Pair, pairName, partnerName, readProvince } from '../../pairs/index.ts'
import { cutGraphemes, dayOf, fiscalYearOf, normaliseCommand } from '../../thai/index.ts'
import { GROUPS, type Group } from '../request.ts'
import { asks, choices, GROUP_NAMES, GROUP_TEXTS, labels, wrong } from '../texts.ts'
import { textStep } from './about-what.ts'

const LONGEST_LABEL = 20
const NO_PAIR = /ไม่มี(?:คู่)?|ระบุเอง|คู่อื่น/
/** How many fiscal years ahead may be asked for. */
const YEARS_AHEAD = 3

export function pairStep(provinces: readonly string[], pairs: readonly Pair[]): Step {
  const label = (pair: Pair) => cutGraphemes(provinces.length === 1 ? partnerName(pair) : pairName(pair), LONGEST_LABEL)
  const own: Choice[] = pairs.map((pair) => ({ value: pair.id, label: label(pair), text: pairName(pair) }))
  return {
    id: 'pair',
    label: labels.pair,
    ask: () => ({ text: asks.pair, choices: [...own, choices.noPair] }),
    parse: (given) => parsePair(given, provinces, pairs),
    show(value) {
      const pair = pairs.find(({ id }) => id === value)
      return pair ? pairName(pair) : choices.noPair.label
    },
  }
}

function parsePair(given: Given, provinces: readonly string[], pairs: readonly Pair[]): Parsed {
  if (given.kind === 'choice') {
    const isOffered = given.value === choices.noPair.value || pairs.some(({ id }) => id === given.value)
    return isOffered ? { ok: true, value: given.value } : { ok: false, say: wrong.pair, refused: given.value }
  }
  const text = given.kind === 'text' ? given.text : ''
  const [only, ...others] = answerAboutPairs(text, pairs)?.pairs.filter(isAmong(pairs)) ?? []
  if (only && others.length === 0) return { ok: true, value: only.id }
  if (!only && NO_PAIR.test(text)) return { ok: true, value: choices.noPair.value }
  const foreign = foreignIn(text, provinces)
  return { ok: false, say: wrong.pair, ...(foreign === undefined ? {} : { refused: foreign }) }
}

function isAmong(pairs: readonly Pair[]): (pair: Pair) => boolean {
  return ({ id }) => pairs.some((pair) => pair.id === id)
}

/** Another province, or the id of a pair that is not the officer's, which nobody types by chance. */
function foreignIn(text: string, own: readonly string[]): string | undefined {
  const id = /^sc\d{3,}$/.exec(normaliseCommand(text))?.[0]
  const province = readProvince(text)
  return id ?? (province.kind === 'one' && !own.includes(province.province) ? province.province : undefined)
}

/** Asked of an officer of several provinces, where no pair tells. */
export function provinceStep(provinces: readonly string[]): Step {
  return {
    id: 'province',
    label: labels.province,
    when: (context) => provinces.length > 1 && isWithoutPair(context),
    ask: () => ({ text: asks.province, choices: provinces.map((name) => ({ value: name, label: name })) }),
    parse(given) {
      const read = given.kind === 'text' ? readProvince(given.text) : undefined
      const named = given.kind === 'choice' ? given.value : read?.kind === 'one' ? read.province : undefined
      if (named !== undefined && provinces.includes(named)) return { ok: true, value: named }
      return { ok: false, say: wrong.province(provinces), ...(named === undefined ? {} : { refused: named }) }
    },
    show: String,
  }
}

export const partnerStep: Step = {
  ...textStep({ id: 'partner', least: 2, most: 150, example: 'แขวงบ่อแก้ว สปป.ลาว' }),
  when: isWithoutPair,
}

/** Asked only where the register does not say how far the pair is. */
export function groupStep(pairs: readonly Pair[]): Step {
  const possible = (context: StepContext) => (isWithoutPair(context) ? GROUPS.slice(1) : GROUPS)
  return {
    id: 'group',
    label: labels.group,
    when: (context) => groupOf(pairs.find(({ id }) => id === givenIn(context, 'pair'))) === undefined,
    ask: (context) => ({
      text: asks.group,
      choices: possible(context).map((value) => ({ value, label: GROUP_NAMES[value], text: GROUP_TEXTS[value] })),
    }),
    parse(given, context) {
      const group = given.kind === 'choice' ? possible(context).find((each) => each === given.value) : undefined
      return group ? { ok: true, value: group } : { ok: false, say: wrong.group }
    },
    show: (value) => GROUP_NAMES[GROUPS.find((each) => each === value) ?? 'initiative'],
  }
}

const GROUP_OF: Partial<Readonly<Record<Pair['status'], Group>>> = {
  signed: 'signed',
  in_progress: 'in_progress',
  proposed: 'initiative',
}

/** The letter's group of a registered pair; undefined where its state is not known, and without a pair. */
export function groupOf(pair: Pick<Pair, 'status'> | undefined): Group | undefined {
  return pair && GROUP_OF[pair.status]
}

export const fiscalYearStep: Step = {
  id: 'fiscalYear',
  label: labels.fiscalYear,
  ask({ now }) {
    const first = firstYear(now)
    const years = [first, first + 1].map((year) => ({ value: String(year), label: choices.year(year) }))
    return { text: asks.fiscalYear, choices: years }
  },
  parse(given, { now }) {
    const typed = given.kind === 'choice' ? given.value : given.kind === 'text' ? given.text : ''
    const year = readFiscalYear(typed, now)
    const isOpen = year !== undefined && year >= firstYear(now) && year < firstYear(now) + YEARS_AHEAD
    return isOpen ? { ok: true, value: year } : { ok: false, say: wrong.fiscalYear(firstYear(now)) }
  },
  show: String,
}

function firstYear(now: Date): number {
  return fiscalYearOf(dayOf(now)) + 1
}

/** 'ปีงบประมาณ 2571', '71', '2028', 'ปีหน้า' */
function readFiscalYear(text: string, now: Date): number | undefined {
  const said = normaliseCommand(text).replace(/^(?:ปี)?(?:งบประมาณ|งบ)?(?:\s*พ\.?\s?ศ\.?)?\s*/, '')
  if (/^(?:ปี)?(?:หน้า|ถัดไป)$/.test(said)) return firstYear(now)
  if (!/^(?:\d{2}|\d{4})$/.test(said)) return undefined
  const year = Number(said)
  if (year < 100) return 2500 + year
  return year < 2400 ? year + 543 : year
}

function isWithoutPair(context: StepContext): boolean {
  return givenIn(context, 'pair') === choices.noPair.value
}

function givenIn({ answers }: StepContext, id: string): Json | undefined {
  const answer = answers[id]
  return answer && 'value' in answer ? answer.value : undefined
}
