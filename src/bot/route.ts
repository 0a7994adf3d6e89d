/**
 * Decides who answers one event: a running dialog, a command, a button, or the guide. One function a kind of event.
 */
import type { Input } from '../dialogs/index.ts'
import type { Reader } from '../store/index.ts'
import { normaliseCommand } from '../thai/index.ts'
import { choiceTyped } from './chosen.ts'
import { type Conversation, NOTHING } from './conversation.ts'
import { createDialogRunner, type DialogRunner, type Step, sayText } from './dialog-runner.ts'
import { wantMedia, wasTakenBack } from './media.ts'
import { isMeant, readingsBy } from './readings.ts'
import { CONFIRM_STEP, EDIT_STEP, joinTexts, PICKED_DAY } from './say.ts'
import { withoutFile } from './taken-back.ts'
import { texts } from './texts.ts'
import type { BotEvent, Feature, Outcome, Reply, Turn } from './types.ts'
import { draftToResume, isUndoOfCancel, namedEdit, steeringInput, withoutCourtesy } from './words.ts'

/** Longer than any question; such a text is an answer in a dialog, or nothing. */
const LONGEST_QUESTION = 2000

export interface Guide {
  answer(turn: Turn, text: string): Promise<Outcome>
  /** The answer to a question in the middle of a dialog, if the text surely is one. */
  sideAnswer(text: string, read: Reader, now: Date): Promise<readonly Reply[] | undefined>
  /** The best that was found for a question that the dialog could not take as an answer. */
  sideGuess(text: string, read: Reader, now: Date): Promise<readonly Reply[] | undefined>
}

export type Route = (turn: Turn, conversation: Conversation) => Promise<Step>

export function createRoute(parts: { features: readonly Feature[]; guide: Guide; newNonce: () => string }): Route {
  const { features, guide } = parts
  const readings = readingsBy(features.flatMap((feature) => feature.commands ?? []))
  const postbacks = new Map(features.flatMap((feature) => (feature.postbacks ?? []).map((each) => [each.action, each])))
  const runner = createDialogRunner(
    features.flatMap((feature) => feature.dialogs ?? []),
    parts.newNonce,
  )

  async function text(turn: Turn, conversation: Conversation, said: string): Promise<Step> {
    for (const { words, matched } of readings(said)) {
      const steered = await steer(runner, turn, conversation, words)
      if (steered) return steered
      const command = matched.find((each) => isMeant(each, words, turn, conversation))
      if (command) return settle(turn, conversation, await command.command.run(turn, command.match))
    }
    if (conversation.draft) return inDialog(turn, conversation, said)
    if (said.length > LONGEST_QUESTION) return { conversation, outcome: sayText(texts.tooLong) }
    const chosen = choiceTyped(said, conversation.memory, turn.now)
    if (chosen !== undefined) return postback(turn, conversation, chosen, {})
    return settle(turn, conversation, await guide.answer(turn, said))
  }

  /** An answer to the question that was asked, unless it surely is a question itself. */
  async function inDialog(turn: Turn, conversation: Conversation, said: string): Promise<Step> {
    const isShort = said.length <= LONGEST_QUESTION
    const side = isShort ? await guide.sideAnswer(said, turn.read, turn.now) : undefined
    if (side) return besides(turn, conversation, side)
    const step = await runner.input(turn, conversation, answerTyped(said))
    if (!isShort || !isRefused(step, conversation)) return step
    const guess = await guide.sideGuess(said, turn.read, turn.now)
    return guess ? besides(turn, conversation, guess) : step
  }

  /** Says something and then asks the question that stands once more. */
  async function besides(turn: Turn, conversation: Conversation, side: readonly Reply[]): Promise<Step> {
    const again = await runner.input(turn, conversation, { kind: 'again' })
    return { ...again, outcome: { ...again.outcome, replies: [...side, ...again.outcome.replies] } }
  }

  /** Several photos sent at once are one answer: only the last of the set is replied to. */
  async function file(
    turn: Turn,
    conversation: Conversation,
    event: Extract<BotEvent, { kind: 'file' }>,
  ): Promise<Step> {
    if (await wasTakenBack(turn.read, event.file.messageId)) return { conversation, outcome: { replies: [] } }
    const step = conversation.draft
      ? await runner.input(turn, conversation, { kind: 'files', files: [event.file] })
      : { conversation, outcome: sayText(texts.fileWithoutPlace) }
    const isTaken = step.conversation.draft?.answers !== conversation.draft?.answers
    const changes = [
      ...(step.outcome.changes ?? []),
      ...(isTaken ? await wantMedia(turn.read, event.file, turn.now) : []),
    ]
    const isLast = !event.set || event.set.index === event.set.total
    return { ...step, outcome: { ...step.outcome, changes, replies: isLast ? step.outcome.replies : [] } }
  }

  async function postback(
    turn: Turn,
    conversation: Conversation,
    data: string,
    params: Readonly<Record<string, string>>,
  ): Promise<Step> {
    const query = new URLSearchParams(data)
    const action = query.get('a') ?? ''
    if (action === 'd') {
      if (!conversation.draft) return { conversation, outcome: courtesy(sayText(texts.oldButton)) }
      return runner.input(turn, conversation, buttonInput(query, params, conversation.draft.nonce))
    }
    const known = postbacks.get(action)
    if (!known) return { conversation, outcome: courtesy(sayText(texts.unknownButton)) }
    for (const name of ['date', 'time', 'datetime']) {
      const picked = params[name]
      if (picked) query.set(name, picked)
    }
    return settle(turn, conversation, await known.run(turn, query))
  }

  /** After a feature has answered: starts the dialog it asked for, or reminds of the draft that waits. */
  async function settle(turn: Turn, conversation: Conversation, outcome: Outcome): Promise<Step> {
    if (outcome.forgets) return { conversation: NOTHING, outcome }
    const remembered = outcome.remember ? { ...conversation, memory: outcome.remember } : conversation
    if (outcome.begin) {
      const begun = await runner.begin(turn, remembered, outcome.begin)
      return { ...begun, outcome: mergeOutcomes([outcome, begun.outcome]) }
    }
    if (!remembered.draft || outcome.replies.length === 0) return { conversation: remembered, outcome }
    const reminder = texts.draftStillThere(runner.titleOf(remembered.draft))
    const buttons = [texts.buttons.resume, texts.buttons.cancel].map((word) => ({ label: word, say: word }))
    return {
      conversation: remembered,
      outcome: { ...outcome, replies: [...outcome.replies, { kind: 'text', text: reminder, buttons }] },
    }
  }

  return async (turn, conversation) => {
    const { event } = turn
    switch (event.kind) {
      case 'text':
        return text(turn, conversation, event.text)
      case 'postback':
        return postback(turn, conversation, event.data, event.params)
      case 'file':
        return file(turn, conversation, event)
      case 'wordless':
        if (!conversation.draft) return { conversation, outcome: courtesy(sayText(texts.wordless)) }
        return runner.input(turn, conversation, { kind: 'unusable' })
      case 'unsend': {
        const cleaned = withoutFile(conversation, event.messageId)
        return { conversation: cleaned, outcome: await announce(features, turn, event.kind) }
      }
      default:
        return { conversation, outcome: await announce(features, turn, event.kind) }
    }
  }
}

