/** Thai text as people count it: words (Thai writes no spaces between them) and graphemes (what looks like one letter). */

const wordSegmenter = new Intl.Segmenter('th', { granularity: 'word' })
const graphemeSegmenter = new Intl.Segmenter('th', { granularity: 'grapheme' })

/** The words of a text, without spaces and punctuation. */
export function words(text: string): string[] {
  return Array.from(wordSegmenter.segment(text))
    .filter((part) => part.isWordLike)
    .map((part) => part.segment)
}

/** What a reader sees as single characters: นี้ and 👩‍🌾 are one each. */
export function graphemes(text: string): string[] {
  return Array.from(graphemeSegmenter.segment(text), (part) => part.segment)
}

/** Where the grapheme begins that the UTF-16 unit at `index` is part of. */
export function graphemeStart(text: string, index: number): number {
  return graphemeSegmenter.segment(text).containing(index)?.index ?? text.length
}

export function graphemeCount(text: string): number {
  let count = 0
  for (const _ of graphemeSegmenter.segment(text)) count += 1
  return count
}

/** At most `max` graphemes; what was cut ends in '…', which counts. */
export function cutGraphemes(text: string, max: number): string {
  // a text of no more UTF-16 units than that has no more graphemes either
  if (text.length <= max) return text
  const all = graphemes(text)
  if (all.length <= max) return text
  return `${all
    .slice(0, Math.max(0, max - 1))
    .join('')
    .trimEnd()}…`
}
