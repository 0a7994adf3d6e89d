/** A question of a local body: answered only from what speaks of local bodies, and always with the rule for them. */
import { normaliseCommand } from '../thai/index.ts'
import { unify } from './aliases.ts'
import { type Decision, entryDecision, type Knowledge, notFound, THRESHOLD } from './decision.ts'
import { speaksOfLocalBodies, tellsLocalRule } from './local-bodies.ts'
import { refusalFor } from './refusals.ts'
import type { Hit } from './search.ts'

const UNMEANT = 0.8
/** An entry must be this like the question to be answered instead of the rule. */
const SURELY_MEANT = 0.75
/** From here on one that is about local bodies is said together with the rule. */
const OFFERED = 0.2
/** The rule itself, for a question that nothing else answers. */
export const LOCAL_RULE_ID = 'lao-province-level-only'
const OTHER_KIND_ID = 'lao-other-cooperation'

const lessIfGeneral = (hit: Hit): Hit => (hit.entry.topic === 'lao' ? hit : { ...hit, score: hit.score * UNMEANT })

/** 'เทศบาลเซ็นเป็นเมืองคู่มิตรได้ไหม': whatever the name, the answer begins with no. */
function asksLeave(question: string): boolean {
  const words = unify(normaliseCommand(question))
  return /sistercity|twincity|เมืองคู่มิตร/.test(words) && /ได้( *(เลย|ใช่))* *ไหม/.test(words)
}

/** 'อบต. ทำสัญญากับลาวได้ไหม': not every agreement is a sister city, and what is none may be made. */
function asksForOtherKind(question: string): boolean {
  const words = unify(normaliseCommand(question))
  return (
    !/sistercity|twincity|เมืองคู่มิตร/.test(words) && /mou|loi|ความตกลง|สัญญา|ร่วมมือ|แลกเปลี่ยน|กีฬา|ดูงาน|เยือน|เยี่ยม/.test(words)
  )
}

/** Weakly like the question: the rule is said with it, so nothing wrong can be understood. */
const isOfferedWithRule = ({ entry, score }: Hit): boolean =>
  score >= OFFERED && (entry.topic === 'lao' || entry.topic === 'document_lookup')

/** Too near to choose one of them: both are said, as both hold for local bodies. */
const isNear = (best: Hit, next: Hit): boolean =>
  [best, next].every(({ entry, score }) => entry.topic === 'lao' && score >= THRESHOLD.unclear) &&
  best.score < SURELY_MEANT &&
  best.score - next.score < THRESHOLD.ahead

/** @param question that mentions a local body */
export function forLocalBody(question: string, { entries, search }: Knowledge): Decision {
  const [best, next] = search(question, speaksOfLocalBodies)
    .map(lessIfGeneral)
    .sort((a, b) => b.score - a.score)
  const refusal = (best?.score ?? 0) < THRESHOLD.sure ? refusalFor(question, [...entries.values()]) : undefined
  if (refusal) return { ...entryDecision(refusal, THRESHOLD.clear), needsLocalRule: !tellsLocalRule(refusal) }
  const rule = entries.get(LOCAL_RULE_ID)
  const isAnswered = best !== undefined && best.score >= SURELY_MEANT && tellsLocalRule(best.entry)
  if (rule && !isAnswered && best?.entry.kind !== 'refusal' && asksLeave(question))
    return entryDecision(rule, best?.score ?? 0)
  const other = entries.get(OTHER_KIND_ID)
  if (other && best?.entry === rule && asksForOtherKind(question)) return entryDecision(other, best?.score ?? 0)
  if (best && next && isNear(best, next)) {
    const needsLocalRule = !tellsLocalRule(best.entry) && !tellsLocalRule(next.entry)
    return {
      kind: 'both',
      parts: [entryDecision(best.entry, best.score), { ...entryDecision(next.entry, next.score), needsLocalRule }],
    }
  }
  if (best && (best.score >= THRESHOLD.unclear || isOfferedWithRule(best))) {
    return { ...entryDecision(best.entry, best.score), needsLocalRule: !tellsLocalRule(best.entry) }
  }
  return rule ? entryDecision(rule, best?.score ?? 0) : notFound([])
}
