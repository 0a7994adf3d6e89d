/** What an admin's word or button leads to: a question of the list, an entry to correct or withdraw, or its history. */
import type { Outcome, Turn } from '../../bot/types.ts'
import { dayOf } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import { openQuestion } from '../open-questions.ts'
import { type Given, givenForEntry, givenForQuestion, WRITE_ANSWER } from './answer-dialog.ts'
import { entryById, findEntry } from './find-entry.ts'
import { showHistory } from './history.ts'
import type { LiveKnowledge } from './live-knowledge.ts'
import { choices, dropQuestion, say, showList, showQuestion } from './question-list.ts'
import { checkAdmin, deskData } from './rights.ts'
import { findSays, listSays, words } from './texts.ts'
import { latestNumber } from './versions.ts'
import { givenForWithdrawal, WITHDRAW_ANSWER, withdrawable } from './withdraw.ts'

/** What can be done with an entry. */
export const DOINGS = ['edit', 'withdraw', 'history'] as const
export type Doing = (typeof DOINGS)[number]

/** `คำถามค้าง`, and `คำถามค้าง 3`. */
export async function openList(live: LiveKnowledge, turn: Turn, number: number | undefined): Promise<Outcome> {
  const check = checkAdmin(turn, 'questions.list', listSays.adminsOnly)
  if (!check.ok) return check.refusal
  return showList(turn, await live.current(turn.read, turn.now), number)
}

/** What a button of the desk's cards, or its number typed, stands for. */
export async function openButton(live: LiveKnowledge, turn: Turn, params: URLSearchParams): Promise<Outcome> {
  const doing = params.get('do') ?? ''
  const [questionId, entryId] = [params.get('q') ?? '', params.get('id') ?? '']
  const check = checkAdmin(turn, `knowledge.${doing}`, listSays.adminsOnly, questionId || entryId)
  if (!check.ok) return check.refusal
  const meant = DOINGS.find((each) => each === doing)
  if (meant) return openEntry(live, turn, meant, entryId)
  if (doing === 'drop') return dropQuestion(turn, questionId, check.admin.personId)
  return openQuestionFor(live, turn, doing, questionId, entryId)
}

async function openQuestionFor(
  live: LiveKnowledge,
  turn: Turn,
  doing: string,
  questionId: string,
  entryId: string,
): Promise<Outcome> {
  const { read, now } = turn
  const question = await openQuestion(read, questionId)
  if (!question) return say(listSays.gone)
  const known = await live.current(read, now)
  const asked = { id: question.id, question: question.question, askers: question.askedBy.length }
  if (doing === 'new') return write(givenForQuestion(asked, dayOf(now)))
  const entry = doing === 'use' ? known.library.entries.get(entryId) : undefined
  if (!entry) return showQuestion(turn, question, known)
  return write(givenForEntry(entry, await latestNumber(read, entry.id), dayOf(now), asked))
}

async function openEntry(live: LiveKnowledge, turn: Turn, doing: Doing, id: string): Promise<Outcome> {
  const { read, now } = turn
  const known = await live.current(read, now)
  const entry = await entryById(read, id, known, live.shipped)
  if (!entry) return say(findSays.none(id))
  if (doing === 'history') return showHistory(turn, entry, live.shipped.library.entries.has(id))
  const latest = await latestNumber(read, id)
  if (doing === 'edit') return write(givenForEntry(entry, latest, dayOf(now)))
  if (!(await withdrawable(live, turn, id))) return say(findSays.notPublished(id))
  return { replies: [], begin: { dialogId: WITHDRAW_ANSWER, given: givenForWithdrawal(entry, latest) } }
}

const write = (given: Given): Outcome => ({ replies: [], begin: { dialogId: WRITE_ANSWER, given } })

/** 'แก้คำตอบ ปีละกี่ครั้ง'; without words the answer that was just shown is meant. */
export async function openNamed(live: LiveKnowledge, turn: Turn, doing: Doing, named: string): Promise<Outcome> {
  const check = checkAdmin(turn, `knowledge.${doing}`, findSays.adminsOnly, named || undefined)
  if (!check.ok) return check.refusal
  const what = named || turn.memory.entryId
  if (what === undefined) return say(findSays.how(words[doing]))
  const known = await live.current(turn.read, turn.now)
  if (await entryById(turn.read, what, known, live.shipped)) return openEntry(live, turn, doing, what)
  const found = findEntry(what, known)
  if (found.kind === 'one') return openEntry(live, turn, doing, found.entry.id)
  if (found.kind === 'none') return say(findSays.none(what))
  return choices(turn, findSays.which(words[doing]), '', found.entries.map(offerOf(doing)), listSays.choose)
}

const offerOf =
  (doing: Doing) =>
  ({ id, title }: Entry) => ({ text: title, hint: findSays.code(id), data: deskData(doing, { id }) })
