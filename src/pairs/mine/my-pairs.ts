/** 'คู่ของฉัน': the pairs of an officer's or a supervisor's provinces, and how each stands in this fiscal year. */
import type { Actor, Reply, Turn } from '../../bot/types.ts'
import { cutGraphemes, dayOf, fiscalYearOf } from '../../thai/index.ts'
import { countryName } from '../countries.ts'
import type { PairState, PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { pairsOfProvince } from '../pair-store.ts'
import { pairRow } from '../show-pair.ts'
import { mine } from '../texts.ts'
import { openHistory } from './pair-history.ts'
import { stateInWords } from './state-in-words.ts'

const ROWS = 10

/** In the order in which they are numbered. */
export async function ownPairs({ read }: Turn, { provinces }: Actor): Promise<Pair[]> {
  return (await Promise.all(provinces.map((province) => pairsOfProvince(read, province)))).flat()
}

export async function listOwnPairs(turn: Turn, actor: Actor, deps: PairsDependencies): Promise<Reply[]> {
  const own = await ownPairs(turn, actor)
  const provinces = actor.provinces.join(' ')
  if (own.length === 0) return [{ kind: 'text', text: mine.none(provinces) }]
  const fiscalYear = fiscalYearOf(dayOf(turn.now))
  const states = await deps.stateOf(
    turn.read,
    own.map(({ id }) => id),
    fiscalYear,
  )
  const rows = own.map((pair, i) => rowOf(i + 1, pair, states.get(pair.id)))
  const subtitle = mine.subtitle(provinces, fiscalYear)
  return Array.from({ length: Math.ceil(rows.length / ROWS) }, (_, page) =>
    pageOf(rows.slice(page * ROWS, (page + 1) * ROWS), subtitle, actor),
  )
}

interface Row {
  /** What can be typed behind 'คู่ของฉัน'. */
  readonly number: number
  readonly pair: Pair
  readonly state: string
  /** No report yet of a pair that owes one. */
  readonly isOpen: boolean
}

function pageOf(rows: readonly Row[], subtitle: string, { role }: Actor): Reply {
  const lines = rows.map(({ number, pair, state }) => `${number}. ${pairName(pair)}: ${state}`)
  const isOfficer = role === 'officer'
  return {
    kind: 'card',
    card: 'pairs',
    data: {
      title: mine.title,
      subtitle,
      text: isOfficer ? mine.tapToReport : mine.tapForHistory,
      pairs: rows.map(({ number, pair, state, isOpen }) => ({
        name: `${number}. ${pairName(pair)} (${countryName(pair.countryIso)})`,
        state,
        isOpen,
        facts: [pairRow(pair).detail, pairRow(pair).source],
        more: { label: mine.history, ...openHistory(pair) },
        tap: isOfficer
          ? { label: mine.report, data: `a=report&pair=${pair.id}` }
          : { label: mine.history, ...openHistory(pair) },
      })),
      note: `${mine.note}\n${mine.typed}`,
    },
    altText: cutGraphemes(`${mine.title} ${subtitle}\n${lines.join('\n')}`, 600),
    fallback: [mine.title, subtitle, ...lines, mine.typed].join('\n'),
  }
}

function rowOf(number: number, pair: Pair, state: PairState | undefined): Row {
  const words = stateInWords(pair, state)
  return { number, pair, state: words, isOpen: words === mine.noReport }
}
