/**
 * The questions that the documents do not answer, or whose answer was not what was asked for: each once, for the admins, with
 * how often it was asked and by whom, until it is answered.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Change, Turn } from '../bot/types.ts'
import { changeEach, collection, type Reader, type Store, type Stored } from '../store/index.ts'
import { addDays, cutGraphemes, type Day, normaliseCommand } from '../thai/index.ts'
import { unify } from './aliases.ts'

const OpenQuestion = z.object({
  id: z.string(),
  /** As it was first typed. */
  question: z.string(),
  times: z.number().int().positive(),
  firstAskedAt: z.date(),
  lastAskedAt: z.date(),
  /** Who is to hear the answer: LINE user ids, the latest last. */
  askedBy: z.array(z.string()),
  /** The entry that it was answered with, when an asker said that this was not the answer. */
  dislikedEntryId: z.string().optional(),
  /** The entry that answers it from a later day on: whoever asked is told on that day. */
  answeredBy: z.string().optional(),
  answeredFrom: z.string().optional(),
})
export type OpenQuestion = z.infer<typeof OpenQuestion>

export const openQuestions = collection('openQuestions', {
  schema: OpenQuestion,
  indexes: { byLastAsked: { fields: ['lastAskedAt'] }, byAnswersDay: { fields: ['answeredFrom'] } },
})

const MOST_ASKERS = 1000
const LONGEST = 500

/** The same question in other courtesy, spacing or spelling has the same key. */
export function keyOf(question: string): string {
  const words = unify(normaliseCommand(question)).replace(/\s/g, '')
  return createHash('sha256').update(words).digest('hex').slice(0, 32)
}

/**
 * Puts the question on the list, or counts it once more.
 * @param dislikedEntryId what it was answered with, when that was not the answer
 */
export async function noteOpenQuestion(
  { read, userId, now }: Pick<Turn, 'read' | 'userId' | 'now'>,
  question: string,
  dislikedEntryId?: string,
): Promise<Change> {
  const disliked = dislikedEntryId === undefined ? {} : { dislikedEntryId }
  const id = keyOf(question)
  const known = await read.get(openQuestions, id)
  if (!known) {
    const text = cutGraphemes(question, LONGEST)
    const first = { id, question: text, times: 1, firstAskedAt: now, lastAskedAt: now, askedBy: [userId], ...disliked }
    return (tx) => tx.insert(openQuestions, first)
  }
  const askedBy = [...known.askedBy.filter((asker) => asker !== userId), userId].slice(-MOST_ASKERS)
  return (tx) => tx.replace(openQuestions, { ...known, ...disliked, times: known.times + 1, lastAskedAt: now, askedBy })
}

/** The latest first. */
export function latestOpenQuestions(read: Reader, limit: number): Promise<Stored<OpenQuestion>[]> {
  return read.find(openQuestions, 'byLastAsked', [], { order: 'desc', limit })
}

export function countOpenQuestions(read: Reader): Promise<number> {
  return read.count(openQuestions, 'byLastAsked', [])
}

export function openQuestion(read: Reader, id: string): Promise<Stored<OpenQuestion> | undefined> {
  return read.get(openQuestions, id)
}

/** Those whose answer holds from that day or an earlier one, and who asked was not told yet. */
export function answersBegunBy(read: Reader, day: Day): Promise<Stored<OpenQuestion>[]> {
  return read.find(openQuestions, 'byAnswersDay', [], { from: '', before: addDays(day, 1) })
}

/** Stays on the list until its answer's day. */
export function answerLater(question: Stored<OpenQuestion>, entryId: string, from: Day): Change {
  return (tx) => tx.replace(openQuestions, { ...question, answeredBy: entryId, answeredFrom: from })
}

/** What was to answer it was taken back. */
export function withoutAnswer({ answeredBy, answeredFrom, ...question }: Stored<OpenQuestion>): Change {
  return (tx) => tx.replace(openQuestions, question)
}

/** The changes after which this person is told of no answer any more: the questions stay on the list. */
export async function withoutAsker(read: Reader, userId: string): Promise<Change[]> {
  const asked = (await read.find(openQuestions, 'byLastAsked', [])).filter(({ askedBy }) => askedBy.includes(userId))
  return asked.map((question) => (tx) => {
    tx.replace(openQuestions, { ...question, askedBy: question.askedBy.filter((asker) => asker !== userId) })
  })
}

/** Nobody waits any more for an answer to what was asked last before that instant. @returns how many questions that were */
export function trimAskers(store: Store, before: Date, signal?: AbortSignal): Promise<number> {
  return changeEach(
    store,
    longAsked(store, before),
    (tx, question) => tx.replace(openQuestions, { ...question, askedBy: [] }),
    signal,
  )
}

async function* longAsked(store: Store, before: Date): AsyncGenerator<Stored<OpenQuestion>> {
  for await (const question of store.iterate(openQuestions, 'byLastAsked', [], { before })) {
    const isAnswered = question.answeredFrom !== undefined
    if (question.askedBy.length > 0 && !isAnswered) yield question
  }
}

/** Takes it off the list. */
export function closeQuestion(question: Stored<OpenQuestion>): Change {
  return (tx) => tx.remove(openQuestions, question)
}