/** The words that steer a dialog, running or laid aside. */
async function steer(
  runner: DialogRunner,
  turn: Turn,
  conversation: Conversation,
  words: string,
): Promise<Step | undefined> {
  const number = draftToResume(words)
  if (number !== undefined) return resume(runner, turn, conversation, number, /\d/.test(words))
  if (isUndoOfCancel(words)) return runner.restore(turn, conversation)
  const input = steeringInput(words)
  if (!input) return undefined
  if (conversation.draft) return runner.input(turn, conversation, input)
  // 'แก้ข้อ 3' or 'ผิด' without a dialog may be a question; the other words are not.
  if (input.kind === 'edit' || input.kind === 'mistaken') return undefined
  const parked = conversation.parked.length
  return { conversation, outcome: sayText(parked > 0 ? texts.parkedWaiting(parked) : texts.nothingRunning) }
}

function resume(
  runner: DialogRunner,
  turn: Turn,
  conversation: Conversation,
  number: number,
  isNumbered: boolean,
): Promise<Step> | Step {
  if (conversation.draft && !isNumbered) return runner.input(turn, conversation, { kind: 'resume' })
  if (conversation.parked.length > 1 && !isNumbered) return runner.whichParked(turn, conversation)
  return runner.resumeParked(turn, conversation, number)
}

function answerTyped(said: string): Input {
  const named = namedEdit(withoutCourtesy(normaliseCommand(said)))
  return named === undefined ? { kind: 'text', text: said } : { kind: 'edit', item: named, orAnswer: said }
}

/** The dialog stands where it stood, and nothing is to be written down about it. */
function isRefused({ conversation, outcome }: Step, before: Conversation): boolean {
  const [now, then] = [conversation.draft, before.draft]
  return now?.answers === then?.answers && now?.asking === then?.asking && !outcome.changes?.length
}

function buttonInput(query: URLSearchParams, params: Readonly<Record<string, string>>, runningNonce: string): Input {
  const nonce = query.get('n') ?? ''
  const stepId = query.get('s') ?? ''
  const value = query.get('v') ?? ''
  // A confirm or edit button of another run goes to the engine as the old button it is.
  if (stepId === CONFIRM_STEP && nonce === runningNonce) return { kind: 'confirm' }
  if (stepId === EDIT_STEP && nonce === runningNonce) return { kind: 'edit', item: value }
  if (value === PICKED_DAY) return { kind: 'day', nonce, stepId, day: params.date ?? '' }
  return { kind: 'button', nonce, stepId, value }
}

async function announce(
  features: readonly Feature[],
  turn: Turn,
  kind: 'follow' | 'unfollow' | 'unsend',
): Promise<Outcome> {
  const outcomes = await Promise.all(features.flatMap((feature) => feature.on?.[kind]?.(turn) ?? []))
  return mergeOutcomes(outcomes)
}

/** Said to whoever looks at the chat now; later it is hardly worth a message of the month. */
function courtesy(outcome: Outcome): Outcome {
  return { ...outcome, worth: 'courtesy' }
}

function mergeOutcomes(outcomes: readonly Outcome[]): Outcome {
  const [worth, ...others] = new Set(outcomes.flatMap((outcome) => (outcome.replies.length > 0 ? [outcome.worth] : [])))
  return {
    ...(worth && others.length === 0 ? { worth } : {}),
    replies: joinTexts(outcomes.flatMap((outcome) => outcome.replies)),
    changes: outcomes.flatMap((outcome) => outcome.changes ?? []),
    pushes: outcomes.flatMap((outcome) => outcome.pushes ?? []),
  }
}
