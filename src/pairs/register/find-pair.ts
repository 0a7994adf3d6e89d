/** Which pairs an admin means: by id, province, country, or the partner's name however it is spelt. */
import { normalise } from '../../thai/index.ts'
import { lexiconOf, type Meaning } from '../lexicon.ts'
import { isSpeltLike } from '../near-names.ts'
import type { Pair } from '../pair.ts'

const ID = /^sc ?(\d{3,6})$/i

/** 'sc101', 'SC 101' -> 'SC101' */
export function pairIdIn(text: string): string | undefined {
  const digits = ID.exec(normalise(text))?.[1]
  return digits === undefined ? undefined : `SC${digits}`
}

/** All that the words fit, in the order of the register. */
export function findPairs(text: string, pairs: readonly Pair[]): Pair[] {
  const id = pairIdIn(text)
  if (id !== undefined) return pairs.filter((pair) => pair.id === id)
  const said = normalise(text).toLowerCase()
  const found = lexiconOf(pairs)(said)
  const meanings = found.flatMap((name) => name.meanings)
  const provinces = new Set(meanings.flatMap((each) => (each.kind === 'province' ? [each.province] : [])))
  const countries = new Set(meanings.flatMap((each) => (each.kind === 'country' ? [each.iso] : [])))
  const ofPlace = pairs.filter(
    ({ provinceTh, countryIso }) =>
      (provinces.size === 0 || provinces.has(provinceTh)) && (countries.size === 0 || countries.has(countryIso)),
  )
  const named = partnersNamed(meanings, ofPlace)
  if (named.length > 0) return named
  const unread = found.toReversed().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, said)
  const alike = speltLike(unread.trim(), ofPlace)
  return alike.length > 0 || provinces.size + countries.size === 0 ? alike : ofPlace
}

/** A partner's own name counts before the state around it. */
function partnersNamed(meanings: readonly Meaning[], pairs: readonly Pair[]): Pair[] {
  const partners = meanings.flatMap((each) => (each.kind === 'partner' ? [each] : []))
  const called = (isOwn: boolean) =>
    pairs.filter(({ id }) => partners.some(({ own, pairId }) => own === isOwn && pairId === id))
  const own = called(true)
  return own.length > 0 ? own : called(false)
}

/** @param text without the names that were found: what is left may be a name in an unknown spelling */
function speltLike(text: string, pairs: readonly Pair[]): Pair[] {
  const words = text.split(/[\s–—,]+/).filter((word) => word.length > 2)
  return pairs.filter((pair) => [text, ...words].some((word) => isSpeltLike(word, pair)))
}
