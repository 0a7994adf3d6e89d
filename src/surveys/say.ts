/** A sentence with the words that can be said next. */
import type { Outcome } from '../bot/types.ts'
import { cutGraphemes } from '../thai/index.ts'
import { words } from './texts.ts'

/** As much as LINE shows of a quick reply. */
const LONGEST_LABEL = 20

export function say(text: string, ...ways: readonly string[]): Outcome {
  const buttons = [...ways, words.menu].map((word) => ({ label: cutGraphemes(word, LONGEST_LABEL), say: word }))
  return { replies: [{ kind: 'text', text, buttons }] }
}
