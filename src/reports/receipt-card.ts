/** What an officer keeps of a report that was sent or changed: its number, what it counts for, and how to go on. */
import type { Button, Reply } from '../bot/types.ts'
import { type Pair, pairName } from '../pairs/index.ts'
import { showRange } from '../thai/index.ts'
import type { Report } from './report.ts'
import { word } from './say.ts'
import { buttons, labels, receipt } from './texts.ts'

export function receiptCard(
  report: Report,
  pair: Pair,
  says: { readonly heading: string; readonly text: string },
): Reply {
  const { receiptNo, fiscalYear } = report
  const altText = receipt.altText(says.heading, receiptNo, pairName(pair), fiscalYear)
  const facts = [
    { label: labels.pair, value: pairName(pair) },
    { label: labels.title, value: report.title },
    { label: labels.date, value: showRange(report.startsOn, report.endsOn) },
    { label: receipt.fiscalYear, value: String(fiscalYear) },
  ]
  const correct: Button = { label: buttons.correct, say: receipt.correct(receiptNo) }
  const next = [word(buttons.myPairs), correct, word(buttons.menu)]
  const note = receipt.note(receiptNo, fiscalYear)
  return {
    kind: 'card',
    card: 'receipt',
    data: { title: says.heading, receiptNo, text: says.text, facts, note, buttons: next },
    altText,
    fallback: `${altText}\n${note}`,
    buttons: next,
  }
}
