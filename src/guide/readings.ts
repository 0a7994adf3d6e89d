/**
 * The other ways to read what was typed, for when it says nothing as it stands: the keyboard was set to the other layout,
 * Thai and English words are written in Latin letters, or the finger slipped.
 */
import { type Pair, placeNames } from '../pairs/index.ts'
import { inOtherLayout } from '../thai/index.ts'
import type { Entry } from './entry.ts'
import { fromRomanised } from './romanised.ts'
import { respell, type Vocabulary, vocabularyOf } from './spelling.ts'

const vocabularies = new WeakMap<ReadonlyMap<string, Entry>, Vocabulary>()

function vocabularyFor(entries: ReadonlyMap<string, Entry>): Vocabulary {
  const known = vocabularies.get(entries)
  if (known) return known
  const texts = [...entries.values()].flatMap(({ title, keywords, questions }) => [title, ...keywords, ...questions])
  const built = vocabularyOf(texts)
  vocabularies.set(entries, built)
  return built
}

/** The likeliest first. */
export function otherReadings(
  text: string,
  entries: ReadonlyMap<string, Entry>,
  pairs: readonly Pair[],
): readonly string[] {
  const retyped = [inOtherLayout(text), fromRomanised(text)].filter((reading) => reading !== undefined)
  if (retyped.length > 0) return retyped
  const vocabulary = new Map([...vocabularyFor(entries), ...vocabularyOf([], placeNames(pairs))])
  const mended = respell(text, vocabulary)
  return mended === undefined ? [] : [mended]
}
