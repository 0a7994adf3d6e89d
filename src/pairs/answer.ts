/** What an answer about pairs is made of, and the sentences on one pair that several answers share. */
import { countryName } from './countries.ts'
import { type Pair, pairName, partnerName } from './pair.ts'
import { signedWhen } from './show-pair.ts'
import { STATUS, answerSays as says } from './texts.ts'

export interface PairAnswer {
  readonly title: string
  /** The answer in a sentence or two; the rows say the rest. */
  readonly text: string
  /** The rows it rests on, to be shown with their source and date. */
  readonly pairs: readonly Pair[]
  /** Asked back instead of guessed. */
  readonly choices?: readonly { readonly label: string; readonly say: string }[]
}

const doubt = (pair: Pair) => (pair.pairCertainty === 'C' ? ` ${says.notCertain}` : '')

/** When the pair was signed, or how far it is. */
export function signing(pair: Pair): string {
  if (pair.status !== 'signed') return says.notSigned(pairName(pair), STATUS[pair.status])
  const when = signedWhen(pair)
  return (when ? says.signedOn(pairName(pair), when) : says.noSigningDate(pairName(pair))) + doubt(pair)
}

/** Whose partner the place is; a pair that is not known to be signed is not called a pair. */
export function belonging(pair: Pair, sentence: typeof says.partnerOf): string {
  const country = countryName(pair.countryIso)
  if (pair.partnerTh === undefined) return says.unreadable(pair.rawName ?? '', pair.provinceTh, country)
  if (pair.status !== 'signed') return says.notSigned(pairName(pair), STATUS[pair.status])
  return sentence(partnerName(pair), country, pair.provinceTh) + doubt(pair)
}

/** The partners of a list in short: the signed first, the others under what is known of them. */
export function inShort(found: readonly Pair[]): string {
  const groups = Map.groupBy(found, ({ status }) => status)
  const order = ['signed', 'unknown', 'in_progress', 'proposed', 'ended'] as const
  return order
    .flatMap((status) => {
      const names = groups.get(status)?.map(pairName) ?? []
      return names.length > 0 ? [`${STATUS[status]}: ${names.join(', ')}`] : []
    })
    .join('\n')
}

/** In the order in which they are shown: signed first. */
export function signedFirst(found: readonly Pair[]): Pair[] {
  const rank = (pair: Pair) => (pair.status === 'signed' ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}
