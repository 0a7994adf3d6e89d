/** Who may record a stage of which pair. */
import type { Actor, Outcome, Turn } from '../../bot/types.ts'
import type { PairsDependencies } from '../dependencies.ts'
import { type Pair, pairName } from '../pair.ts'
import { stageSays as says } from './texts.ts'

const ATTEMPT = 'pair.stage'

type MoverCheck = { readonly ok: true; readonly mover: Actor } | { readonly ok: false; readonly refusal: Outcome }

/**
 * An admin any pair, an officer those of the own provinces, nobody else any.
 * @param pair null: it is no pair of this person's, or none at all
 */
export function checkMover(turn: Turn, deps: PairsDependencies, target = '', pair?: Pair | null): MoverCheck {
  const { actor } = turn
  const attempt = { action: ATTEMPT, ...(target === '' ? {} : { target: target.slice(0, 60) }) }
  const refuse = (say: string): MoverCheck => ({ ok: false, refusal: deps.refused(turn, { ...attempt, say }) })
  if (!actor) return refuse(says.guest)
  if (actor.role === 'supervisor') return refuse(says.supervisor)
  if (actor.role === 'admin' || pair === undefined) return { ok: true, mover: actor }
  const isOwn = pair !== null && actor.provinces.includes(pair.provinceTh)
  return isOwn ? { ok: true, mover: actor } : refuse(says.notYours(actor.provinces.join(', ')))
}

/** Why there is no stage to record, now or with this one. */
export function problemWith(pair: Pair, mover: Actor, isSigning = false): string | undefined {
  if (pair.withdrawn) return says.gone
  if (pair.status === 'signed') return says.signedAlready(pairName(pair))
  if (pair.status === 'ended') return says.ended(pairName(pair))
  if (mover.role === 'admin') return undefined
  if (isSigning) return says.onlyAdminSigns
  return pair.status === 'unknown' ? says.notConfirmed(pairName(pair)) : undefined
}
