/**
 * Decides what answers a question, without saying it: a greeting, something reckoned, the pair register, an entry, a choice
 * of entries, or nothing. Pure: the same question always gets the same decision.
 */
import type { Pair } from '../pairs/index.ts'
import { normaliseCommand } from '../thai/index.ts'
import { unify } from './aliases.ts'
import { withoutCourtesy } from './courtesy.ts'
import { decideAsRead } from './decide-as-read.ts'
import { type Answered, type Decision, type Ground, type Knowledge, strengthOf, THRESHOLD } from './decision.ts'
import { detailsFor } from './details.ts'
import type { Entry } from './entry.ts'
import { inPlainWords } from './everyday.ts'
import { mentionsLocalBody } from './local-bodies.ts'
import { halvesOf, passagesOf } from './parts.ts'
import { otherReadings, withoutPlaces } from './readings.ts'
import { specificsIn } from './terms.ts'

/** Of a passage of a longer text: what it is like must be this sure, since the rest is left unread. */
const SURE_OF_PASSAGE = 0.55
/** Of another reading of what was typed, which may be no reading at all. */
const SURE_OF_READING = 0.42
const MOST_CHOICES = 3

const STORY = 90
const OF_SUBJECT = /sistercity|เมืองคู่|จับคู่|คู่เมือง|พี่น้อง|เมืองคู่มิตร|หาเมือง|เลือกเมือง/
const FOR_BEGINNERS = ['suitability-dimensions', 'steps-overview']

/** Kinds of entries that hold wherever they are asked of. */
const GENERAL: readonly Entry['kind'][] = ['rule', 'not-found', 'system']

/** @param now for questions about the present fiscal year; without it no date is reckoned */
export function decide(question: string, knowledge: Knowledge, pairs: readonly Pair[], now?: Date): Decision {
  const decision = asUnderstood(question, { knowledge, pairs, now })
  return decision.kind === 'entry' ? { ...decision, details: detailsFor(question, decision.entry) } : decision
}

/** The best of all readings of what was typed. */
function asUnderstood(question: string, ground: Ground): Decision {
  const asTyped = decideAsRead(question, ground)
  const both = twoQuestions(question, asTyped, ground)
  if (both) return both
  if (strengthOf(asTyped) >= THRESHOLD.clear) return asTyped
  const others = otherReadings(inPlainWords(withoutCourtesy(question)), ground.knowledge.entries, ground.pairs).map(
    (reading) => decideAsRead(reading, ground),
  )
  const least = Math.max(strengthOf(asTyped) + THRESHOLD.farAhead, SURE_OF_READING)
  const better = others.find((other) => strengthOf(other) >= least && !(isRefusal(other) && /คู่/.test(question)))
  if (better) return better
  if (strengthOf(asTyped) > THRESHOLD.unclear) return asTyped
  const nearer = others.find((other) => other.kind === 'none' && other.near.length > 0)
  if (nearer && asTyped.kind === 'none' && asTyped.near.length === 0) return nearer
  return ofAnyPlace(question, ground) ?? fromPassage(question, ground) ?? fromStory(question, asTyped, ground)
}

const isRefusal = (decision: Decision): boolean => decision.kind === 'entry' && decision.entry.kind === 'refusal'

/** One sentence of a long story: what beginners are told stands beside it. */
function withBeginnings(best: Decision, question: string, { knowledge: { entries } }: Ground): Decision {
  if (best.kind !== 'entry' || !isStory(question)) return best
  const others = FOR_BEGINNERS.flatMap((id) => entries.get(id) ?? [])
  return { kind: 'choice', entries: [...new Set([best.entry, ...others])] }
}

const isStory = (question: string): boolean => question.length >= STORY && OF_SUBJECT.test(unify(question))

/** Who was told to find a partner and tells all about it asks where to begin and what to look at. */
function fromStory(question: string, asTyped: Decision, { knowledge: { entries } }: Ground): Decision {
  if (asTyped.kind !== 'none' || !isStory(question)) return asTyped
  const near = FOR_BEGINNERS.flatMap((id) => entries.get(id) ?? [])
  return { kind: 'none', near: [...new Set([...asTyped.near, ...near])].slice(0, MOST_CHOICES) }
}

/** 'ทำกับบราซิลต้องผ่าน ครม. ไหม': what the documents say in general is said of every place; what happened somewhere is not. */
function ofAnyPlace(question: string, ground: Ground): Decision | undefined {
  const rest = withoutPlaces(inPlainWords(withoutCourtesy(question)), ground.pairs)
  const decision = rest === undefined ? undefined : decideAsRead(rest, ground)
  if (decision?.kind !== 'entry' || decision.score < THRESHOLD.clear) return undefined
  return GENERAL.includes(decision.entry.kind) && decision.entry.topic !== 'counts' ? decision : undefined
}

/** 'ปีละกี่ครั้ง แล้วรายงานที่ไหน': both are answered, when each surely asks something else. */
function twoQuestions(question: string, whole: Decision, ground: Ground): Decision | undefined {
  if (whole.kind !== 'entry' && whole.kind !== 'choice' && whole.kind !== 'none') return undefined
  if (whole.kind === 'entry' && whole.entry.kind === 'refusal') return undefined
  for (const halves of halvesOf(question)) {
    const parts = halves.map((half) => decideAsRead(half, ground))
    if (parts.every(isSure) && new Set(parts.map(subjectOf)).size === parts.length) return { kind: 'both', parts }
  }
  return undefined
}

function isSure(decision: Decision): decision is Answered {
  if (decision.kind === 'entry') return decision.score >= SURE_OF_PASSAGE && decision.entry.kind !== 'refusal'
  return decision.kind === 'time' || decision.kind === 'pairs'
}

const subjectOf = (decision: Answered): string =>
  decision.kind === 'entry' ? decision.entry.id : decision.answer.title

/** Who tells a long story asks in one of its sentences; but what names a local body or a date is about that, all of it. */
function fromPassage(question: string, ground: Ground): Decision | undefined {
  if (mentionsLocalBody(normaliseCommand(question)) || specificsIn(question).length > 0) return undefined
  const found = new Map<Entry, Decision>()
  for (const passage of passagesOf(question)) {
    const decision = decideAsRead(passage, ground)
    if (decision.kind !== 'entry' || !isSure(decision)) continue
    const before = found.get(decision.entry)
    if (before === undefined || strengthOf(before) < strengthOf(decision)) found.set(decision.entry, decision)
  }
  const ranked = [...found].sort(([, a], [, b]) => strengthOf(b) - strengthOf(a))
  const [best, next] = ranked.map(([, decision]) => decision)
  if (best === undefined || next === undefined) return best && withBeginnings(best, question, ground)
  if (strengthOf(best) - strengthOf(next) >= THRESHOLD.farAhead) return best
  return { kind: 'choice', entries: ranked.slice(0, MOST_CHOICES).map(([entry]) => entry) }
}
