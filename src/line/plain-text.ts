/** Messages that LINE refused, said in words: texts stay, cards become what stands for them in the chat list. */

import { numberOf } from './limits/table.ts'
import { splitText } from './split-text.ts'
import { texts } from './texts.ts'

/** @param messagesJson the JSON of LINE's message objects */
export function plainJsonOf(messagesJson: string): string {
  const messages: unknown[] = JSON.parse(messagesJson)
  const words = messages.map(wordsOf).filter((text) => text.trim() !== '')
  const said = words.length > 0 ? words : [texts.cannotShow]
  const pieces = said.flatMap((text) => splitText(text)).slice(0, numberOf('reply', 'messages', 'maxItems'))
  return JSON.stringify(pieces.map((text) => ({ type: 'text', text })))
}

function wordsOf(message: unknown): string {
  const { text, altText } = (message ?? {}) as { text?: unknown; altText?: unknown }
  if (typeof text === 'string') return text
  return typeof altText === 'string' ? altText : ''
}
