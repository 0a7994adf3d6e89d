/** The province or the country that a summary is wanted of, when a text is its name and nothing more. */
import { countryName, countryWords, PROVINCES, readProvince } from '../pairs/index.ts'
import { graphemeCount } from '../thai/index.ts'

export type Place =
  | { readonly kind: 'province'; readonly name: string }
  | { readonly kind: 'country'; readonly name: string; readonly iso: string }
  /** A beginning that several provinces share, such as เพชร. */
  | { readonly kind: 'several'; readonly provinces: readonly string[] }

/** Longer than any beginning that provinces share. */
const LONGEST_SHARED = 6

export function readPlace(text: string): Place | undefined {
  const known = placesByName().get(comparable(text))
  if (known) return known
  const province = readProvince(text)
  const isShared = province.kind === 'several' && graphemeCount(text) <= LONGEST_SHARED
  return isShared ? { kind: 'several', provinces: province.provinces } : undefined
}

let places: ReadonlyMap<string, Place> | undefined

function placesByName(): ReadonlyMap<string, Place> {
  places ??= new Map([...countries(), ...provinces()].map(([name, place]) => [comparable(name), place]))
  return places
}

function provinces(): [string, Place][] {
  return PROVINCES.flatMap(({ th, en, aliases }) =>
    [th, en, ...aliases].map((name): [string, Place] => [name, { kind: 'province', name: th }]),
  )
}

function countries(): [string, Place][] {
  return countryCodes().flatMap((iso) => {
    const name = countryName(iso)
    return [name, ...countryWords(iso)].map((word): [string, Place] => [word, { kind: 'country', name, iso }])
  })
}

/** All codes of two letters that name a country. */
function countryCodes(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const codes = letters.flatMap((first) => letters.map((second) => `${first}${second}`))
  return codes.filter((code) => countryName(code) !== code)
}

/** Tone marks are often left out or misplaced, spaces too. */
function comparable(name: string): string {
  return name.toLowerCase().replace(/[\s่-๋็์]/g, '')
}
