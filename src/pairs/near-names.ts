/**
 * Names that look like one partner: the same but for spelling. Asked within one province only, since the same city may well be
 * the partner of several (เชียงรุ่ง of ลำพูน and of เชียงราย).
 */
import { normalise } from '../thai/index.ts'
import type { Pair } from './pair.ts'
import { partnerWords } from './partner-words.ts'

type Named = Pick<Pair, 'partnerTh' | 'partnerEn' | 'rawName' | 'spellings'>
/** A pair, or what is to become one. */
export type Candidate = Named & Pick<Pair, 'provinceTh'> & { readonly id?: string }

/** Shorter names differ by a letter and are other places: เว้, นีซ. */
const SHORTEST_INEXACT = 4
const LONG = 8

/** Letters that are one another in misprints and by ear. */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [/[ฉชซฌ]/g, 'ซ'],
  [/[ขคฆ]/g, 'ค'],
  [/[ศษส]/g, 'ส'],
  [/[ถทธฑฒฐ]/g, 'ท'],
  [/[ผพภ]/g, 'พ'],
  [/[ฎด]/g, 'ด'],
  [/[ฏต]/g, 'ต'],
  [/[ณน]/g, 'น'],
  [/[ฬล]/g, 'ล'],
  [/[ญย]/g, 'ย'],
  [/[ใไ]/g, 'ไ'],
]

/** 'เซี่ยงไฮ้' and 'เซียงไฮ' are one: no tone marks, no silent letters, no spaces, look-alikes alike. */
function sound(name: string): string {
  const bare = normalise(name)
    .toLowerCase()
    .replace(/[ก-ฮ]์/g, '')
    .replace(/[็-๎]/g, '')
    .replace(/[\s.\-–()]/g, '')
  return ALIKE.reduce((text, [letters, one]) => text.replace(letters, one), bare)
}

/** How many letters have to be put in, taken out or changed to make one name of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

function isNear(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < SHORTEST_INEXACT) return false
  return distance(a, b) <= (shorter >= LONG ? 2 : 1)
}

/** A pair of the register is compared with many: its names are read once. */
const known = new WeakMap<Named, readonly string[]>()

function soundsOf(named: Named): readonly string[] {
  const before = known.get(named)
  if (before) return before
  const sounds = partnerWords(named)
    .own.map(sound)
    .filter((name) => name !== '')
  known.set(named, sounds)
  return sounds
}

/** Whether the text is one of the names of the partner, however it is spelt. */
export function isSpeltLike(text: string, pair: Named): boolean {
  const said = sound(text)
  return said !== '' && soundsOf(pair).some((name) => isNear(said, name))
}

/** The pairs of the same province whose partner may be the same; those that an admin said are others are not. */
export function lookAlikes(candidate: Candidate, pairs: readonly Pair[]): Pair[] {
  const names = soundsOf(candidate)
  return pairs.filter(
    (pair) =>
      pair.provinceTh === candidate.provinceTh &&
      pair.id !== candidate.id &&
      !pair.distinctFrom?.includes(candidate.id ?? '') &&
      soundsOf(pair).some((name) => names.some((other) => isNear(name, other))),
  )
}
