/** What a reviewer can do with a report: the buttons carry how it looked, so that whoever is second is told of the first. */
import type { Button } from '../../bot/types.ts'
import type { Report } from '../report.ts'
import type { CardParts, NumberedWay } from '../report-card.ts'
import { word } from '../say.ts'
import { buttons } from '../texts.ts'
import { lookOf } from './stands.ts'
import { words } from './texts.ts'

export const REVIEW_ACTION = 'rv'

export function reviewWays(report: Report): Pick<CardParts, 'numbered' | 'ways'> {
  const { receiptNo, status, review } = report
  const way = (doing: string, label: string): NumberedWay => ({
    label,
    data: new URLSearchParams({ a: REVIEW_ACTION, do: doing, no: receiptNo, v: lookOf(report) }).toString(),
    shows: `${label} ${receiptNo}`,
  })
  const accept = review === 'accepted' ? [] : [way('accept', words.accept)]
  const giveBack = review === 'returned' ? [] : [way('return', words.giveBack)]
  const history: Button = { label: buttons.history, say: `${buttons.history} ${receiptNo}` }
  return {
    numbered: status === 'submitted' ? [...accept, ...giveBack] : [],
    ways: [history, word(words.list)],
  }
}
