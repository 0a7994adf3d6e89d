/** What was just talked about, so far as the next question may mean it. */
import type { Memory } from '../bot/types.ts'
import type { Pair } from '../pairs/index.ts'
import { normaliseCommand } from '../thai/index.ts'
import type { Ground } from './decision.ts'
import type { Entry } from './entry.ts'
import type { Decide } from './known-decisions.ts'
import { bodyNamedIn } from './local-bodies.ts'

/** What a follow-up is held against. */
export interface Surroundings extends Ground {
  readonly now: Date
  readonly decide: Decide
}

export type TalkedAbout =
  /** Years, quarters, fiscal years. */
  | { readonly kind: 'time'; readonly question: string }
  | { readonly kind: 'pairs'; readonly question: string; readonly pairs: readonly Pair[] }
  /** A local body was asked of: `body` as it was named. */
  | { readonly kind: 'local'; readonly question: string; readonly body: string; readonly entry?: Entry }
  | { readonly kind: 'entry'; readonly question: string; readonly entry: Entry }
  /** It was not found, but said what it was about. */
  | { readonly kind: 'unknown'; readonly question: string }

const OF_TIME = ['fiscal-year', 'fiscal-quarters', 'activity-crossing-years', 'buddhist-years']
/** Of what was refused, or of this program itself, nothing is asked on. */
const CLOSED: readonly Entry['topic'][] = ['out_of_scope', 'smalltalk']
const ANY_BODY = 'อปท.'

/** Undefined when nothing was, or nothing that a question goes on from. */
export function talkedAbout({ question, entryId }: Memory, ground: Surroundings): TalkedAbout | undefined {
  if (question === undefined) return undefined
  const entry = entryId === undefined ? undefined : ground.knowledge.entries.get(entryId)
  if (entry && CLOSED.includes(entry.topic)) return undefined
  if (entry && OF_TIME.includes(entry.id)) return { kind: 'time', question }
  const body = bodyNamedIn(normaliseCommand(question)) ?? (entry?.topic === 'lao' ? ANY_BODY : undefined)
  if (body !== undefined) return { kind: 'local', question, body, entry }
  if (entry) return { kind: 'entry', question, entry }
  const before = ground.decide(question, ground.knowledge, ground.pairs, ground.now)
  if (before.kind === 'pairs') return { kind: 'pairs', question, pairs: before.answer.pairs }
  return before.kind === 'none' || before.kind === 'choice' ? { kind: 'unknown', question } : undefined
}
