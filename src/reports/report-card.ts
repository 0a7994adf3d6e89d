/** The card of one report: how it stands, what is in it, its files, and what can be done. */
import type { Button, Reply } from '../bot/types.ts'
import { cutGraphemes } from '../thai/index.ts'
import type { Fact } from './facts.ts'
import type { Report } from './report.ts'
import type { FilesShown } from './review/files-shown.ts'
import { fullStateOf } from './review/stands.ts'
import { pictures, review } from './review/texts.ts'
import { shows } from './texts.ts'

/** Of one answer: a result may fill a page, and a bubble holds 30 KB. */
const LONGEST_VALUE = 600

/** A button that acts on the report as it is shown; its number can be typed. */
export interface NumberedWay {
  readonly label: string
  readonly data: string
  readonly shows: string
}

export interface CardParts {
  readonly facts: readonly Fact[]
  readonly files: FilesShown
  /** What a reviewer should look at. */
  readonly warnings: readonly string[]
  readonly numbered: readonly NumberedWay[]
  readonly ways: readonly Button[]
}

export function reportCard(report: Report, { facts, files, warnings, numbered, ways }: CardParts): Reply {
  const title = shows.title(report.receiptNo)
  const state = fullStateOf(report)
  const items = facts.map(({ label, value }) => ({ label, value: cutGraphemes(value, LONGEST_VALUE) }))
  const lines = items.map(({ label, value }) => `${label}: ${value}`)
  const buttons = [...numbered, ...ways]
  const how = [
    ...(numbered.length > 0 ? [review.numbers(numbered.map(({ label }) => label))] : []),
    shows.how(ways.flatMap((way) => ('say' in way ? [way.say] : []))),
  ].join('\n')
  const hasLinks = files.rows.length > 0 || files.files.some(({ tap }) => tap)
  return {
    kind: 'card',
    card: 'report',
    data: {
      title,
      state,
      warning: warnings.join('\n'),
      facts: items,
      rows: files.rows,
      files: files.files,
      filesNote: hasLinks ? pictures.day : '',
      note: how,
      buttons,
    },
    altText: cutGraphemes([`${title} (${state})`, ...warnings, ...lines].join('\n'), 700),
    fallback: [title, state, ...warnings, ...lines, ...files.lines, how].join('\n'),
    buttons,
  }
}
