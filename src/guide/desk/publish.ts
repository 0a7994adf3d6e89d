/** What becomes of a written answer: a preview, then a version that holds, and a message to everyone who asked. */
import type { Change, Outcome, Reply, Turn } from '../../bot/types.ts'
import type { Json } from '../../dialogs/index.ts'
import { audit } from '../../people/index.ts'
import { dayOf, showDay } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import { answerLater, closeQuestion, openQuestion } from '../open-questions.ts'
import { showEntry } from '../show-entry.ts'
import { buildEntry } from './build-entry.ts'
import { entryById } from './find-entry.ts'
import type { LiveKnowledge } from './live-knowledge.ts'
import { formatEntry } from './markdown.ts'
import { checkAdmin } from './rights.ts'
import { pushesFor, showFor } from './tell-askers.ts'
import { findSays, publishSays as says } from './texts.ts'
import { addVersions, allVersions, latestNumber, notBeforeToday } from './versions.ts'

type Answers = Readonly<Record<string, Json>>

/** Ids of entries that were written in the chat. */
const WRITTEN = /^admin-(\d{4,})$/

/** The card as whoever asks will see it; its buttons would lead nowhere yet. */
export async function previewAnswer(live: LiveKnowledge, turn: Turn, answers: Answers): Promise<readonly Reply[]> {
  const { library } = await live.current(turn.read, turn.now)
  const entry = buildEntry(String(answers.entryId ?? 'admin-0000'), answers, await baseOf(live, turn, answers))
  const shown = [showFor(String(answers.question ?? ''), entry, library)]
  if (entry.body.trim() !== entry.short.trim()) shown.push(showEntry(entry, library, { full: true }))
  return shown.map(withoutButtons)
}

function withoutButtons(reply: Reply): Reply {
  return reply.kind === 'card' ? { ...reply, data: { ...reply.data, buttons: [] }, buttons: [] } : reply
}

async function baseOf(live: LiveKnowledge, { read, now }: Turn, { entryId }: Answers): Promise<Entry | undefined> {
  if (typeof entryId !== 'string') return undefined
  return entryById(read, entryId, await live.current(read, now), live.shipped)
}

export async function publishAnswer(live: LiveKnowledge, turn: Turn, answers: Answers): Promise<Outcome> {
  const { read, now } = turn
  const check = checkAdmin(turn, 'knowledge.publish', findSays.adminsOnly)
  if (!check.ok) return check.refusal
  const base = await baseOf(live, turn, answers)
  const entryId = typeof answers.entryId === 'string' ? answers.entryId : await newEntryId(live, turn)
  const latest = await latestNumber(read, entryId)
  if (base && latest !== Number(answers.baseNumber ?? 0)) return sayChanged(entryId)

  const { library } = await live.current(read, now)
  const entry = buildEntry(entryId, answers, base)
  const question = typeof answers.questionId === 'string' ? await openQuestion(read, answers.questionId) : undefined
  const holdsFrom = notBeforeToday(String(answers.holdsFrom ?? ''), now)
  const version = {
    entryId,
    number: latest + 1,
    status: 'published',
    holdsFrom,
    at: now,
    by: check.admin.personId,
  } as const
  const added = await addVersions(read, [{ ...version, markdown: formatEntry(entry), ...noteOf(answers) }])
  const isNow = holdsFrom === dayOf(now)
  const pushes = question && isNow ? await pushesFor(read, question, entry, library, version.number) : []
  const ofQuestion = question && (isNow ? closeQuestion(question) : answerLater(question, entryId, holdsFrom))
  return {
    replies: [published(entry, version.number, isNow ? undefined : holdsFrom, pushes.length, question !== undefined)],
    changes: [added, auditOf(version, base), ...(ofQuestion ? [ofQuestion] : [])],
    pushes,
  }
}

const noteOf = ({ question }: Answers) => (typeof question === 'string' ? { note: question } : {})

async function newEntryId(live: LiveKnowledge, { read }: Turn): Promise<string> {
  const ids = [...live.shipped.library.entries.keys(), ...(await allVersions(read)).map(({ entryId }) => entryId)]
  const numbers = ids.map((id) => Number(WRITTEN.exec(id)?.[1] ?? 0))
  return `admin-${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}`
}

function auditOf(
  version: { entryId: string; number: number; holdsFrom: string; at: Date; by: string },
  base?: Entry,
): Change {
  const { entryId, number, holdsFrom, at, by } = version
  const before = base ? { before: { title: base.title } } : {}
  return audit({
    at,
    actor: by,
    action: 'knowledge.published',
    target: entryId,
    ...before,
    after: { number, holdsFrom },
  })
}

function published(
  { id, title }: Entry,
  number: number,
  from: string | undefined,
  askers: number,
  isForQuestion: boolean,
): Reply {
  const waits = isForQuestion && from !== undefined ? [says.waits] : []
  const lines = [says.number(id, number), ...(askers > 0 ? [says.sent(askers)] : []), ...waits]
  const heading = from === undefined ? says.done : says.doneFrom(showDay(from))
  return {
    kind: 'card',
    card: 'notice',
    data: { tone: 'success', title: heading, body: title, lines, note: says.later },
    altText: [heading, title, ...lines].join('\n'),
    fallback: [heading, title, ...lines, says.later].join('\n'),
  }
}

function sayChanged(id: string): Outcome {
  return { replies: [{ kind: 'text', text: says.changedMeanwhile(id) }] }
}
