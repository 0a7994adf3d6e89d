/** What somebody typed, as commands are compared with it, and the commands that it matches. */
import { remembered } from '../recent.ts'
import { inOtherLayout, normaliseCommand } from '../thai/index.ts'
import type { Conversation } from './conversation.ts'
import type { Command, Turn } from './types.ts'
import { withoutCourtesy } from './words.ts'

interface Matched {
  readonly command: Command
  readonly match: unknown
}

interface Reading {
  readonly words: string
  /** The commands that have these words, in their order. */
  readonly matched: readonly Matched[]
}

/** The same words are typed all day: which commands they match is looked for once. */
export function readingsBy(commands: readonly Command[]): (said: string) => readonly Reading[] {
  const matchedBy = (words: string) =>
    commands.map((command) => ({ command, match: command.match(words) })).filter(({ match }) => match !== undefined)
  return remembered((said) => wordsOf(said).map((words) => ({ words, matched: matchedBy(words) })))
}

/** Whether a command that has these words is what this person means now. */
export function isMeant({ command, match }: Matched, words: string, turn: Turn, { draft }: Conversation): boolean {
  if (command.appliesTo?.(turn, match) === false) return false
  return draft === undefined || (command.isMeantInDialog?.(words) ?? words === command.name)
}

/** What was typed, as commands are compared with it; then as it stands in Thai, when the keyboard was set to Latin letters. */
function wordsOf(said: string): string[] {
  const inThai = /^[\x20-\x7e]+$/.test(said) ? inOtherLayout(said) : undefined
  return [said, ...(inThai ? [inThai] : [])].map((typed) => withoutCourtesy(normaliseCommand(typed)))
}
