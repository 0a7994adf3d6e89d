/** Which pair the activity was of: one of the officer's own. */
import type { Choice, Step } from '../../dialogs/index.ts'
import { type Pair, pairName, partnerName } from '../../pairs/index.ts'
import { cutGraphemes } from '../../thai/index.ts'
import { pairsNamedIn } from '../read-pair.ts'
import { asks, labels, wrong } from '../texts.ts'

const LONGEST_LABEL = 20

/** @param pairs all that this officer may report on */
export function pairStep(pairs: readonly Pair[]): Step {
  const isOneProvince = new Set(pairs.map((pair) => pair.provinceTh)).size === 1
  const choices: Choice[] = pairs.map((pair) => ({
    value: pair.id,
    label: cutGraphemes(isOneProvince ? partnerName(pair) : pairName(pair), LONGEST_LABEL),
    text: pairName(pair),
  }))
  return {
    id: 'pair',
    label: labels.pair,
    ask: () => ({ text: asks.pair, choices }),
    parse(given) {
      if (given.kind === 'choice' && pairs.some((pair) => pair.id === given.value))
        return { ok: true, value: given.value }
      const named = given.kind === 'text' ? pairsNamedIn(given.text, pairs) : []
      const [only, ...others] = named
      if (only && others.length === 0) return { ok: true, value: only.id }
      return { ok: false, say: only ? wrong.severalPairs(named.map(pairName)) : wrong.pair }
    },
    show(value) {
      const pair = pairs.find((each) => each.id === value)
      return pair ? pairName(pair) : String(value)
    },
  }
}
