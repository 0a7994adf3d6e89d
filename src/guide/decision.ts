/** What a question may come to, and the likenesses from which on it does. */
import type { Pair, PairAnswer } from '../pairs/index.ts'
import type { TimeAnswer } from './about-time.ts'
import type { Entry } from './entry.ts'
import type { Hit, Search } from './search.ts'
import type { StepPart } from './step-parts.ts'

export type Answered =
  | { readonly kind: 'time'; readonly answer: TimeAnswer }
  | { readonly kind: 'pairs'; readonly answer: PairAnswer }
  | {
      readonly kind: 'entry'
      readonly entry: Entry
      readonly needsLocalRule: boolean
      readonly score: number
      /** What the long answer says of just what was asked. */
      readonly details?: readonly string[]
    }

export type Decision =
  | { readonly kind: 'greeting' | 'thanks' | 'wordless' }
  | Answered
  | { readonly kind: 'choice'; readonly entries: readonly Entry[] }
  /** One thing of a step that was just shown. */
  | { readonly kind: 'step-part'; readonly entry: Entry; readonly part: StepPart }
  /** Two questions were asked in one breath. */
  | { readonly kind: 'both'; readonly parts: readonly Answered[] }
  /** With what is nearest, if anything is near: it is offered, not answered. */
  | { readonly kind: 'none'; readonly near: readonly Entry[] }

export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>
  readonly search: Search
  /** The entry that was written for just this question. */
  exact?(question: string): Entry | undefined
}

/** What a question is held against: always the same decision for the same. */
export interface Ground {
  readonly knowledge: Knowledge
  readonly pairs: readonly Pair[]
  /** For questions about the present fiscal year; without it no date is reckoned. */
  readonly now?: Date
}

/** Below `unclear` nothing was found, down to `near` something like it; above it the best is the answer when it is far ahead of the next, from `clear` on when a little. */
export const THRESHOLD = { near: 0.2, unclear: 0.37, sure: 0.55, clear: 0.48, ahead: 0.05, farAhead: 0.1 }
const MOST_CHOICES = 3

export const entryDecision = (entry: Entry, score: number) =>
  ({ kind: 'entry', entry, score, needsLocalRule: false }) as const

/** How far a reading says something: a weak likeness is worth another reading, a choice as well. */
export function strengthOf(decision: Decision): number {
  if (decision.kind === 'entry') return decision.score
  if (decision.kind === 'choice') return THRESHOLD.unclear
  return decision.kind === 'none' ? 0 : 1
}

/** The answer when one is far enough ahead of all others, else a choice. @param hits the best first */
export function fromHits(hits: readonly Hit[]): Decision {
  const [best] = hits
  if (best === undefined) return notFound(hits)
  const ahead = best.score >= THRESHOLD.clear ? THRESHOLD.ahead : THRESHOLD.farAhead
  // what would not have been found by itself is no rival
  const isRival = ({ entry, score, isOfOther }: Hit) =>
    entry === best.entry ||
    (best.score - score < ahead && score >= THRESHOLD.unclear && entry.kind !== 'refusal' && !isOfOther)
  const rivals = hits.filter(isRival)
  if (rivals.length <= 1) return entryDecision(best.entry, best.score)
  return { kind: 'choice', entries: rivals.slice(0, MOST_CHOICES).map(({ entry }) => entry) }
}

export function notFound(hits: readonly Hit[]): Decision {
  const isNear = ({ entry, score, isOfOther }: Hit) => score >= THRESHOLD.near && !isOfOther && entry.kind !== 'refusal'
  const near = hits.filter(isNear)
  return { kind: 'none', near: near.slice(0, MOST_CHOICES).map(({ entry }) => entry) }
}
