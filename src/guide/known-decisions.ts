/**
 * Decisions that were made before: many officers ask the same in the same words, and to decide anew costs more than all else
 * that is done for an answer. What was decided holds while the entries, the register and the day are the same.
 */
import type { Pair } from '../pairs/index.ts'
import { Recent } from '../recent.ts'
import { dayOf } from '../thai/index.ts'
import { decide } from './decide.ts'
import type { Decision, Knowledge } from './decision.ts'

const MOST = 5_000
/** In characters. A long one costs the most, and what is forwarded is asked by many in the same words. */
const LONGEST = 1_000

/** As `decide`: the same question gets the same decision, now also the same object. */
export type Decide = (question: string, knowledge: Knowledge, pairs: readonly Pair[], now: Date) => Decision

/** @param pairs are told apart by their array (store/kept.ts): another one is another register */
export function createKnownDecisions(most = MOST): Decide {
  let known = new Recent<Decision>(most)
  let basis: readonly unknown[] = []

  return (question, knowledge, pairs, now) => {
    const today = [knowledge, pairs, dayOf(now)]
    if (today.some((part, at) => part !== basis[at])) {
      basis = today
      known = new Recent(most)
    }
    const before = known.get(question)
    if (before) return before
    const decision = decide(question, knowledge, pairs, now)
    if (question.length <= LONGEST) known.set(question, decision)
    return decision
  }
}
