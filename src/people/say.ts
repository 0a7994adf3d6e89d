/** A text with buttons for what can be typed next; the menu is always among them. */
import type { Outcome } from '../bot/types.ts'
import { texts } from './texts.ts'

export function say(text: string, ...words: readonly string[]): Outcome {
  const buttons = [...words, texts.buttons.menu].map((word) => ({ label: word, say: word }))
  return { replies: [{ kind: 'text', text, buttons }] }
}
