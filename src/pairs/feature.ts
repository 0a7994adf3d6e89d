/** `คู่ของฉัน`: the pairs of an officer's or a supervisor's provinces, and how each stands in this fiscal year. */
import type { Actor, Command, Feature, Outcome, Reply, Turn } from '../bot/types.ts'
import type { Reader } from '../store/index.ts'
import { cutGraphemes, type Day, dayOf, fiscalYearOf, showDay } from '../thai/index.ts'
import { countryName } from './countries.ts'
import { carriesDuty, type Pair, pairName } from './pair.ts'
import { pairsOfProvince } from './pair-store.ts'
import { pairRow } from './show-pair.ts'
import { mine } from './texts.ts'

/** How a pair stands in one fiscal year, as the rooms of reports and duties know it. */
export interface PairState {
  readonly reports: number
  /** A planned date that was given and is still to come. */
  readonly plannedOn?: Day
  readonly exempt?: boolean
}

export interface PairsDependencies {
  /** Says no and writes it to the audit log. */
  refused(turn: Turn, refusal: { action: string; say: string }): Outcome
  stateOf(read: Reader, pairIds: readonly string[], fiscalYear: number): Promise<ReadonlyMap<string, PairState>>
}

const ROWS = 10

export function pairsFeature({ stateOf, refused }: PairsDependencies): Feature {
  const myPairs: Command<true> = {
    name: 'คู่ของฉัน',
    match: (text) => (/^คู่ ?ของ ?(ฉัน|ผม|หนู|เรา)$/.test(text) ? true : undefined),
    run: async (turn) => {
      if (turn.actor === undefined) return refused(turn, { action: 'pairs.mine', say: mine.guest })
      if (turn.actor.role === 'admin') return say(mine.admin)
      return { replies: await ownPairs(turn, turn.actor, stateOf) }
    },
  }
  return { commands: [myPairs] }
}

const say = (text: string): Outcome => ({ replies: [{ kind: 'text', text }] })

async function ownPairs(turn: Turn, actor: Actor, stateOf: PairsDependencies['stateOf']): Promise<Reply[]> {
  const own = (await Promise.all(actor.provinces.map((province) => pairsOfProvince(turn.read, province)))).flat()
  const provinces = actor.provinces.join(' ')
  if (own.length === 0) return [{ kind: 'text', text: mine.none(provinces) }]
  const fiscalYear = fiscalYearOf(dayOf(turn.now))
  const states = await stateOf(
    turn.read,
    own.map(({ id }) => id),
    fiscalYear,
  )
  const rows = own.map((pair) => rowOf(pair, states.get(pair.id)))
  const subtitle = mine.subtitle(provinces, fiscalYear)
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, page) =>
    pageOf(rows.slice(page * ROWS, (page + 1) * ROWS), subtitle, actor),
  )
}

interface Row {
  readonly pair: Pair
  readonly state: string
  /** No report yet of a pair that owes one. */
  readonly isOpen: boolean
}

function pageOf(rows: readonly Row[], subtitle: string, { role }: Actor): Reply {
  const lines = rows.map(({ pair, state }) => `• ${pairName(pair)}: ${state}`)
  return {
    kind: 'card',
    card: 'pairs',
    data: {
      title: mine.title,
      subtitle,
      text: role === 'officer' ? mine.tapToReport : '',
      pairs: rows.map(({ pair, state, isOpen }) => ({
        name: `${pairName(pair)} (${countryName(pair.countryIso)})`,
        state,
        isOpen,
        facts: [pairRow(pair).detail, pairRow(pair).source],
        ...(role === 'officer' ? { tap: { label: mine.report, data: `a=report&pair=${pair.id}` } } : {}),
      })),
      note: mine.note,
    },
    altText: cutGraphemes(`${mine.title} ${subtitle}\n${lines.join('\n')}`, 600),
    fallback: [mine.title, subtitle, ...lines].join('\n'),
  }
}

function rowOf(pair: Pair, state: PairState | undefined): Row {
  const words = stateInWords(pair, state)
  return { pair, state: words, isOpen: words === mine.noReport }
}

/** Absence of a report is not absence of an activity, and is never worded as such. */
function stateInWords(pair: Pair, state: PairState | undefined): string {
  if (state && state.reports > 0) return mine.reported(state.reports)
  if (state?.exempt) return mine.exempt
  if (state?.plannedOn) return mine.planned(showDay(state.plannedOn))
  return carriesDuty(pair) ? mine.noReport : `${mine.noReport} (${mine.noDuty})`
}
