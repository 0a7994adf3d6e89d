/** A summary as a card, with the same in words: nothing is dropped, long lists go on at 'หน้า 2'. */
import type { Button, Reply } from '../bot/types.ts'
import type { SummaryRequest, View } from './read-request.ts'
import type { Summary } from './summarise.ts'
import { texts, VIEW_WORDS } from './texts.ts'
import { type Block, blocksOf } from './views.ts'

export interface Circumstances {
  readonly request: SummaryRequest
  readonly isThisYear: boolean
  /** '12 พ.ย. 2569 09:05 น.' */
  readonly asOf: string
  /** Provinces with an officer to whom a reminder can be sent. */
  readonly provincesReached: ReadonlySet<string>
  /** The fiscal year in which the program was first used. */
  readonly firstYear: number | undefined
}

export function showSummary(summary: Summary, around: Circumstances): Reply {
  const { request } = around
  const type = (view: View, page = 1) => typed(summary, around, view, page)
  const block = blocksOf(summary, request, around.provincesReached, type)
  const title = texts.title(summary.fiscalYear, placeName(request))
  const note = noteOf(summary, around)
  const buttons = nextViews(request.view).map((view): Button => ({ label: VIEW_WORDS[view], say: type(view) }))
  return {
    kind: 'card',
    card: 'summary',
    data: { title, subtitle: rateLine(summary), figures: figuresOf(summary), ...block, note, buttons },
    altText: texts.altText(title, rateLine(summary)),
    fallback: [title, rateLine(summary), ...inWords(block), note].join('\n'),
    buttons,
  }
}

function figuresOf({ total, missing }: Summary) {
  const figures = [
    [total.pairs, texts.figures.pairs],
    [total.active, texts.figures.active],
    [missing.length, texts.figures.missing],
  ] as const
  return figures.map(([value, label]) => ({ value: String(value), label }))
}

function rateLine({ total, ratePercent }: Summary): string {
  const rate = ratePercent === undefined ? texts.noRate : texts.percent(ratePercent)
  return texts.rateLine(total.active, total.pairs, rate)
}

function noteOf({ fiscalYear }: Summary, { asOf, firstYear }: Circumstances): string {
  const before = firstYear !== undefined && fiscalYear < firstYear ? [texts.beforeFirstUse(firstYear)] : []
  return [texts.note(asOf), ...before].join(' ')
}

function inWords({ sections, lines }: Block): string[] {
  const rows = sections.flatMap((section) => [
    section.title,
    ...section.rows.map((row) => `• ${row.label}: ${row.value}`),
  ])
  return [...rows, ...lines.map((line) => `• ${line}`)]
}

/** What to type for this view of the same year and place. */
function typed({ fiscalYear }: Summary, { request, isThisYear }: Circumstances, view: View, page: number): string {
  const year = isThisYear ? '' : String(fiscalYear)
  return ['สรุป', year, placeName(request), VIEW_WORDS[view], page > 1 ? `หน้า ${page}` : '']
    .filter((word) => word !== '')
    .join(' ')
}

function placeName({ place }: SummaryRequest): string {
  return place && place.kind !== 'several' ? place.name : ''
}

const ALL_VIEWS: readonly View[] = ['missing', 'province', 'country', 'kind', 'quarter']

/** A card has room for four. */
function nextViews(view: View): View[] {
  return ALL_VIEWS.filter((other) => other !== view).slice(0, 4)
}
