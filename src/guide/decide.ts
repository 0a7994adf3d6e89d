/**
 * Decides what answers a question, without saying it: a greeting, something reckoned, the pair register, an entry, a choice
 * of entries, or nothing. Pure: the same question always gets the same decision.
 */
import { answerAboutPairs, type Pair, type PairAnswer } from '../pairs/index.ts'
import { normaliseCommand } from '../thai/index.ts'
import { answerAboutTime, type TimeAnswer } from './about-time.ts'
import { unify } from './aliases.ts'
import { withoutCourtesy } from './courtesy.ts'
import type { Entry } from './entry.ts'
import { mentionsLocalBody, speaksOfLocalBodies, tellsLocalRule } from './local-bodies.ts'
import { otherReadings } from './readings.ts'
import { refusalFor, refusedAtOnce } from './refusals.ts'
import type { Hit, Search } from './search.ts'

export type Decision =
  | { readonly kind: 'greeting' | 'thanks' | 'wordless' }
  | { readonly kind: 'time'; readonly answer: TimeAnswer }
  | { readonly kind: 'pairs'; readonly answer: PairAnswer }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly needsLocalRule: boolean; readonly score: number }
  | { readonly kind: 'choice'; readonly entries: readonly Entry[] }
  /** With what is nearest, if anything is near: it is offered, not answered. */
  | { readonly kind: 'none'; readonly near: readonly Entry[] }

export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>
  readonly search: Search
  /** The entry that was written for just this question. */
  exact?(question: string): Entry | undefined
}

/** Below `unclear` nothing was found, down to `near` something like it; above it the best is the answer when it is far ahead of the next, from `clear` on when a little. */
const THRESHOLD = { near: 0.26, unclear: 0.34, sure: 0.45, clear: 0.48, ahead: 0.05, farAhead: 0.1 }
const UNMEANT = 0.8
/** Of a local body, an entry must be this like the question to be answered instead of the rule. */
const SURELY_MEANT = 0.75
const MOST_CHOICES = 3
/** The rule itself, for a question of a local body that nothing else answers. */
export const LOCAL_RULE_ID = 'lao-province-level-only'
const OTHER_KIND_ID = 'lao-other-cooperation'

const GREETING =
  /^(สวัสดี|หวัดดี|ดีจ้า|ดีค่ะ|ดีครับ|ดีคับ|ฮัลโหล|hello|hi|hey|good (morning|afternoon))(ครับผม|ครับ|ค่ะ|คะ|คับ|จ้า|ค่า|นะ|ตอนเช้า|ตอนบ่าย|บอท|แอดมิน|แอด|ทุกคน|ท่าน|[\s!~.,ๆ])*$/
const THANKS =
  /^(โอเค|ok|okay|ขอบคุณ|ขอบใจ|แต๊ง|thanks?|thank you|thx|รับทราบ|เข้าใจแล้ว|555+)(มาก|นะ|ครับผม|ครับ|ค่ะ|คะ|คับ|จ้า|ค่า|[\s!~.,ๆ])*$/

export function isGreeting(text: string): boolean {
  return GREETING.test(normaliseCommand(text))
}

/** @param now for questions about the present fiscal year; without it no date is reckoned */
export function decide(question: string, knowledge: Knowledge, pairs: readonly Pair[], now?: Date): Decision {
  const asTyped = decideAsRead(question, knowledge, pairs, now)
  if (strengthOf(asTyped) >= THRESHOLD.clear) return asTyped
  const others = otherReadings(withoutCourtesy(question), knowledge.entries, pairs).map((reading) =>
    decideAsRead(reading, knowledge, pairs, now),
  )
  const better = others.find((other) => strengthOf(other) >= strengthOf(asTyped) + THRESHOLD.farAhead)
  return better ?? asTyped
}

/** How far a reading says something: a weak likeness is worth another reading, a choice as well. */
function strengthOf(decision: Decision): number {
  if (decision.kind === 'entry') return decision.score
  if (decision.kind === 'choice') return THRESHOLD.unclear
  return decision.kind === 'none' ? 0 : 1
}

function decideAsRead(typed: string, knowledge: Knowledge, pairs: readonly Pair[], now?: Date): Decision {
  if (isGreeting(typed)) return { kind: 'greeting' }
  const question = withoutCourtesy(typed)
  const said = normaliseCommand(question)
  if (THANKS.test(said)) return { kind: 'thanks' }
  if (!/\p{L}/u.test(said)) return { kind: 'wordless' }
  const written = knowledge.exact?.(typed)
  if (written) {
    return { ...entryDecision(written, 1), needsLocalRule: mentionsLocalBody(said) && !tellsLocalRule(written) }
  }
  const refusal = refusedAtOnce(question, knowledge.entries)
  if (refusal) return entryDecision(refusal, 1)
  const time = now && answerAboutTime(question, now)
  if (time) return { kind: 'time', answer: time }
  if (mentionsLocalBody(said)) return forLocalBody(question, knowledge)
  const answer = answerAboutPairs(question, pairs)
  if (answer) return { kind: 'pairs', answer }
  return fromEntries(question, knowledge)
}

