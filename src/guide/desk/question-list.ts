/** `คำถามค้าง`: what could not be answered, or not rightly, and what an admin can do with each. */
import type { Outcome, Reply, Turn } from '../../bot/types.ts'
import { audit } from '../../people/index.ts'
import type { Stored } from '../../store/index.ts'
import { cutGraphemes, dayOf, showDay } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import {
  closeQuestion,
  countOpenQuestions,
  latestOpenQuestions,
  type OpenQuestion,
  openQuestion,
} from '../open-questions.ts'
import { QUICK_LABEL } from '../show-entry.ts'
import type { Known } from './live-knowledge.ts'
import { deskData } from './rights.ts'
import { listSays as says } from './texts.ts'

const SHOWN = 10
const SHOWN_LENGTH = 150
const CANDIDATES = 3

interface Offer {
  readonly text: string
  readonly hint: string
  readonly data: string
}

/** The latest questions, numbered. @param number picks one of them at once */
export async function showList(turn: Turn, known: Known, number?: number): Promise<Outcome> {
  const open = await latestOpenQuestions(turn.read, SHOWN)
  if (open.length === 0) return say(says.none)
  if (number !== undefined) {
    const picked = open[number - 1]
    return picked ? showQuestion(turn, picked, known) : say(says.noSuchNumber(open.length))
  }
  const offers = open.map((question) => ({
    text: cutGraphemes(question.question, SHOWN_LENGTH),
    hint: hintOf(question, known),
    data: deskData('pick', { q: question.id }),
  }))
  return choices(turn, says.title, says.text(open.length, await countOpenQuestions(turn.read)), offers, says.choose)
}

function hintOf(question: OpenQuestion, { library }: Known): string {
  const { times, lastAskedAt, dislikedEntryId, answeredBy, answeredFrom } = question
  const disliked = dislikedEntryId === undefined ? undefined : library.entries.get(dislikedEntryId)
  return [
    says.asked(times, showDay(dayOf(lastAskedAt))),
    ...(disliked ? [says.dislikedAnswer(disliked.title)] : []),
    ...(answeredBy && answeredFrom ? [says.answeredFrom(answeredBy, showDay(answeredFrom))] : []),
  ].join(' · ')
}

/** One question, with the ways to deal with it. */
export function showQuestion(turn: Turn, question: Stored<OpenQuestion>, known: Known): Outcome {
  const { id } = question
  const used = candidates(question, known).map((entry) => ({
    text: says.useEntry(entry.title),
    hint: says.useHint,
    data: deskData('use', { q: id, id: entry.id }),
  }))
  const offers = [
    { text: says.writeNew, hint: '', data: deskData('new', { q: id }) },
    ...used,
    { text: says.drop, hint: says.dropHint, data: deskData('drop', { q: id }) },
  ]
  const text = `“${question.question}”\n${hintOf(question, known)}`
  return choices(turn, says.howToAnswer, text, offers, says.choose)
}

/** What it was answered with, and what is nearest to it. */
function candidates({ question, dislikedEntryId }: OpenQuestion, { library, knowledge }: Known): Entry[] {
  const disliked = dislikedEntryId === undefined ? undefined : library.entries.get(dislikedEntryId)
  const near = knowledge.search(question).map(({ entry }) => entry)
  return [...new Set([...(disliked ? [disliked] : []), ...near])].slice(0, CANDIDATES)
}

/** Takes a question off the list without an answer. */
export async function dropQuestion(turn: Turn, id: string, by: string): Promise<Outcome> {
  const question = await openQuestion(turn.read, id)
  if (!question) return say(says.gone)
  const entry = {
    at: turn.now,
    actor: by,
    action: 'question.dropped',
    target: id,
    before: { question: question.question },
  }
  return {
    ...say(says.dropped(cutGraphemes(question.question, SHOWN_LENGTH))),
    changes: [closeQuestion(question), audit(entry)],
  }
}

/** A numbered card; the numbers can be typed. */
export function choices(turn: Turn, title: string, text: string, offers: readonly Offer[], note: string): Outcome {
  const lines = offers.map((offer, i) => `${i + 1}. ${offer.text}`)
  const reply: Reply = {
    kind: 'card',
    card: 'choices',
    data: {
      title,
      text,
      choices: offers.map(({ hint, data }, i) => ({
        text: lines[i] ?? '',
        hint,
        tap: { label: cutGraphemes(lines[i] ?? '', QUICK_LABEL), data, shows: cutGraphemes(lines[i] ?? '', 100) },
      })),
      note,
    },
    altText: cutGraphemes([title, text, ...lines].join('\n'), 700),
    fallback: cutGraphemes([title, text, ...lines, note].join('\n'), 2500),
  }
  return { replies: [reply], remember: { choices: offers.map(({ data }) => data), at: turn.now.toISOString() } }
}

export function say(text: string): Outcome {
  return { replies: [{ kind: 'text', text }] }
}
