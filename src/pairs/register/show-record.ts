/** One row of the register, whole, as an admin reads it; and facts before and after a change. */
import type { Button, Reply } from '../../bot/types.ts'
import type { Json } from '../../dialogs/index.ts'
import { cutGraphemes, showDay } from '../../thai/index.ts'
import { carriesDuty, type Pair, pairName } from '../pair.ts'
import { partnerWords } from '../partner-words.ts'
import { sourceOf } from '../texts.ts'
import { FACTS, type FactId, facts } from './facts.ts'
import { GROUP_NAMES, deskSays as says, stepSays } from './texts.ts'

interface Row {
  readonly label: string
  readonly value: string
  readonly was?: string
}

const LONGEST_VALUE = 400

export function showRecord(pair: Pair): Reply {
  const rows = rowsOf(pair)
  const edits = (pair.chatEdits ?? []).map(
    ({ field, source, asOf, on }) => `${labelOf(pair, field)}: ${says.edit(source, showDay(asOf), showDay(on))}`,
  )
  const title = pairName(pair)
  const subtitle = says.idAndGroup(pair.id, GROUP_NAMES[pair.status])
  const sections = edits.length > 0 ? [{ heading: says.editsHeading, lines: edits }] : []
  const lines = [title, subtitle, ...rows.map(({ label, value }) => `${label}: ${value}`)]
  const buttons = buttonsOf(pair)
  return {
    kind: 'card',
    card: 'record',
    data: { title, subtitle, rows, sections, note: says.notComplete, buttons: buttons.slice(0, 4) },
    altText: cutGraphemes(lines.join('\n'), 600),
    fallback: cutGraphemes([...lines, ...edits].join('\n'), 3000),
    buttons,
  }
}

function rowsOf(pair: Pair): Row[] {
  const { withdrawn } = pair
  const rows = [
    ...(withdrawn ? [{ label: says.withdrawnRow, value: shownWithdrawal(withdrawn) }] : []),
    ...FACTS.map((id) => ({ label: facts[id].label, value: id === 'duty' ? dutyOf(pair) : shownFact(pair, id) })),
    { label: says.known, value: knownSpellings(pair) },
    { label: says.listNo, value: pair.listNo === undefined ? '' : String(pair.listNo) },
    { label: says.rawName, value: pair.rawName ?? '' },
    { label: says.source, value: sourceOf(pair) },
    { label: says.asOf, value: showDay(pair.asOf) },
  ]
  return rows
    .filter(({ value }) => value !== '')
    .map((row) => ({ ...row, value: cutGraphemes(row.value, LONGEST_VALUE) }))
}

const shownFact = (pair: Pair, id: FactId) => facts[id].show(facts[id].of(pair))

function shownWithdrawal({ why, reason, on }: NonNullable<Pair['withdrawn']>): string {
  return says.withdrawnBecause(says.withdrawn[why], reason, showDay(on))
}

function dutyOf(pair: Pair): string {
  const state = carriesDuty(pair) ? says.carries : says.carriesNone
  return pair.dutyDecision === undefined ? state : `${state} ${says.byAdmin}`
}

/** Those that the search knows beside the names that stand in the card already. */
function knownSpellings(pair: Pair): string {
  const shown = [pair.partnerTh, pair.partnerEn, ...(pair.spellings ?? [])]
  return [...new Set(partnerWords(pair).own)].filter((word) => !shown.includes(word)).join(', ')
}

function buttonsOf({ id, withdrawn }: Pair): Button[] {
  const { edit, stage, log, close, reopen } = says.words
  const words = withdrawn ? [reopen, log] : [edit, stage, log, close]
  return words.map((word) => ({ label: `${word} ${id}`, say: `${word} ${id}` }))
}

/** The fact that a field of the register belongs to, by its label. */
function labelOf(pair: Pair, field: string): string {
  const id = FACTS.find((each) => field in facts[each].fields(facts[each].of(pair)))
  return id ? facts[id].label : field
}

/** @param values what the facts are to become */
export function beforeAndAfter(pair: Pair, values: ReadonlyMap<FactId, Json>): Row[] {
  return [...values].map(([id, value]) => ({
    label: facts[id].label,
    value: facts[id].show(value),
    was: stepSays.was(facts[id].show(facts[id].of(pair))),
  }))
}

export function changesCard(
  title: string,
  subtitle: string,
  text: string,
  rows: readonly Row[],
  buttons: readonly Button[] = [],
): Reply {
  const lines = rows.map(({ label, value, was }) => `${label}: ${value}${was === undefined ? '' : ` (${was})`}`)
  return {
    kind: 'card',
    card: 'record',
    data: { title, subtitle, text, rows, buttons: buttons.slice(0, 4) },
    altText: cutGraphemes([title, subtitle, ...lines].join('\n'), 600),
    fallback: cutGraphemes([title, subtitle, text, ...lines].join('\n'), 3000),
    ...(buttons.length > 0 ? { buttons } : {}),
  }
}
