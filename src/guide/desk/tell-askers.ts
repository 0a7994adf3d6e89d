/**
 * Everyone who asked hears the answer: at once when it holds at once, else in the morning of the day from which it holds. The
 * sweep asks what is due by now and not yet told, so it does not matter which process runs it, how often, or how late.
 */
import { createHash } from 'node:crypto'
import type { EnqueuePush, Push, Reply } from '../../bot/types.ts'
import { hasBlocked } from '../../people/index.ts'
import { Conflict, DuplicateKey, type Reader, type Store, type Stored, type Transaction } from '../../store/index.ts'
import { addDays, type Day, dayOf, instantOf, normaliseCommand } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import { mentionsLocalBody, tellsLocalRule } from '../local-bodies.ts'
import { answersBegunBy, closeQuestion, type OpenQuestion, openQuestion, withoutAnswer } from '../open-questions.ts'
import { type Library, showEntry } from '../show-entry.ts'
import { answerSays } from '../texts.ts'
import type { LiveKnowledge } from './live-knowledge.ts'
import { publishSays as says } from './texts.ts'
import { holdingOn, versionsOf } from './versions.ts'

/** Nobody is woken by an answer. */
const MORNING = '09:00'

export interface TellParts {
  readonly store: Store
  readonly enqueuePush: EnqueuePush
  readonly now: Date
}

/** Stores the messages for the answers that have begun to hold, each together with taking its question off the list. */
export async function tellAskers(live: LiveKnowledge, { store, enqueuePush, now }: TellParts): Promise<void> {
  for (const { id } of await answersBegunBy(store, lastMorning(now))) {
    try {
      await store.transaction((tx) => tellOf(live, tx, id, { enqueuePush, now }))
    } catch (error) {
      // Another process told them, or somebody asked just now: the next sweep sees how it stands.
      if (!(error instanceof Conflict || error instanceof DuplicateKey)) throw error
    }
  }
}

/** The latest day whose morning has come. */
function lastMorning(now: Date): Day {
  const today = dayOf(now)
  return now < instantOf(today, MORNING) ? addDays(today, -1) : today
}

async function tellOf(
  live: LiveKnowledge,
  tx: Transaction,
  questionId: string,
  { enqueuePush, now }: Pick<TellParts, 'enqueuePush' | 'now'>,
): Promise<void> {
  const question = await openQuestion(tx, questionId)
  const entryId = question?.answeredBy
  if (!question || entryId === undefined) return
  const { library } = await live.current(tx, now)
  const entry = library.entries.get(entryId)
  const version = holdingOn(dayOf(now), await versionsOf(tx, entryId)).get(entryId)
  // Withdrawn before its day: the question waits for another answer.
  if (!entry || !version) return withoutAnswer(question)(tx)
  for (const push of await pushesFor(tx, question, entry, library, version.number)) enqueuePush(tx, push)
  closeQuestion(question)(tx)
}

/** One message each, but for those who have blocked the bot; the key makes it once-only. */
export async function pushesFor(
  read: Reader,
  { id, question, askedBy }: Stored<OpenQuestion>,
  entry: Entry,
  library: Library,
  number: number,
): Promise<Push[]> {
  const blocked = await Promise.all(askedBy.map((userId) => hasBlocked(read, userId)))
  const replies: Reply[] = [{ kind: 'text', text: says.yourQuestion(question) }, showFor(question, entry, library)]
  return askedBy
    .filter((_, i) => !blocked[i])
    .map((userId) => ({ key: `answer:${entry.id}:${number}:${id}:${hashOf(userId)}`, userId, replies }))
}

/** A key outlives the message, and is to name nobody. */
function hashOf(userId: string): string {
  return createHash('sha256').update(userId).digest('hex').slice(0, 16)
}

/** An answer to a local body always holds the rule for them. */
export function showFor(question: string, entry: Entry, library: Library): Reply {
  const needsRule = mentionsLocalBody(normaliseCommand(question)) && !tellsLocalRule(entry)
  return showEntry(entry, library, { added: needsRule ? answerSays.laoRule : '' })
}
