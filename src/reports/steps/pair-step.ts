/** Which pair the activity was of: one of the officer's own. */
import type { Choice, Step } from '../../dialogs/index.ts'
import { type Pair, pairName, partnerName, readProvince } from '../../pairs/index.ts'
import { remembered } from '../../recent.ts'
import { cutGraphemes, normaliseCommand } from '../../thai/index.ts'
import { pairsNamedIn } from '../read-pair.ts'
import { asks, labels, wrong } from '../texts.ts'

const LONGEST_LABEL = 20
const labelFor = remembered((name) => cutGraphemes(name, LONGEST_LABEL))

/** @param pairs all that this officer may report on */
export function pairStep(pairs: readonly Pair[]): Step {
  const provinces = new Set(pairs.map((pair) => pair.provinceTh))
  const choices: Choice[] = pairs.map((pair) => ({
    value: pair.id,
    label: labelFor(provinces.size === 1 ? partnerName(pair) : pairName(pair)),
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
      if (only) return { ok: false, say: wrong.severalPairs(named.map(pairName)) }
      const foreign = given.kind === 'text' ? foreignIn(given.text, provinces) : undefined
      return { ok: false, say: wrong.pair, ...(foreign === undefined ? {} : { refused: foreign }) }
    },
    show(value) {
      const pair = pairs.find((each) => each.id === value)
      return pair ? pairName(pair) : String(value)
    },
  }
}

/** Another province, or the id of a pair that is not the officer's, which nobody types by chance. */
function foreignIn(text: string, own: ReadonlySet<string>): string | undefined {
  const id = /^sc\d{3,}$/.exec(normaliseCommand(text))?.[0]
  const province = readProvince(text)
  return id ?? (province.kind === 'one' && !own.has(province.province) ? province.province : undefined)
}
