/** What is said for a decision. */
import type { Reply, Turn } from '../bot/types.ts'
import { type PairAnswer, showPairAnswer } from '../pairs/index.ts'
import { menuCard } from '../people/index.ts'
import { cutGraphemes } from '../thai/index.ts'
import type { TimeAnswer } from './about-time.ts'
import type { Decision } from './decision.ts'
import type { Entry } from './entry.ts'
import {
  answerReplies,
  citations,
  type Library,
  openEntry,
  QUICK_LABEL,
  quickReplies,
  showEntry,
  textOf,
} from './show-entry.ts'
import { showStepPart } from './show-step-part.ts'
import { answerSays as says } from './texts.ts'

/** LINE's limit is 1,500 UTF-16 units. */
const ALT_TEXT = 700
/** LINE's limit on quick replies. */
const MOST_BUTTONS = 13

/** Whether what is said of it is from the entries and the register alone: nothing that was typed is said back, no day is reckoned. */
export function isSaidToAll(decision: Decision): boolean {
  switch (decision.kind) {
    case 'entry':
    case 'step-part':
    case 'choice':
    case 'none':
    case 'thanks':
    case 'wordless':
      return true
    case 'pairs':
      return decision.answer.pairs.length > 0
    case 'both':
      return decision.parts.every(isSaidToAll)
    case 'greeting':
    case 'time':
      return false
  }
}

/** What was said, and what to keep in mind of it. */
export interface Said {
  readonly replies: Reply[]
  readonly entryId?: string
  /** What was offered, numbered from 1: postback data. */
  readonly choices?: readonly string[]
}

/** @param isAgain what was just shown in short answers this as well: then all that it says is shown */
export function sayDecision(decision: Decision, library: Library, turn: Pick<Turn, 'actor'>, isAgain = false): Said {
  switch (decision.kind) {
    case 'greeting':
      return { replies: [...entryReplies('bot-abilities', library), menuCard(turn)] }
    case 'thanks':
      return { replies: [{ kind: 'text', text: says.welcome, buttons: quickReplies }] }
    case 'wordless':
      return { replies: [{ kind: 'text', text: says.notUnderstood, buttons: quickReplies }] }
    case 'time':
      return { replies: [timeCard(decision.answer, library)], entryId: decision.answer.entryId }
    case 'pairs':
      return pairsSaid(decision.answer)
    case 'entry': {
      const details = (isAgain ? [] : (decision.details ?? [])).join('\n')
      const added = [details, decision.needsLocalRule ? says.laoRule : ''].filter(Boolean).join('\n\n')
      return { replies: [showEntry(decision.entry, library, { added, full: isAgain })], entryId: decision.entry.id }
    }
    case 'step-part':
      return { replies: [showStepPart(decision.entry, decision.part, library)], entryId: decision.entry.id }
    case 'both':
      return bothSaid(decision.parts.map((part) => sayDecision(part, library, turn)))
    case 'choice':
      return choice(decision.entries, library, { title: says.whichOne, text: says.choose, note: says.noneOfThese })
    case 'none':
      return decision.near.length > 0 ? choice(decision.near, library, nearest) : { replies: [notFound()] }
  }
}

/** What is numbered in the last of them can be typed; the buttons below a message are shown with the last one alone. */
function bothSaid(parts: readonly Said[]): Said {
  const [last] = parts.slice(-1)
  return { replies: parts.flatMap(({ replies }) => replies), entryId: last?.entryId, choices: last?.choices }
}

const entryReplies = (id: string, library: Library): Reply[] => {
  const entry = library.entries.get(id)
  return entry ? [{ kind: 'text', text: entry.short.trim() }] : []
}

function timeCard({ title, text, entryId }: TimeAnswer, library: Library): Reply {
  const entry = library.entries.get(entryId)
  const cited = entry ? citations(entry, library.sources) : []
  const more = entry ? [{ label: says.inFull, data: openEntry(entryId, true), shows: says.inFull }] : []
  return {
    kind: 'card',
    card: 'answer',
    data: {
      title,
      body: text,
      sourcesTitle: cited.length > 0 ? says.sources : '',
      sources: cited.map((line) => `• ${line}`),
      buttons: more,
    },
    altText: `${title}: ${text}`,
    fallback: textOf(title, text, cited, ''),
    buttons: answerReplies,
  }
}

function pairsSaid(answer: PairAnswer): Said {
  const choices = answer.choices?.map(({ say }) => `a=ask&${new URLSearchParams({ q: say })}`)
  return { replies: showPairAnswer(answer).map(withDislike), choices }
}

const withDislike = (reply: Reply): Reply => ({
  ...reply,
  buttons: [...(reply.buttons ?? []).slice(0, MOST_BUTTONS - 1), { label: says.disliked, say: says.disliked }],
})

interface Offer {
  readonly title: string
  readonly text: string
  readonly note: string
}

/** Nothing was surely found, which is said first; what is nearest may still be what was meant. */
const nearest: Offer = { title: says.nearestTitle, text: says.nearest, note: says.nearestNote }

/** What an answer comes to, with where it stands: who finds it here need not tap. */
function inShort(entry: Entry, { sources }: Library): string {
  const [source] = citations(entry, sources)
  const dated = entry.asOf ? says.asOf(entry.asOf) : ''
  return [entry.short.trim(), source && says.from(source), dated, entry.validity].filter(Boolean).join('\n')
}

function choice(entries: readonly Entry[], library: Library, { title, text, note }: Offer): Said {
  const choices = entries.map(({ id }) => openEntry(id))
  const lines = entries.map((entry, i) => `${i + 1}. ${entry.title}`)
  const tapOf = (entry: Entry) => ({
    label: cutGraphemes(entry.title, QUICK_LABEL),
    data: openEntry(entry.id),
    shows: entry.title,
  })
  const reply: Reply = {
    kind: 'card',
    card: 'choices',
    data: {
      title,
      text,
      choices: entries.map((entry, i) => ({
        text: lines[i] ?? '',
        hint: inShort(entry, library),
        tap: tapOf(entry),
      })),
      note,
    },
    altText: cutGraphemes([title, text, ...lines, ...entries.map(({ short }) => short.trim())].join('\n'), ALT_TEXT),
    fallback: [title, text, ...entries.map((entry, i) => `${lines[i]}\n${inShort(entry, library)}`), note].join('\n\n'),
    buttons: entries.map(tapOf),
  }
  return { replies: [reply], choices }
}

function notFound(): Reply {
  const data = { tone: 'warning', title: says.notFoundTitle, body: says.notFound, note: says.passedOn }
  const text = [says.notFound, says.passedOn].join('\n')
  return { kind: 'card', card: 'notice', data, altText: text, fallback: text, buttons: quickReplies }
}
