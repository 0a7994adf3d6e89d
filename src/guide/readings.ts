/**
 * The other ways to read what was typed, for when it says nothing as it stands: the keyboard was set to the other layout, or
 * Thai and English words are written in Latin letters.
 */
import { inOtherLayout } from '../thai/index.ts'
import { fromRomanised } from './romanised.ts'

/** The likeliest first. */
export function otherReadings(text: string): string[] {
  return [inOtherLayout(text), fromRomanised(text)].filter((reading) => reading !== undefined)
}
