/** The common ends of what is said about one's own registration. */
import type { Outcome, Turn } from '../../bot/types.ts'
import { admins } from '../people-store.ts'
import type { Person } from '../person.ts'
import { texts } from '../texts.ts'
import { own } from './texts.ts'

/** A text with buttons for what can be typed next. */
export function say(text: string, ...words: string[]): Outcome {
  const buttons = [...words, texts.buttons.menu].map((word) => ({ label: word, say: word }))
  return { replies: [{ kind: 'text', text, buttons }] }
}

/** Nobody is held back; but nobody is left without a word of what follows. */
export async function lastAdminNote({ read }: Turn, person: Person): Promise<string[]> {
  const isLast = person.role === 'admin' && (await admins(read)).length === 1
  return isLast ? [own.lastAdmin] : []
}
