/** What the guide says in the middle of a dialog, where most of what is typed is an answer and no question. */
import type { Reply } from '../bot/types.ts'
import { allPairs } from '../pairs/index.ts'
import type { Reader } from '../store/index.ts'
import { type Decision, decide, isGreeting } from './decide.ts'
import type { LiveKnowledge } from './desk/live-knowledge.ts'
import { looksLikeQuestion } from './looks-like-question.ts'
import { sayDecision } from './say-decision.ts'
import { showEntry, withoutDislike } from './show-entry.ts'
import { answerSays as says } from './texts.ts'

/** In the middle of a dialog an answer must be this sure. */
const SURE = 0.55

export interface Aside {
  /** The answer to a question in the middle of a dialog, if the text surely is one; never a choice, never "not found". */
  sideAnswer(text: string, read: Reader, now: Date): Promise<Reply[] | undefined>
  /** The same for a text that was no answer either: the best that was found, if it asks something. */
  sideGuess(text: string, read: Reader, now: Date): Promise<Reply[] | undefined>
}

export function createAside(live: LiveKnowledge): Aside {
  const decided = async (text: string, read: Reader, now: Date) => {
    const { library, knowledge } = await live.current(read, now)
    return { library, decision: decide(text, knowledge, await allPairs(read), now) }
  }

  return {
    async sideAnswer(text, read, now) {
      if (!looksLikeQuestion(text) && !isGreeting(text)) return undefined
      const { library, decision } = await decided(text, read, now)
      if (decision.kind === 'greeting') return [{ kind: 'text', text: says.hello }]
      return isSure(decision) ? sayDecision(decision, library, {}).replies.map(withoutDislike) : undefined
    },
    async sideGuess(text, read, now) {
      if (!looksLikeQuestion(text)) return undefined
      const { library, decision } = await decided(text, read, now)
      // a number that is typed next answers the dialog, so nothing numbered is offered here
      if (decision.kind === 'none') return undefined
      if (decision.kind !== 'choice') return sayDecision(decision, library, {}).replies.map(withoutDislike)
      return decision.entries.slice(0, 2).map((entry) => withoutDislike(showEntry(entry, library)))
    },
  }
}

function isSure(decision: Decision): boolean {
  if (decision.kind === 'entry') return decision.score >= SURE
  return decision.kind === 'time' || (decision.kind === 'pairs' && decision.answer.choices === undefined)
}
