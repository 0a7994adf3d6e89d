/** What the guide says in the middle of a dialog, where most of what is typed is an answer and no question. */
import type { Reply } from '../bot/types.ts'
import { allPairs } from '../pairs/index.ts'
import type { Reader } from '../store/index.ts'
import { isGreeting } from './decide-as-read.ts'
import type { Decision } from './decision.ts'
import type { LiveKnowledge } from './desk/live-knowledge.ts'
import type { Decide } from './known-decisions.ts'
import { looksLikeQuestion } from './looks-like-question.ts'
import { sayDecision } from './say-decision.ts'
import { showEntry, withoutDislike } from './show-entry.ts'
import { answerSays as says } from './texts.ts'

/** A few words may be an answer that sounds like a question, such as 'ใครก็ได้': what they ask must be this sure. */
const SURE = 0.55
const LONG_ENOUGH = 15

export interface Aside {
  /** The answer to a question in the middle of a dialog, if the text surely asks something that is known; never a choice, never "not found". */
  sideAnswer(text: string, read: Reader, now: Date): Promise<Reply[] | undefined>
  /** The same for a text that was no answer either: what is known of it, or the best that was found, if it asks something. */
  sideGuess(text: string, read: Reader, now: Date): Promise<Reply[] | undefined>
}

export function createAside(live: LiveKnowledge, decide: Decide): Aside {
  const decided = async (text: string, read: Reader, now: Date) => {
    const { library, knowledge } = await live.current(read, now)
    return { library, decision: decide(text, knowledge, await allPairs(read), now) }
  }

  /** Nothing numbered: a number that is typed next answers the dialog. */
  const best = ({ library, decision }: Awaited<ReturnType<typeof decided>>): Reply[] | undefined => {
    if (isKnown(decision)) return sayDecision(decision, library, {}).replies.map(withoutDislike)
    if (decision.kind !== 'choice') return undefined
    return decision.entries.slice(0, 2).map((entry) => withoutDislike(showEntry(entry, library)))
  }

  return {
    async sideAnswer(text, read, now) {
      if (!looksLikeQuestion(text) && !isGreeting(text)) return undefined
      const found = await decided(text, read, now)
      if (found.decision.kind === 'greeting') return [{ kind: 'text', text: says.hello }]
      const isMeant = hasQuestionMark(text) || (isKnown(found.decision) && isPlain(text, found.decision))
      return isMeant ? best(found) : undefined
    },
    async sideGuess(text, read, now) {
      const found = await decided(text, read, now)
      // more than a few words that are no answer to the step, but known here, were meant as a question
      const isMeant = looksLikeQuestion(text) || (isKnown(found.decision) && text.length >= LONG_ENOUGH)
      return isMeant ? best(found) : undefined
    },
  }
}

function isKnown(decision: Decision): boolean {
  return ['entry', 'time', 'pairs', 'both'].includes(decision.kind)
}

function hasQuestionMark(text: string): boolean {
  return /[?？]\s*$/.test(text)
}

function isPlain(text: string, decision: Decision): boolean {
  return text.length >= LONG_ENOUGH || decision.kind !== 'entry' || decision.score >= SURE
}
