/** The question before, asked of another place: "ลาวละ" after "กับจีนมีกี่คู่" is "กับลาวมีกี่คู่". */
import { normalise } from '../thai/index.ts'
import { lexiconOf, type Meaning } from './lexicon.ts'
import type { Pair } from './pair.ts'

type Place = 'province' | 'partner' | 'country'
const isPlace = ({ kind }: Meaning): boolean => kind === 'province' || kind === 'partner' || kind === 'country'

interface Named {
  readonly kinds: ReadonlySet<Place>
  readonly start: number
  readonly end: number
}

function placesIn(text: string, pairs: readonly Pair[]): Named[] {
  return lexiconOf(pairs)(text).flatMap(({ start, end, meanings }) => {
    const kinds = new Set(meanings.filter(isPlace).map(({ kind }) => kind as Place))
    return kinds.size > 0 ? [{ kinds, start, end }] : []
  })
}

/**
 * The earlier question with its place of the same kind replaced by the one named now; undefined when either names none
 * or when there is none of that kind.
 */
export function sayOfAnother(now: string, before: string, pairs: readonly Pair[]): string | undefined {
  const text = normalise(now)
  const earlier = normalise(before)
  const [named, ...others] = placesIn(text, pairs)
  if (named === undefined || others.length > 0) return undefined
  const isSameKind = (place: Named) => [...place.kinds].some((kind) => named.kinds.has(kind))
  const replaced = placesIn(earlier, pairs).find(isSameKind)
  if (replaced === undefined) return undefined
  return earlier.slice(0, replaced.start) + text.slice(named.start, named.end) + earlier.slice(replaced.end)
}
