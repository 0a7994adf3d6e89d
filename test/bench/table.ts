/** Figures as Markdown tables. */
import type { SearchFigures } from './jobs/search.ts'
import type { SweepFigures } from './jobs/sweep.ts'
import { STEADY_PER_SECOND, type Webhooks } from './webhooks.ts'

export interface Column {
  readonly name: string
  readonly figures: Webhooks
}

type Row = readonly [label: string, value: (figures: Webhooks) => number, digits: number, unit?: string]

const ROWS: readonly Row[] = [
  ['acked/s, no limit on what waits', (of) => of.burst.ackedPerSecond, 0],
  ['answered/s, 64 connections', (of) => answers(of, of.flatOut.answeredPerSecond), 0],
  [`ack p50 at ${STEADY_PER_SECOND}/s`, (of) => of.steady.ackMs.p50, 1, 'ms'],
  [`ack p99 at ${STEADY_PER_SECOND}/s`, (of) => of.steady.ackMs.p99, 1, 'ms'],
  [`answer p50 at ${STEADY_PER_SECOND}/s`, (of) => of.steady.answerMs.p50, 1, 'ms'],
  [`answer p99 at ${STEADY_PER_SECOND}/s`, (of) => of.steady.answerMs.p99, 1, 'ms'],
  ['CPU per event', (of) => of.cpuMsPerEvent, 2, 'ms'],
  ['RSS after the load', (of) => of.rssMiB, 0, 'MiB'],
  ['cold start to the first 200', (of) => of.coldStartMs, 0, 'ms'],
]

/** Whether what was measured was also right: counts, which have no ratio. */
const CHECKS: readonly Row[] = [
  ['events sent', sentTo, 0],
  ['of these not answered 200', (of) => of.burst.refused + of.flatOut.refused + of.steady.refused, 0],
  ['of these never answered in the chat', (of) => answers(of, sentTo(of) - answeredBy(of)), 0],
  ['answered by push, not by reply', (of) => of.pushes, 0],
]

/** Each figure, and in brackets its ratio to the baseline's. */
export function webhookTable(columns: readonly Column[], baseline: Column): string {
  const rows = ROWS.map(([label, value, digits, unit]) => [
    unit ? `${label} (${unit})` : label,
    ...columns.map(({ name, figures }) =>
      cell(value(figures), name === baseline.name ? undefined : value(baseline.figures), digits),
    ),
  ])
  const checks = CHECKS.map(([label, value]) => [
    label,
    ...columns.map(({ figures }) => cell(value(figures), undefined, 0)),
  ])
  return table(['', ...columns.map(({ name }) => name)], [...rows, ...checks])
}

export function sweepTable(all: readonly SweepFigures[]): string {
  const rows = all.map(({ pairs, firstMs, messages, againMs, rssMiB }) => [
    String(pairs),
    firstMs.toFixed(0),
    String(messages),
    ((firstMs * 1000) / pairs).toFixed(0),
    againMs.toFixed(0),
    rssMiB.toFixed(0),
  ])
  return table(['pairs', 'sweep (ms)', 'messages', 'µs a pair', 'the same again (ms)', 'RSS at most (MiB)'], rows)
}

export function searchTable(all: readonly SearchFigures[]): string {
  const rows = all.map(({ entries, searchUs, bareSearchUs, buildMs, bareBuildMs }) => [
    String(entries),
    cell(searchUs, bareSearchUs, 0),
    bareSearchUs.toFixed(0),
    cell(buildMs, bareBuildMs, 0),
    bareBuildMs.toFixed(0),
  ])
  return table(['entries', 'search (µs)', 'bare MiniSearch (µs)', 'index (ms)', 'bare MiniSearch (ms)'], rows)
}

function sentTo({ burst, flatOut, steady }: Webhooks): number {
  return burst.sent + flatOut.sent + steady.sent
}

/** Baseline A answers nobody: nothing is counted there. */
function answers(figures: Webhooks, value: number): number {
  return answeredBy(figures) > 0 ? value : Number.NaN
}

function answeredBy({ burst, flatOut, steady }: Webhooks): number {
  return burst.answered + flatOut.answered + steady.answered
}

function cell(value: number, base: number | undefined, digits: number): string {
  if (!Number.isFinite(value)) return '–'
  const isComparable = base !== undefined && Number.isFinite(base) && base > 0
  return isComparable ? `${value.toFixed(digits)} (${(value / base).toFixed(2)} ×)` : value.toFixed(digits)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}
