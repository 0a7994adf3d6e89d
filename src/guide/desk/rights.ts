/** Only admins keep the answers: everybody else is refused, and the audit log says so. */
import type { Actor, Outcome, Turn } from '../../bot/types.ts'
import { refused } from '../../people/index.ts'

type Checked = { readonly ok: true; readonly admin: Actor } | { readonly ok: false; readonly refusal: Outcome }

/** @param action what was attempted, such as 'knowledge.edit' */
export function checkAdmin(turn: Turn, action: string, say: string, target?: string): Checked {
  const { actor } = turn
  if (actor?.role === 'admin') return { ok: true, admin: actor }
  return { ok: false, refusal: refused(turn, { action, say, ...(target === undefined ? {} : { target }) }) }
}

/** The data of a button of the desk, such as 'a=desk&do=pick&q=…'. */
export function deskData(doing: string, params: Readonly<Record<string, string>>): string {
  return new URLSearchParams({ a: 'desk', do: doing, ...params }).toString()
}
