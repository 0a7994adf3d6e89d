/**
 * What becomes of a row of the outbox: pure rules over the row, LINE's outcome and the time. What must hold:
 * nothing is shown twice, and nothing is given up silently. So a reply whose fate is unknown is never turned into a push,
 * and a push whose fate is unknown is tried again with its key only.
 */
import type { Stored } from '../store/index.ts'
import { numberOf } from './limits/table.ts'
import { asPush, type OutboxRow, retryKeyOf } from './outbox.ts'
import type { LineOutcome, Refused } from './outcome.ts'
import { plainJsonOf } from './plain-text.ts'
import { deathOf, isDead, surelyLives } from './reply-token.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND

/** LINE forgets a retry key after 24 hours and would then send again: stop well before. */
const RETRY_KEY_TRUST_MS = (numberOf('retryKey', 'X-Line-Retry-Key', 'validity') - 4) * HOUR

const MAX_BACKOFF_MS = 600 * SECOND
const MAX_REPLY_BACKOFF_MS = 8 * SECOND

/** What has to change before a row may be tried now; the row itself when nothing has. */
export function beforeTry(row: OutboxRow, now: Date): OutboxRow {
  if (row.kind === 'reply' && isDead(row, now)) {
    return row.uncertainTries > 0 ? settled(row, 'undecidable', 'the reply token died first') : asPush(row)
  }
  const { uncertainSince } = row
  if (uncertainSince && row.kind === 'push' && now.getTime() - uncertainSince.getTime() >= RETRY_KEY_TRUST_MS) {
    return settled(row, 'given-up', 'the retry key is too old to be trusted')
  }
  return row
}

/** A process went silent while it was sending this row: whether LINE got it, nobody knows. */
export function afterSilence(row: OutboxRow, claimedAt: Date): OutboxRow {
  return asUncertain(row, 'the process that sent it ended', claimedAt)
}

export interface Moment {
  readonly now: Date
  /** 0 to 1, spreads the retries. */
  readonly random: number
}

/**
 * @returns the row with its next status; one that is still 'sending' was changed and is to be tried again at once
 */
export function afterTry(before: OutboxRow, outcome: LineOutcome, moment: Moment): OutboxRow {
  const row = { ...before, attempts: before.attempts + 1 }
  switch (outcome.kind) {
    case 'accepted':
      return accepted(row, outcome.requestId)
    case 'dead-token':
      return afterDeadToken(row, moment.now)
    case 'refused':
      return afterRefusal(row, outcome)
    case 'uncertain':
      return retryLater(asUncertain(row, outcome.why, moment.now), moment)
    case 'unreached':
      return retryLater({ ...row, lastError: `unreached: ${outcome.why}` }, moment)
    case 'unauthorised':
    case 'rate-limited':
    case 'quota-gone':
      return retryLater({ ...row, lastError: outcome.kind }, moment)
  }
}

function asUncertain(row: OutboxRow, why: string, since: Date): OutboxRow {
  return {
    ...row,
    uncertainTries: row.uncertainTries + 1,
    uncertainSince: row.uncertainSince ?? since,
    lastError: `uncertain: ${why}`,
  }
}

/** While it surely lives only a use kills a token, so an earlier try whose outcome was lost has arrived. */
function afterDeadToken(row: OutboxRow, now: Date): OutboxRow {
  if (row.uncertainTries === 0) return asPush(row)
  return surelyLives(row, now) ? accepted(row) : settled(row, 'undecidable', 'the reply token died first')
}

/** Refused messages are said once more in plain text; the earlier tries had the same messages, so they were refused too. */
function afterRefusal(row: OutboxRow, { status, message, details, requestId }: Refused): OutboxRow {
  const lastError = [`${status} ${message}`, ...details.map((detail) => `${detail.property}: ${detail.message}`)].join(
    '; ',
  )
  // A retry key that LINE knows, without the id of the request that used it: it cannot be told what was accepted.
  if (status === 409) return { ...settled(row, 'undecidable', lastError), requestId }
  const isAboutMessages = status === 400 && (row.kind === 'reply' || details.length > 0)
  if (!isAboutMessages || row.isPlain) return { ...settled(row, 'refused', lastError), requestId }
  return { ...asPlain(row), uncertainTries: 0, uncertainSince: undefined, lastError }
}

function asPlain(row: OutboxRow): OutboxRow {
  const plain = { ...row, isPlain: true, messagesJson: plainJsonOf(row.messagesJson), wording: undefined }
  return row.kind === 'push' ? { ...plain, retryKey: retryKeyOf(row.key, true) } : plain
}

function accepted(row: OutboxRow, requestId?: string): OutboxRow {
  const spent = { messagesJson: '[]', wording: undefined, replyToken: undefined }
  return { ...row, ...spent, status: 'accepted', isOpen: false, requestId }
}

/** An answer that LINE has accepted: its event is worked, so nobody can come to store it again, and the row is needed no more. */
export function isOver({ status, key, eventId }: OutboxRow): boolean {
  return status === 'accepted' && key === eventId
}

/**
 * What is stored of a row: its words only where no wording has them. The outbox is no archive: once LINE has a message, its key
 * tells that it was sent, and neither what was said nor to whom is kept.
 */
export function asKept(row: Stored<OutboxRow>): Stored<OutboxRow> {
  if (row.status !== 'accepted') return row.wording === undefined ? row : { ...row, messagesJson: '' }
  const { tokenReceivedAt: _came, occurredAt: _said, claimedBy: _sender, lastError: _overcome, ...kept } = row
  return { ...kept, userId: '' }
}

type Ended = 'refused' | 'undecidable' | 'given-up' | 'dropped'

function settled(row: OutboxRow, status: Ended, lastError: string): OutboxRow {
  return { ...row, status, isOpen: false, isTroubled: true, isToTrim: true, replyToken: undefined, lastError }
}

/** Nobody takes a wording away that a row has which waits: a store that was mended by hand, or a bug. */
export function withoutWords(row: OutboxRow): OutboxRow {
  return settled(row, 'given-up', `its words are not there: ${row.wording}`)
}

/** Ends a row on purpose, with the reason that stands in the log. */
export function dropped(row: OutboxRow, why: string): OutboxRow {
  return settled(row, 'dropped', why)
}

/** LINE refuses a push for its recipient with 400 and no details; with details it is about the messages. */
export function isAboutRecipient(row: OutboxRow, outcome: LineOutcome): boolean {
  return row.kind === 'push' && outcome.kind === 'refused' && outcome.status === 400 && outcome.details.length === 0
}

function retryLater(row: OutboxRow, { now, random }: Moment): OutboxRow {
  const most = row.kind === 'reply' ? MAX_REPLY_BACKOFF_MS : MAX_BACKOFF_MS
  const backoffMs = Math.min(SECOND * 2 ** Math.min(row.attempts - 1, 20), most)
  return waitUntil(row, new Date(now.getTime() + backoffMs * (0.5 + random / 2)))
}

/** A reply waits no longer than its token lives: then it is decided what becomes of it. */
export function waitUntil(row: OutboxRow, when: Date): OutboxRow {
  const death = deathOf(row)
  const nextTryAt = row.kind === 'reply' && death < when ? death : when
  return { ...row, status: 'waiting', nextTryAt, claimedBy: undefined }
}
