/** Reports to choose from, as a numbered card: a row is tapped, or its number typed. */
import type { Outcome, Reply, Turn } from '../../bot/types.ts'
import { cutGraphemes, showRange } from '../../thai/index.ts'
import type { Report } from '../report.ts'
import { stateOf } from '../review/stands.ts'
import { list } from './texts.ts'

const LONGEST_TITLE = 80

interface Says {
  readonly title: string
  readonly text: string
  readonly how: string
}

/** @param choose the postback data behind a row */
export function listReports(
  turn: Turn,
  says: Says,
  reports: readonly Report[],
  choose: (report: Report) => string,
): Outcome {
  const rows = reports.map((report, index) => ({
    line: `${index + 1}. ${list.line(report.receiptNo, cutGraphemes(report.title, LONGEST_TITLE))}`,
    hint: list.hint(showRange(report.startsOn, report.endsOn), report.provinceTh, stateOf(report)),
    tap: { label: report.receiptNo, data: choose(report), shows: report.receiptNo },
  }))
  const lines = rows.map(({ line, hint }) => `${line} (${hint})`)
  const reply: Reply = {
    kind: 'card',
    card: 'choices',
    data: {
      title: says.title,
      text: says.text,
      choices: rows.map(({ line, hint, tap }) => ({ text: line, hint, tap })),
      note: says.how,
    },
    altText: cutGraphemes([says.title, ...lines].join('\n'), 700),
    fallback: [says.title, says.text, ...lines, says.how].join('\n'),
  }
  return { replies: [reply], remember: { choices: rows.map(({ tap }) => tap.data), at: turn.now.toISOString() } }
}
