/** The two ways to give a planned day: the reminder's date picker, and typing 'กำหนดจัด SC101 20 ส.ค. 2570'. */
import type { Command, Outcome, Postback, Turn } from '../bot/types.ts'
import { answerAboutPairs, type Pair, pairName, pairsOfProvince } from '../pairs/index.ts'
import { refused } from '../people/index.ts'
import { addDays, type Day, dayOf, findDays, fiscalYearOf, isDay, readDays, showDay } from '../thai/index.ts'
import { planActivity, say } from './planned-date.ts'
import { remindedOf } from './reminded-of.ts'
import { openDutiesOf } from './reminder-store.ts'
import { texts } from './texts.ts'

/** Far enough ahead for any fiscal year that a button can name. */
const YEARS_AHEAD = 1
/** From today to the day of an example. */
const EXAMPLE_DAYS = 30

export const planPostback: Postback = {
  action: 'plan',
  async run(turn, params) {
    if (turn.actor?.role !== 'officer') return refuseToPlan(turn, params.get('pair')?.slice(0, 40))
    const pairId = params.get('pair') ?? ''
    const day = params.get('date') ?? ''
    const today = dayOf(turn.now)
    const fiscalYear = Number(params.get('fy') ?? fiscalYearOf(today))
    const isKnownYear = Number.isInteger(fiscalYear) && fiscalYear <= fiscalYearOf(today) + YEARS_AHEAD
    if (!isDay(day) || !isKnownYear) return say(`${texts.plan.noDay} ${exampleOf(pairId, today)}`)
    return planActivity(turn, { pairId, fiscalYear, day })
  },
}

interface Typed {
  readonly pairId?: string
  readonly rest: string
}

const WORDS = /^(?:แจ้ง)?กำหนด(?:วัน|การ)?จัด(?:กิจกรรม)?\s*(?:(sc\d{1,4})(?!\d)\s*)?(.*)$/

/** 'กำหนดจัดของคู่ฮอกไกโด วันที่ 20 ส.ค.': words that name no pair. */
const FILLERS = /(?:^|\s)(?:(?:ของ|คู่|กับ|วันที่)\s*)+/g

function matchPlan(text: string): Typed | undefined {
  const match = WORDS.exec(text)
  if (!match) return undefined
  const [, id, rest = ''] = match
  // without a pair or a number it is a question, such as when an activity should be held
  if (!id && rest !== '' && !/\d/.test(rest)) return undefined
  return { ...(id ? { pairId: id.toUpperCase() } : {}), rest }
}

export const planCommand: Command<Typed> = {
  name: 'กำหนดจัด',
  isMeantInDialog: (text) => matchPlan(text)?.pairId !== undefined,
  match: matchPlan,
  run: runPlan,
}

async function runPlan(turn: Turn, typed: Typed): Promise<Outcome> {
  if (turn.actor?.role !== 'officer') return refuseToPlan(turn, typed.pairId)
  const today = dayOf(turn.now)
  const open = await openPairs(turn)
  const { named, days } = typed.pairId ? { named: '', days: typed.rest } : splitName(typed.rest, today)
  const meant = named === '' ? open : answerAboutPairs(named, open)?.pairs.filter(isAmong(open))
  const pairId =
    typed.pairId ?? (meant?.length === 1 ? meant[0]?.id : named === '' && (await remindedOf(turn, open))?.id)
  if (!pairId) return askWhich(open, today)
  const read = readDays(days, today)
  if (!read.ok) return say(`${read.say}\n${exampleOf(pairId, today)}`)
  return planActivity(turn, { pairId, fiscalYear: fiscalYearOf(read.from), day: read.from })
}

/** 'ฮอกไกโด 20 ส.ค. 70' -> the pair's name and the day; a text without a day is all day, so that it is said to be none. */
function splitName(typed: string, today: Day): { named: string; days: string } {
  const text = typed.replace(FILLERS, ' ').trim()
  const found = findDays(text, today)
  const named = found?.rest.trim() ?? ''
  return named === '' ? { named, days: text } : { named, days: text.replace(named, ' ').trim() }
}

function isAmong(pairs: readonly Pair[]): (pair: Pair) => boolean {
  return ({ id }) => pairs.some((pair) => pair.id === id)
}

function refuseToPlan(turn: Turn, pairId: string | undefined): Outcome {
  const words = turn.actor ? texts.plan.notYours([]) : texts.plan.guest
  return refused(turn, { action: 'duty.plan', target: pairId, say: words })
}

/** Of the officer's provinces, the pairs that still owe an activity of this fiscal year. */
export async function openPairs({ actor, read, now }: Turn): Promise<Pair[]> {
  const pairs = (await Promise.all((actor?.provinces ?? []).map((province) => pairsOfProvince(read, province)))).flat()
  const open = await openDutiesOf(
    read,
    pairs.map((pair) => pair.id),
    fiscalYearOf(dayOf(now)),
  )
  return pairs.filter((pair) => open.some((duty) => duty.pairId === pair.id))
}

export function askWhich(open: readonly Pair[], today: Day, typed = showDay(addDays(today, EXAMPLE_DAYS))): Outcome {
  const [first] = open
  if (!first) return say(texts.plan.nothingOpen)
  const lines = open.map((pair) => `• ${pair.id} ${pairName(pair)}`)
  return say(texts.plan.whichPair(lines, texts.planExample(first.id, typed)))
}

function exampleOf(pairId: string, today: Day): string {
  return texts.planExample(pairId, showDay(addDays(today, EXAMPLE_DAYS)))
}
