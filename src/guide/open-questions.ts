/** The questions that the documents do not answer, for the admins: each once, with how often it was asked. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Change, Outcome, Turn } from '../bot/types.ts'
import { refused } from '../people/index.ts'
import { collection, type Reader } from '../store/index.ts'
import { cutGraphemes, dayOf, normaliseCommand, showDay } from '../thai/index.ts'
import { unify } from './aliases.ts'
import { openSays as says } from './texts.ts'

const OpenQuestion = z.object({
  id: z.string(),
  /** As it was first typed. */
  question: z.string(),
  times: z.number().int().positive(),
  firstAskedAt: z.date(),
  lastAskedAt: z.date(),
  /** Who is to hear the answer: LINE user ids, the latest last. */
  askedBy: z.array(z.string()),
})
type OpenQuestion = z.infer<typeof OpenQuestion>

export const openQuestions = collection('openQuestions', {
  schema: OpenQuestion,
  indexes: { byLastAsked: { fields: ['lastAskedAt'] } },
})

const MOST_ASKERS = 50
const LONGEST = 500
const SHOWN = 15

/** The same question in other courtesy, spacing or spelling has the same key. */
function keyOf(question: string): string {
  const words = unify(normaliseCommand(question)).replace(/\s/g, '')
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}

/** Puts the question on the list, or counts it once more. */
export async function noteOpenQuestion({ read, userId, now }: Turn, question: string): Promise<Change> {
  const id = keyOf(question)
  const known = await read.get(openQuestions, id)
  if (!known) {
    const text = cutGraphemes(question, LONGEST)
    const first = { id, question: text, times: 1, firstAskedAt: now, lastAskedAt: now, askedBy: [userId] }
    return (tx) => tx.insert(openQuestions, first)
  }
  const askedBy = [...known.askedBy.filter((asker) => asker !== userId), userId].slice(-MOST_ASKERS)
  return (tx) => tx.replace(openQuestions, { ...known, times: known.times + 1, lastAskedAt: now, askedBy })
}

/** The latest first. */
export function latestOpenQuestions(read: Reader, limit: number): Promise<OpenQuestion[]> {
  return read.find(openQuestions, 'byLastAsked', [], { order: 'desc', limit })
}

/** `คำถามค้าง`, for admins. */
export async function showOpenQuestions(turn: Turn): Promise<Outcome> {
  if (turn.actor?.role !== 'admin') return refused(turn, { action: 'questions.list', say: says.adminsOnly })
  const open = await latestOpenQuestions(turn.read, SHOWN)
  if (open.length === 0) return { replies: [{ kind: 'text', text: says.none }] }
  const lines = open.map(({ question, times, lastAskedAt }) => says.line(question, times, showDay(dayOf(lastAskedAt))))
  const text = [says.title, ...lines.map((line, i) => `${i + 1}. ${line}`)].join('\n')
  return { replies: [{ kind: 'text', text: cutGraphemes(text, 2500) }] }
}
