/**
 * Replies as LINE's messages: at most five, each within LINE's limits, the buttons as quick replies on the last. A card
 * that does not fit is said in words: a person never gets silence.
 */
import type { Reply } from '../bot/types.ts'
import type { Log } from '../log.ts'
import type { LineMessage } from './api.ts'
import { maxLengthOf, numberOf } from './limits/table.ts'
import { problemsOf } from './limits.ts'
import { withQuickReplies } from './quick-replies.ts'
import { headOf, MAX_TEXT, splitText } from './split-text.ts'
import { renderCard, wrapCard } from './templates.ts'
import { texts } from './texts.ts'

export interface ComposeOptions {
  readonly log: Log
  /** Images of this one http origin are let through: a platform on this machine has no certificate. */
  readonly httpOrigin?: string
}

/** A message to be: a card knows what it says in words. */
type Draft = { readonly text: string } | { readonly card: LineMessage; readonly text: string }

const MOST = numberOf('reply', 'messages', 'maxItems')

/** @returns the messages of one call; empty when the replies say nothing */
export function composeReplies(replies: readonly Reply[], options: ComposeOptions): LineMessage[] {
  const drafts = fitCount(replies.map((reply) => draftOf(reply, options)))
  const messages = drafts.flatMap(messagesOf)
  if (messages.length > MOST) options.log.error({ count: messages.length }, 'an answer was too long and was cut')
  // Of several replies the last one's buttons matter most.
  const buttons = replies.toReversed().flatMap((reply) => reply.buttons ?? [])
  return withQuickReplies(cutToCount(messages), buttons, options.log)
}

function draftOf(reply: Reply, { log, httpOrigin }: ComposeOptions): Draft {
  if (reply.kind === 'text') return { text: reply.text }
  const text = reply.fallback ?? reply.altText
  try {
    const card = wrapCard(altTextOf(reply.altText), renderCard(reply.card, reply.data))
    const problems = problemsOf([card], { httpOrigin })
    if (problems.length === 0) return { card, text }
    log.error({ card: reply.card, problems }, 'a card does not fit LINE’s limits and is said in words')
  } catch (error) {
    log.error({ card: reply.card, why: (error as Error).message }, 'a card cannot be made and is said in words')
  }
  return { text }
}

function altTextOf(altText: string): string {
  const whole = altText.toWellFormed().trim()
  return headOf(whole === '' ? texts.altText : whole, maxLengthOf('flex', 'altText').max)
}

/** Neighbouring texts become one message, and the last cards texts, until five messages are enough. */
function fitCount(drafts: readonly Draft[]): readonly Draft[] {
  let fitted = drafts
  while (countOf(fitted) > MOST) {
    const joined = joinTexts(fitted)
    const lastCard = joined.findLastIndex((draft) => 'card' in draft)
    if (countOf(joined) <= MOST || lastCard === -1) return joined
    fitted = joined.map((draft, i) => (i === lastCard ? { text: draft.text } : draft))
  }
  return fitted
}

function countOf(drafts: readonly Draft[]): number {
  return drafts.reduce((count, draft) => count + messagesOf(draft).length, 0)
}

function joinTexts(drafts: readonly Draft[]): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    if (!last || 'card' in last || 'card' in draft) joined.push(draft)
    else joined[joined.length - 1] = { text: `${last.text}\n\n${draft.text}` }
  }
  return joined
}

function messagesOf(draft: Draft): LineMessage[] {
  if ('card' in draft) return [draft.card]
  return splitText(draft.text).map((text): LineMessage => ({ type: 'text', text }))
}

/** What is beyond five messages is left out, and the last text says so. */
function cutToCount(messages: readonly LineMessage[]): LineMessage[] {
  if (messages.length <= MOST) return [...messages]
  const kept = messages.slice(0, MOST)
  const last = kept[MOST - 1]
  if (last?.type !== 'text' || !('text' in last)) return kept
  const shortened = headOf(last.text, MAX_TEXT - texts.cut.length - 1).trimEnd()
  return [...kept.slice(0, -1), { type: 'text', text: `${shortened}\n${texts.cut}` }]
}