function fromEntries(question: string, { entries, search }: Knowledge): Decision {
  const hits = search(question)
    .map(asMeant(question))
    .sort((a, b) => b.score - a.score)
  const likeness = hits[0]?.score ?? 0
  if (likeness >= THRESHOLD.sure) return fromHits(hits)
  const refusal = refusalFor(question, [...entries.values()])
  if (refusal) return entryDecision(refusal, THRESHOLD.clear)
  const answers = hits.filter(({ entry }) => entry.kind !== 'refusal')
  return (answers[0]?.score ?? 0) >= THRESHOLD.unclear ? fromHits(answers) : notFound(answers)
}

function notFound(hits: readonly Hit[]): Decision {
  const isNear = ({ entry, score, isOfOther }: Hit) => score >= THRESHOLD.near && !isOfOther && entry.kind !== 'refusal'
  const near = hits.filter(isNear)
  return { kind: 'none', near: near.slice(0, MOST_CHOICES).map(({ entry }) => entry) }
}

const lessIfGeneral = (hit: Hit): Hit => (hit.entry.topic === 'lao' ? hit : { ...hit, score: hit.score * UNMEANT })

/** Who names no local body is hardly asking for one, and who names sister cities hardly for what this program is. */
function asMeant(question: string): (hit: Hit) => Hit {
  const namesSubject = unify(normaliseCommand(question)).includes('sistercity')
  const isUnmeant = ({ topic, kind }: Entry) => topic === 'lao' || (kind === 'system' && namesSubject)
  return (hit) => (isUnmeant(hit.entry) ? { ...hit, score: hit.score * UNMEANT } : hit)
}

function fromHits(hits: readonly Hit[]): Decision {
  const [best] = hits
  if (best === undefined) return notFound(hits)
  const ahead = best.score >= THRESHOLD.clear ? THRESHOLD.ahead : THRESHOLD.farAhead
  // what would not have been found by itself is no rival
  const isRival = ({ entry, score }: Hit) =>
    entry === best.entry || (best.score - score < ahead && score >= THRESHOLD.unclear && entry.kind !== 'refusal')
  const rivals = hits.filter(isRival)
  if (rivals.length <= 1) return entryDecision(best.entry, best.score)
  return { kind: 'choice', entries: rivals.slice(0, MOST_CHOICES).map(({ entry }) => entry) }
}

/** 'เทศบาลเซ็นเป็นเมืองคู่มิตรได้ไหม': whatever the name, the answer begins with no. */
function asksLeave(question: string): boolean {
  const words = unify(normaliseCommand(question))
  return /sistercity|twincity|เมืองคู่มิตร/.test(words) && /ได้( *(เลย|ใช่))* *ไหม/.test(words)
}

/** 'อบต. ทำสัญญากับลาวได้ไหม': not every agreement is a sister city, and what is none may be made. */
function asksForOtherKind(question: string): boolean {
  const words = unify(normaliseCommand(question))
  return !/sistercity|twincity|เมืองคู่มิตร/.test(words) && /mou|loi|ความตกลง|สัญญา|ร่วมมือ|แลกเปลี่ยน/.test(words)
}

/** A local body is answered only from what speaks of local bodies, and always hears the rule for them. */
function forLocalBody(question: string, { entries, search }: Knowledge): Decision {
  const [best] = search(question, speaksOfLocalBodies)
    .map(lessIfGeneral)
    .sort((a, b) => b.score - a.score)
  const rule = entries.get(LOCAL_RULE_ID)
  const isAnswered = best !== undefined && best.score >= SURELY_MEANT && tellsLocalRule(best.entry)
  if (rule && !isAnswered && best?.entry.kind !== 'refusal' && asksLeave(question))
    return entryDecision(rule, best?.score ?? 0)
  const other = entries.get(OTHER_KIND_ID)
  if (other && best?.entry === rule && asksForOtherKind(question)) return entryDecision(other, best?.score ?? 0)
  if (best && best.score >= THRESHOLD.unclear) {
    return { ...entryDecision(best.entry, best.score), needsLocalRule: !tellsLocalRule(best.entry) }
  }
  return rule ? entryDecision(rule, best?.score ?? 0) : notFound([])
}

const entryDecision = (entry: Entry, score: number) => ({ kind: 'entry', entry, score, needsLocalRule: false }) as const
