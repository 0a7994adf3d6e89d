/** An answer about pairs as cards: each row with its source and date, at most so many rows a card. */
import type { Button, Reply } from '../bot/types.ts'
import { cutGraphemes } from '../thai/index.ts'
import { inShort, type PairAnswer } from './answer.ts'
import type { Pair } from './pair.ts'
import { pairLines, pairRow } from './show-pair.ts'
import { answerSays as says } from './texts.ts'

/** As many rows with their remarks as surely fit a bubble of 30 KB. */
const ROWS_A_CARD = 10
/** LINE's altText and text limits are 1500 and 5000 UTF-16 units. */
const ALT_TEXT_GRAPHEMES = 600
const FALLBACK_GRAPHEMES = 3000

const card = (pair: Pair) => {
  const { name, detail, note, source } = pairRow(pair)
  return { name, state: detail, facts: [note, source].filter((line) => line !== '') }
}

export function showPairAnswer(answer: PairAnswer): Reply[] {
  if (answer.pairs.length === 0) return [withoutRows(answer)]
  const replies: Reply[] = []
  for (let at = 0; at < answer.pairs.length; at += ROWS_A_CARD) {
    const rows = answer.pairs.slice(at, at + ROWS_A_CARD)
    const text = at === 0 ? answer.text : says.continued
    replies.push({
      kind: 'card',
      card: 'pairs',
      data: { title: answer.title, text, pairs: rows.map(card), note: says.registerNote },
      altText: cutGraphemes(
        [answer.title, text, ...(rows.length > 2 ? [inShort(rows)] : [])].join('\n'),
        ALT_TEXT_GRAPHEMES,
      ),
      fallback: cutGraphemes([text, ...rows.map(pairLines)].join('\n\n'), FALLBACK_GRAPHEMES),
    })
  }
  return replies
}

/** LINE shows at most 13 quick replies. */
function withoutRows({ text, choices = [] }: PairAnswer): Reply {
  const buttons: Button[] = choices.slice(0, 13).map(({ label, say }) => ({ label: cutGraphemes(label, 20), say }))
  return { kind: 'text', text, buttons }
}
