/** Long text in pieces that fit LINE's text message, cut between lines or words and never inside a Thai character. */
import { graphemeStart } from '../thai/index.ts'
import { maxLengthOf } from './limits/table.ts'

export const MAX_TEXT = maxLengthOf('text', 'text').max

/** A cut at a line or a space is taken when it leaves at least this much of the piece. */
const WORTH = 0.7

/** @returns pieces of at most `max` UTF-16 units; no empty ones */
export function splitText(text: string, max: number = MAX_TEXT): string[] {
  const pieces: string[] = []
  let rest = text.toWellFormed().trim()
  while (rest.length > max) {
    const piece = headOf(rest, max)
    pieces.push(piece.trimEnd())
    rest = rest.slice(piece.length).trimStart()
  }
  return [...pieces, rest].filter((piece) => piece !== '')
}

/** The first `max` units at most, shortened to the end of a line, else of a word, else of a character. */
export function headOf(text: string, max: number): string {
  const head = wholeCharacters(text, max)
  for (const boundary of ['\n', ' ']) {
    const cut = head.lastIndexOf(boundary)
    if (cut >= max * WORTH) return head.slice(0, cut + 1)
  }
  return head
}

function wholeCharacters(text: string, max: number): string {
  if (text.length <= max) return text
  // one cluster beyond the limit shows where the last one inside it ends
  const end = graphemeStart(text.slice(0, max + 64), max)
  // a single cluster longer than the limit can only be cut
  return text.slice(0, end === 0 ? max : end)
}
