/** The report of a crash test as a table for a terminal. */
import type { CrashReport } from './crash-test.ts'

/** More of them tell nothing new. */
const MOST_SHOWN = 12

export function showReport(report: CrashReport): string {
  const { kills, failovers, mischief, answers, records, complaints, problems } = report
  const shown = [...answers.undecidable.values()].filter(Boolean).length
  const rows: [string, number | string, string?][] = [
    ['seconds', Math.round(report.seconds)],
    ['kills', kills.length, countsOf(kills.map(({ moment }) => moment))],
    ['until it took webhooks again', `${medianSeconds(report)} s`, 'median, from the kill on'],
    ...(failovers.length > 0 ? [failoverRow(failovers)] : []),
    ['events', answers.events, mischiefIn(mischief)],
    ['acknowledged', answers.acknowledged],
    ['of these demand an answer', answers.demanding],
    ['answered once', answers.answeredOnce],
    ['lost', answers.lost.length],
    ['doubled', answers.doubled.length],
    ['said without need', answers.unasked.length],
    ['answered with something else', answers.wrong.length],
    ['answered out of order', answers.outOfOrder.length],
    ['undecidable', answers.undecidable.size, `${shown} were shown, which only the platform knows`],
    ['announcements', answers.announcements],
    ['reports confirmed', records.confirmed, `${records.stored} are stored`],
    ['drafts left unfinished', records.drafts],
    ['photos of reports', records.photos],
    ['errors in the log', complaints.length, countsOf(complaints)],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, value, note]) =>
    `${name.padEnd(width)}  ${String(value).padStart(7)}  ${note ?? ''}`.trimEnd(),
  )
  return [...lines, '', ...verdict(problems)].join('\n')
}

function verdict(problems: readonly string[]): string[] {
  if (problems.length === 0) return ['passed: nothing lost, nothing doubled']
  const rest = problems.length - MOST_SHOWN
  return [
    `FAILED: ${problems.length} problems`,
    ...problems.slice(0, MOST_SHOWN).map((problem) => `  ${problem}`),
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ]
}

function failoverRow(failovers: CrashReport['failovers']): [string, number, string] {
  const seconds = median(failovers.map(({ leaderlessMs }) => leaderlessMs))
  const how = countsOf(failovers.map((each) => `primary ${each.how}`))
  return ['elections', failovers.length, `${how}, no primary for ${seconds} s (median)`]
}

function medianSeconds({ kills }: CrashReport): string {
  return median(kills.map(({ at, backAt }) => backAt.getTime() - at.getTime()))
}

/** In seconds. */
function median(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b)
  return ((sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000).toFixed(1)
}

function mischiefIn({ twice, again, batches, tooEarly, faults }: CrashReport['mischief']): string {
  return `${twice} posted twice, ${again} redelivered, ${batches} batches, ${tooEarly} ahead of earlier ones, ${faults} faults of LINE`
}

function countsOf(names: readonly string[]): string {
  return [...Map.groupBy(names, (name) => name)].map(([name, all]) => `${name} ${all.length}`).join(', ')
}
