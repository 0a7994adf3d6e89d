/** `ไม่ตรงคำถาม`: the question that was just answered goes on the admins' list, with what it was answered with. */
import type { Outcome, Turn } from '../../bot/types.ts'
import { isFresh } from '../follow-up.ts'
import { keyOf, noteOpenQuestion, openQuestion } from '../open-questions.ts'
import { say } from './question-list.ts'
import { dislikeSays as says } from './texts.ts'

export async function dislike(turn: Turn): Promise<Outcome> {
  const { memory, now, read, userId } = turn
  const { question, choices } = memory
  // Of what was only offered, none was the answer.
  const entryId = choices ? undefined : memory.entryId
  if (question === undefined || !isFresh(memory, now)) return say(says.whichAnswer)
  const waiting = await openQuestion(read, keyOf(question))
  if (waiting?.askedBy.includes(userId)) return { ...say(says.already), remember: {} }
  return { ...say(says.thanks), changes: [await noteOpenQuestion(turn, question, entryId)], remember: {} }
}
