/** Every name that a question about pairs may hold, found in one pass: provinces, partners, countries. */
import { countryWords, KNOWN_COUNTRIES } from './countries.ts'
import { type NameEntry, type NameFinder, nameFinder } from './find-names.ts'
import type { Pair } from './pair.ts'
import { partnerWords } from './partner-words.ts'
import { type ProvinceMeaning, provinceEntries } from './read-province.ts'

export type Meaning =
  | ProvinceMeaning
  /** `own`: the name is the partner's; else it is the name of the state or province around it. */
  | { readonly kind: 'partner'; readonly pairId: string; readonly own: boolean }
  | { readonly kind: 'country'; readonly iso: string }

/** Countries whose names are found inside other words. */
const COUNTRY_GUARDS: Readonly<Record<string, { before?: string; after?: string }>> = {
  ลาว: { before: '(?<![ก-ฮ]ะ|แข)' },
  จีน: { after: '(?!บุรี)' },
  อินโด: { after: '(?!จีน)' },
  เมกา: { before: '(?<![ก-ฮ])' },
}

const countryEntries: readonly NameEntry<Meaning>[] = KNOWN_COUNTRIES.flatMap((iso) =>
  countryWords(iso).map((name) => ({ name, meaning: { kind: 'country', iso } as const, ...COUNTRY_GUARDS[name] })),
)

/** Short names that are also the beginning of ordinary words. */
const PARTNER_GUARDS: Readonly<Record<string, { after: string }>> = {
  เว้: { after: '(?!น)' },
  นีซ: { after: '(?!่)' },
  นิส: { after: '(?![ัิีสิต])' },
  คะยา: { after: '(?!ง)' },
}

function partnerEntries(pairs: readonly Pair[]): NameEntry<Meaning>[] {
  return pairs.flatMap((pair) => {
    const { own, region } = partnerWords(pair)
    const entries = (names: readonly string[], isOwn: boolean) =>
      names.map((name) => ({
        name,
        meaning: { kind: 'partner', pairId: pair.id, own: isOwn } as const,
        ...PARTNER_GUARDS[name],
      }))
    return [...entries(own, true), ...entries(region, false)]
  })
}

let built: { readonly names: string; readonly finder: NameFinder<Meaning> } | undefined
const known = new WeakMap<readonly Pair[], NameFinder<Meaning>>()

/** The finder for this register; built anew only when a name of the register has changed. */
export function lexiconOf(pairs: readonly Pair[]): NameFinder<Meaning> {
  const finder = known.get(pairs) ?? finderFor(pairs)
  known.set(pairs, finder)
  return finder
}

function finderFor(pairs: readonly Pair[]): NameFinder<Meaning> {
  const names = pairs
    .map(({ id, partnerTh, partnerEn, rawName, spellings }) => [id, partnerTh, partnerEn, rawName, spellings].join())
    .join()
  if (built?.names !== names) {
    built = { names, finder: nameFinder<Meaning>([...provinceEntries, ...countryEntries, ...partnerEntries(pairs)]) }
  }
  return built.finder
}
