/** Decides what a question means after the one before: "ปีไหน" after a pair, "แล้วรองผู้ว่าล่ะ" after who signs. */
import type { Memory } from '../bot/types.ts'
import type { Pair } from '../pairs/index.ts'
import type { Decision, Knowledge } from './decide.ts'
import { inFull } from './follow-up.ts'
import type { Decide } from './known-decisions.ts'

interface Understood {
  /** What was asked, with what was left unsaid. */
  readonly question: string
  readonly decision: Decision
}

/** What is put as the continuation of a question must be this like an entry to mean something by itself. */
const ALONE = 0.45

export function decideInContext(
  text: string,
  memory: Memory,
  knowledge: Knowledge,
  pairs: readonly Pair[],
  now: Date,
  decide: Decide,
): Understood {
  const understood = (question: string): Understood => ({ question, decision: decide(question, knowledge, pairs, now) })
  const full = inFull(text, memory, pairs)
  if (full?.ofAnother !== undefined) return understood(full.ofAnother)
  if (full?.namesNothing && memory.entryId === undefined) {
    const ofPair = understood(full.together)
    if (ofPair.decision.kind === 'pairs') return ofPair
  }
  const alone = understood(text)
  if (!full || standsAlone(alone.decision)) return alone
  const together = understood(full.together)
  return together.decision.kind === 'none' ? alone : together
}

/** Whether the question says enough by itself; else the one before is part of it. */
function standsAlone(decision: Decision): boolean {
  if (decision.kind === 'entry') return decision.score >= ALONE && decision.entry.kind !== 'refusal'
  return decision.kind !== 'none' && decision.kind !== 'choice'
}
