/**
 * Text typed while the keyboard was set to the other layout: "l5kxok" is สถาปนา, "ทนี" is mou. Kedmanee (TIS 820), as every
 * Thai keyboard has it, beside the American layout.
 */

/** Each row of keys: Latin letters, the same with shift, and what the keys give in Thai. */
const ROWS: readonly (readonly [latin: string, thai: string])[] = [
  ['`1234567890-=', '_ๅ/-ภถุึคตจขช'],
  ['~!@#$%^&*()_+', '%+๑๒๓๔ู฿๕๖๗๘๙'],
  ['qwertyuiop[]\\', 'ๆไำพะัีรนยบลฃ'],
  ['QWERTYUIOP{}|', '๐"ฎฑธํ๊ณฯญฐ,ฅ'],
  ["asdfghjkl;'", 'ฟหกดเ้่าสวง'],
  ['ASDFGHJKL:"', 'ฤฆฏโฌ็๋ษศซ.'],
  ['zxcvbnm,./', 'ผปแอิืทมใฝ'],
  ['ZXCVBNM<>?', '()ฉฮฺ์?ฒฬฦ'],
]

const toThai = new Map(ROWS.flatMap(([latin, thai]) => [...latin].map((key, at) => [key, thai[at] ?? key])))
const toLatin = new Map(ROWS.flatMap(([latin, thai]) => [...thai].map((key, at) => [key, latin[at] ?? key])))

const throughKeys = (text: string, keys: ReadonlyMap<string, string>) =>
  [...text].map((letter) => keys.get(letter) ?? letter).join('')

/** What Thai writing never has: a mark that stands on nothing, a leading vowel with no consonant after it, a bare ะ or า. */
const IMPOSSIBLE =
  /(?<![ก-ฮ][ิ-ูั]?)[่-๋]|(?<![ก-ฮ][่-๋]?)[ัิ-ู็]|[เ-ไ](?![ก-ฮ])|(?<![ก-ฮ][่-๋ัิีึ]?[รลวยอ]?[่-๋]?า?)[ะาำ]|[์](?![ก-ฮเ-ไ\s]|$)|(?<![ก-ฮ][ิ-ู]?)์|[ฃฅฦฺํ]/g

const faultsIn = (thai: string) => thai.match(IMPOSSIBLE)?.length ?? 0
const lettersIn = (text: string) => text.match(/[ก-๙]/g)?.length ?? 0

/** Shorter texts could be either. */
const LEAST_LETTERS = 3
const LEAST_LATIN = 4

/**
 * The text as it would stand in the other layout, when it can be read there: Latin keys that make well-formed Thai, or Thai
 * letters that cannot be Thai and make Latin words. Undefined when it cannot, which does not mean that it was not meant.
 */
export function inOtherLayout(text: string): string | undefined {
  const typed = text.trim()
  if (/^[\x20-\x7e]+$/.test(typed)) {
    const thai = throughKeys(typed, toThai)
    return lettersIn(thai) >= LEAST_LATIN && faultsIn(thai) === 0 ? thai : undefined
  }
  if (/[a-z]/i.test(typed) || lettersIn(typed) < LEAST_LETTERS || faultsIn(typed) === 0) return undefined
  const latin = throughKeys(typed, toLatin)
  return /^[a-z][a-z0-9 .,?'-]*$/i.test(latin) ? latin : undefined
}

/** The keys that are struck when a Thai text is typed on the Latin layout. */
export function throughOtherLayout(thai: string): string {
  return throughKeys(thai, toLatin)
}

/** The keys beside each Thai letter, for making and for forgiving slips of the finger. */
export function neighbours(letter: string): string[] {
  return ROWS.flatMap(([, thai]) => {
    const at = thai.indexOf(letter)
    return at < 0 ? [] : [thai[at - 1], thai[at + 1]].filter((key) => key !== undefined && /[ก-๎]/.test(key))
  }) as string[]
}
