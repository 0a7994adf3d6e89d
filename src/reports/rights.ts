/** Who may report on what: an officer, on the pairs of the officer's provinces, and nobody else. */
import type { Actor, Outcome, Turn } from '../bot/types.ts'
import { type Pair, pairById, pairsOfProvince } from '../pairs/index.ts'
import { refused } from '../people/index.ts'
import type { Reader } from '../store/index.ts'
import { buttons, refusals } from './texts.ts'

export type OfficerCheck =
  | { readonly ok: true; readonly officer: Actor }
  | { readonly ok: false; readonly refusal: Outcome }

/** @param action what was attempted, for the audit log */
export function checkOfficer(turn: Turn, action: string): OfficerCheck {
  if (turn.actor?.role === 'officer') return { ok: true, officer: turn.actor }
  const say = refusals[turn.actor?.role ?? 'guest']
  return { ok: false, refusal: withMenu(refused(turn, { action, say })) }
}

/** The pairs an officer may report on, province by province. */
export async function pairsOf(read: Reader, officer: Actor): Promise<Pair[]> {
  const found = await Promise.all(officer.provinces.map((province) => pairsOfProvince(read, province)))
  return found.flat()
}

/** The pair, if it is of the officer's provinces; whether another exists is not told. */
export async function ownPair(read: Reader, officer: Actor, pairId: string): Promise<Pair | undefined> {
  const pair = await pairById(read, pairId)
  return pair && officer.provinces.includes(pair.provinceTh) ? pair : undefined
}

export function refuseOtherProvince(turn: Turn, officer: Actor, action: string, target: string): Outcome {
  return withMenu(refused(turn, { action, target, say: refusals.otherProvince(officer.provinces.join(' ')) }))
}

function withMenu(outcome: Outcome): Outcome {
  const button = { label: buttons.menu, say: buttons.menu }
  return { ...outcome, replies: outcome.replies.map((reply) => ({ ...reply, buttons: reply.buttons ?? [button] })) }
}
