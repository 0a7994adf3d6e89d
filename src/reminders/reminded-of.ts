/** Which pair an officer means who has just been reminded: the only one, if it is the only one. */
import type { Turn } from '../bot/types.ts'
import type { Pair } from '../pairs/index.ts'
import { dayOf, fiscalYearOf } from '../thai/index.ts'
import { dutyId } from './duty.ts'
import { audienceOf } from './ladder.ts'
import { firedFor } from './reminder-store.ts'

/** As long as a reminder is still what a chat is about. */
const RECENT_MS = 14 * 24 * 60 * 60 * 1000

/** @param open the pairs that still owe an activity; one of them is meant in any case when there is no other */
export async function remindedOf(turn: Turn, open: readonly Pair[]): Promise<Pair | undefined> {
  if (open.length <= 1) return open[0]
  const recent = await Promise.all(open.map((pair) => wasReminded(turn, pair)))
  const [only, ...others] = open.filter((_, at) => recent[at])
  return others.length === 0 ? only : undefined
}

async function wasReminded({ read, now }: Turn, pair: Pair): Promise<boolean> {
  const fired = await firedFor(read, dutyId(pair.id, fiscalYearOf(dayOf(now))))
  return fired.some(
    ({ ruleId, result, firedAt }) =>
      result === 'sent' && audienceOf(ruleId) === 'officer' && now.getTime() - firedAt.getTime() < RECENT_MS,
  )
}
