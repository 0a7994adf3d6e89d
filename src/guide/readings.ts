/**
 * The other ways to read what was typed, for when it says nothing as it stands: the keyboard was set to the other layout,
 * Thai and English words are written in Latin letters, or the finger slipped; and without the places it names.
 */
import { type Pair, placeNames } from '../pairs/index.ts'
import { Recent } from '../recent.ts'
import { inOtherLayout } from '../thai/index.ts'
import type { Entry } from './entry.ts'
import { fromRomanised } from './romanised.ts'
import { respell, type Vocabulary, vocabularyOf } from './spelling.ts'

/** 'ลาว' is in 'กล่าว', but never where a question means nothing otherwise. */
const SHORTEST_PLACE = 3
const SHORTEST_QUESTION = 8

const vocabularies = new WeakMap<ReadonlyMap<string, Entry>, Vocabulary>()

function vocabularyFor(entries: ReadonlyMap<string, Entry>): Vocabulary {
  const known = vocabularies.get(entries)
  if (known) return known
  const texts = [...entries.values()].flatMap(({ title, keywords, questions }) => [title, ...keywords, ...questions])
  const built = vocabularyOf(texts)
  vocabularies.set(entries, built)
  return built
}

const withPlaces = new WeakMap<Vocabulary, { readonly places: Vocabulary; readonly both: Vocabulary }>()

function vocabularyWithPlaces(entries: ReadonlyMap<string, Entry>, pairs: readonly Pair[]): Vocabulary {
  const [words, places] = [vocabularyFor(entries), placesOf(pairs)]
  const known = withPlaces.get(words)
  if (known?.places === places) return known.both
  const both = words.with(places)
  withPlaces.set(words, { places, both })
  return both
}

/** The likeliest first. */
export function otherReadings(
  text: string,
  entries: ReadonlyMap<string, Entry>,
  pairs: readonly Pair[],
): readonly string[] {
  const retyped = [inOtherLayout(text), fromRomanised(text)].filter((reading) => reading !== undefined)
  if (retyped.length > 0) return retyped
  const mended = respell(text, vocabularyWithPlaces(entries, pairs))
  return mended === undefined ? [] : [mended]
}

/** A place alone, with its slips mended: 'เพดบูน'. */
export function placeTyped(text: string, pairs: readonly Pair[]): string {
  const places = placesOf(pairs)
  const known = placesTyped.get(places) ?? new Recent<string>(MOST_TYPED)
  placesTyped.set(places, known)
  const typed = known.get(text) ?? respell(text, places) ?? text
  known.set(text, typed)
  return typed
}

/** What is typed after a question is typed again and again: 'แล้วใครเซ็น'. */
const placesTyped = new WeakMap<Vocabulary, Recent<string>>()
const MOST_TYPED = 4_000

const placeVocabularies = new WeakMap<readonly Pair[], Vocabulary>()

function placesOf(pairs: readonly Pair[]): Vocabulary {
  const known = placeVocabularies.get(pairs)
  if (known) return known
  const built = vocabularyOf([], placeNames(pairs))
  placeVocabularies.set(pairs, built)
  return built
}

const placePatterns = new WeakMap<readonly Pair[], RegExp>()

function placePatternFor(pairs: readonly Pair[]): RegExp {
  const known = placePatterns.get(pairs)
  if (known) return known
  const longestFirst = placeNames(pairs)
    .filter((name) => name.length >= SHORTEST_PLACE)
    .toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(?:กับ|ของ|ใน|ที่)? ?(?:ประเทศ|จังหวัด|เมือง|มณฑล)?(?:${longestFirst.map(RegExp.escape).join('|')})`,
    'gi',
  )
  placePatterns.set(pairs, pattern)
  return pattern
}

/** 'ทำกับบราซิลต้องผ่าน ครม. ไหม': a rule holds wherever it is asked of. */
export function withoutPlaces(text: string, pairs: readonly Pair[]): string | undefined {
  const rest = text.replace(placePatternFor(pairs), ' ').replace(/\s+/g, ' ').trim()
  return rest === text || rest.length < SHORTEST_QUESTION ? undefined : rest
}
