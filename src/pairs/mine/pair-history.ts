/**
 * The history of one pair: its duty of this year, where its papers lie, the stages behind it, and what was reported of it by
 * fiscal year. Few lines a year when there are many; a year can be asked for whole.
 */
import type { Reply, Turn } from '../../bot/types.ts'
import { cutGraphemes, dayOf, fiscalYearOf, showRange } from '../../thai/index.ts'
import type { Activity, PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { GROUP_NAMES } from '../register/texts.ts'
import { pairRow } from '../show-pair.ts'
import { stageLine } from '../stage/show-stage.ts'
import { stagesOf } from '../stage/stage-store.ts'
import { mine } from '../texts.ts'
import { stateInWords } from './state-in-words.ts'

/** As many lines with long titles as surely fit a bubble of 30 KB. */
const MOST_LINES = 14
const MOST_STAGES = 6
const LONGEST_TITLE = 90

/** @returns what a button does that opens the history */
export function openHistory({ id }: Pair): { readonly data: string; readonly shows: string } {
  return { data: `a=pair&id=${id}`, shows: mine.historyOf(id) }
}

/** @param year that fiscal year alone, whole */
export async function showHistory(turn: Turn, pair: Pair, deps: PairsDependencies, year?: number): Promise<Reply[]> {
  const activities = await deps.activitiesOf(turn.read, pair.id)
  if (year !== undefined) return ofYear(pair, year, activities)
  const fiscalYear = fiscalYearOf(dayOf(turn.now))
  const state = (await deps.stateOf(turn.read, [pair.id], fiscalYear)).get(pair.id)
  const stages = await stagesOf(turn.read, pair.id)
  const [latest] = stages
  const rows = [
    { label: mine.relation, value: pairRow(pair).detail },
    { label: mine.dutyOf(fiscalYear), value: stateInWords(pair, state) },
    ...(latest || pair.status !== 'signed'
      ? [{ label: mine.stage, value: latest ? stageLine(latest) : mine.noStage }]
      : []),
  ]
  const past = stages.slice(1, 1 + MOST_STAGES).map(stageLine)
  const sections = [
    ...byYear(pair, activities),
    ...(past.length > 0 ? [{ heading: mine.pastStages, lines: past }] : []),
  ]
  return [card(turn, pair, rows, sections)]
}

interface Section {
  readonly heading: string
  readonly lines: readonly string[]
}

/** The newest years in full as far as they fit, the others by how many there were. */
function byYear(pair: Pair, activities: readonly Activity[]): Section[] {
  if (activities.length === 0) return [{ heading: mine.activities, lines: [mine.noActivities] }]
  let left = MOST_LINES
  return [...Map.groupBy(activities, ({ fiscalYear }) => fiscalYear)]
    .toSorted(([a], [b]) => b - a)
    .map(([year, ofThatYear]) => {
      const heading = mine.yearOf(year, ofThatYear.length)
      const fits = ofThatYear.length <= left
      left = fits ? left - ofThatYear.length : 0
      return { heading, lines: fits ? ofThatYear.map(activityLine) : [mine.askYear(pair.id, year)] }
    })
}

function ofYear(pair: Pair, year: number, activities: readonly Activity[]): Reply[] {
  const found = activities.filter(({ fiscalYear }) => fiscalYear === year)
  if (found.length === 0) return [{ kind: 'text', text: mine.noneInYear(pairName(pair), year) }]
  const lines = [mine.yearTitle(pairName(pair), year, found.length), ...found.map((one) => `• ${activityLine(one)}`)]
  return [
    {
      kind: 'text',
      text: lines.join('\n'),
      buttons: [{ label: mine.historyOf(pair.id), say: mine.historyOf(pair.id) }],
    },
  ]
}

function activityLine({ receiptNo, title, startsOn, endsOn }: Activity): string {
  return mine.activity(showRange(startsOn, endsOn), cutGraphemes(title, LONGEST_TITLE), receiptNo)
}

function card(
  { actor }: Turn,
  pair: Pair,
  rows: readonly { label: string; value: string }[],
  sections: readonly Section[],
): Reply {
  const isUnsigned = pair.status !== 'signed' && pair.status !== 'ended'
  const words = [
    ...(actor?.role === 'officer'
      ? [{ label: mine.report, data: `a=report&pair=${pair.id}`, shows: mine.report }]
      : []),
    ...(isUnsigned && actor?.role !== 'supervisor'
      ? [{ label: mine.moveStage, say: `${mine.moveStage} ${pair.id}` }]
      : []),
    { label: mine.title, say: mine.title },
  ]
  const subtitle = `${pair.id} · ${GROUP_NAMES[pair.status]}`
  const lines = [
    ...rows.map(({ label, value }) => `${label}: ${value}`),
    ...sections.flatMap(({ heading, lines }) => [heading, ...lines.map((line) => `• ${line}`)]),
  ]
  return {
    kind: 'card',
    card: 'record',
    data: {
      title: pairName(pair),
      subtitle,
      rows,
      sections,
      note: `${pairRow(pair).source}\n${mine.note}`,
      buttons: words,
    },
    altText: cutGraphemes([pairName(pair), subtitle, ...lines].join('\n'), 600),
    fallback: cutGraphemes([pairName(pair), subtitle, ...lines, mine.note].join('\n'), 4000),
    buttons: words,
  }
}
