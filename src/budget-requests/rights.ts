/** Who may ask for a budget: an officer, and nobody else. */
import type { Actor, Outcome, Turn } from '../bot/types.ts'
import { refused } from '../people/index.ts'
import { buttons, refusals } from './texts.ts'

export type OfficerCheck =
  | { readonly ok: true; readonly officer: Actor }
  | { readonly ok: false; readonly refusal: Outcome }

/** @param action what was attempted, for the audit log */
export function checkOfficer(turn: Turn, action: string): OfficerCheck {
  if (turn.actor?.role === 'officer') return { ok: true, officer: turn.actor }
  return { ok: false, refusal: refused(turn, { action, say: refusals[turn.actor?.role ?? 'guest'] }) }
}

export function sayText(text: string, ...words: readonly string[]): Outcome {
  const ways = [...words, buttons.menu].map((word) => ({ label: word, say: word }))
  return { replies: [{ kind: 'text', text, buttons: ways }] }
}
