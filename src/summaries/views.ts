/** What each view of a summary shows below the figures. */
import { countryName, type Pair, pairName } from '../pairs/index.ts'
import { KIND_NAMES } from '../reports/index.ts'
import type { SummaryRequest, View } from './read-request.ts'
import { percentOf, type Summary, type Tally } from './summarise.ts'
import { texts } from './texts.ts'

interface Row {
  readonly label: string
  readonly value: string
  readonly percent: number
}

export interface Block {
  readonly sections: readonly { readonly title: string; readonly rows: readonly Row[] }[]
  readonly lines: readonly string[]
}

/** What a bubble of 30 KB holds with room to spare (flex-messages/README.md). */
const ROWS_A_PAGE = 25
/** The overview shows kinds and quarters as well. */
const COUNTRIES_IN_OVERVIEW = 10

/** What to type for another view, or another page, of the same year and place. */
export type HowToType = (view: View, page?: number) => string

export function blocksOf(
  summary: Summary,
  { view, page }: SummaryRequest,
  provincesReached: ReadonlySet<string>,
  type: HowToType,
): Block {
  switch (view) {
    case 'province':
      return tallyPage(texts.sections.province, summary.byProvince, page, (next) => type('province', next))
    case 'country':
      return tallyPage(texts.sections.country, summary.byCountry, page, (next) => type('country', next))
    case 'kind':
      return { sections: [kinds(summary)], lines: emptyLines(summary.byKind.length, texts.noReports) }
    case 'quarter':
      return { sections: [quarters(summary)], lines: [texts.reportsLine(summary.total.reports)] }
    case 'missing':
      return missing(summary, page, provincesReached, (next) => type('missing', next))
    case 'uncertain':
      return uncertain(summary, page, (next) => type('uncertain', next))
    case 'overview':
      return overview(summary, provincesReached, type)
  }
}

function overview(summary: Summary, provincesReached: ReadonlySet<string>, type: HowToType): Block {
  const { byCountry, total, uncertain: doubtful, unsigned, exempt } = summary
  const countries = tallyPage(texts.sections.country, byCountry.slice(0, COUNTRIES_IN_OVERVIEW), 1, () => '')
  const others = byCountry.length - COUNTRIES_IN_OVERVIEW
  return {
    sections: [...(total.reports > 0 ? [quarters(summary), kinds(summary)] : []), ...countries.sections],
    lines: [
      ...countries.lines,
      ...(others > 0 ? [texts.moreCountries(others, type('country'))] : []),
      total.reports > 0 ? texts.reportsLine(total.reports) : texts.noReports,
      texts.missingLine(summary.missing.length),
      ...unreached(summary, provincesReached),
      ...(exempt.length > 0 ? [texts.exemptLine(exempt.map(pairName))] : []),
      ...(doubtful.length > 0 ? [texts.uncertainLine(doubtful.length, type('uncertain'))] : []),
      ...(unsigned.length > 0 ? [texts.unsignedLine(unsigned.length)] : []),
    ],
  }
}

function kinds({ byKind, total }: Summary) {
  const rows = byKind.map(({ kind, reports }) => shareRow(KIND_NAMES[kind], reports, total.reports))
  return { title: texts.sections.kind, rows }
}

function quarters({ byQuarter, total }: Summary) {
  const rows = byQuarter.map(({ quarter, reports }) => shareRow(texts.quarters[quarter], reports, total.reports))
  return { title: texts.sections.quarter, rows }
}

function shareRow(label: string, reports: number, all: number): Row {
  return { label, value: texts.reports(reports), percent: percentOf(reports, all) ?? 0 }
}

function tallyPage(title: string, tallies: readonly Tally[], page: number, type: (page: number) => string): Block {
  if (tallies.length === 0) return { sections: [], lines: [texts.noPairs] }
  const { shown, lines } = pageOf(tallies, page, type)
  const rows = shown.map(({ label, active, pairs }) => {
    return { label, value: texts.ofPairs(active, pairs), percent: percentOf(active, pairs) ?? 0 }
  })
  return { sections: [{ title, rows }], lines }
}

function missing(
  summary: Summary,
  page: number,
  provincesReached: ReadonlySet<string>,
  type: (page: number) => string,
): Block {
  if (summary.total.pairs === 0) return { sections: [], lines: [texts.noPairs] }
  if (summary.missing.length === 0) return { sections: [], lines: [texts.nothingMissing] }
  const { shown, lines } = pageOf(summary.missing, page, type)
  const named = shown.map(({ pair, plannedOn }) =>
    [nameOf(pair), ...(plannedOn ? [texts.planned(plannedOn)] : [])].join(' · '),
  )
  const head = [`${texts.missingLine(summary.missing.length)}:`, ...unreached(summary, provincesReached)]
  return { sections: [], lines: [...(page === 1 ? head : []), ...named, ...lines] }
}

function uncertain(summary: Summary, page: number, type: (page: number) => string): Block {
  if (summary.uncertain.length === 0) return { sections: [], lines: [texts.nothingUncertain] }
  const { shown, lines } = pageOf(summary.uncertain, page, type)
  const named = shown.map(({ pair, reports }) => {
    const doubt = pair.status === 'unknown' ? texts.doubt.unknown : texts.doubt.signed
    return [nameOf(pair), doubt, ...(reports > 0 ? [texts.reports(reports)] : [])].join(' · ')
  })
  return { sections: [], lines: [`${texts.sections.uncertain}:`, ...named, ...lines] }
}

/** Pairs of which nobody can be reminded: an admin should invite an officer. */
function unreached({ missing: pairs }: Summary, provincesReached: ReadonlySet<string>): string[] {
  const count = pairs.filter(({ pair }) => !provincesReached.has(pair.provinceTh)).length
  return count > 0 ? [texts.unreachedLine(count)] : []
}

function nameOf(pair: Pair): string {
  return texts.pairLine(pairName(pair), countryName(pair.countryIso))
}

/** One page of a list, and how many more there are and what to type for them. */
function pageOf<T>(
  all: readonly T[],
  page: number,
  type: (page: number) => string,
): { shown: readonly T[]; lines: string[] } {
  const pages = Math.max(1, Math.ceil(all.length / ROWS_A_PAGE))
  const at = Math.min(page, pages)
  const shown = all.slice((at - 1) * ROWS_A_PAGE, at * ROWS_A_PAGE)
  const after = all.length - at * ROWS_A_PAGE
  if (after > 0) return { shown, lines: [texts.more(after, type(at + 1))] }
  return { shown, lines: pages > 1 ? [texts.lastPage(pages)] : [] }
}

function emptyLines(count: number, text: string): string[] {
  return count === 0 ? [text] : []
}
