/** How this room says a sentence: always with a way on. */
import type { Button, Outcome } from '../bot/types.ts'
import { buttons } from './texts.ts'

export const word = (text: string): Button => ({ label: text, say: text })

export function sayWithMenu(text: string, ...first: Button[]): Outcome {
  return { replies: [{ kind: 'text', text, buttons: [...first, word(buttons.menu)] }] }
}
