/** Every name of a place that the register knows, as people write it. */
import { countryWords, KNOWN_COUNTRIES } from './countries.ts'
import type { Pair } from './pair.ts'
import { partnerWords } from './partner-words.ts'
import { PROVINCES } from './provinces.ts'

export function placeNames(pairs: readonly Pair[]): string[] {
  const partners = pairs.map(partnerWords).flatMap(({ own, region }) => [...own, ...region])
  const provinces = PROVINCES.flatMap(({ th, aliases }) => [th, ...aliases])
  return [...new Set([...provinces, ...KNOWN_COUNTRIES.flatMap(countryWords), ...partners])]
}
