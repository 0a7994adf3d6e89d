/**
 * What has to be said, on disk before it is said: one row a call to LINE, inserted by the transaction that decided it.
 * An answer's row is removed when LINE has accepted it; a push's stays, for its key.
 * A row is open ('sending', 'waiting') until its outcome is known; `nextTryAt` is when anybody may take it: for a waiting
 * row its next try, for one that is being sent the end of its claim.
 */
import { v5 as uuidV5 } from 'uuid'
import { z } from 'zod'
import type { Worth } from '../bot/types.ts'
import { nextId } from '../next-id.ts'
import { collection, type Reader, type Stored } from '../store/index.ts'
import { isDead } from './reply-token.ts'

export const OutboxRow = z.object({
  id: z.string(),
  kind: z.enum(['reply', 'push']),
  /** Once-only: the push's key, for a reply the event's id. */
  key: z.string(),
  eventId: z.string().optional(),
  /** Emptied when a push was accepted. */
  userId: z.string(),
  replyToken: z.string().optional(),
  tokenReceivedAt: z.date().optional(),
  occurredAt: z.date().optional(),
  /** JSON of LINE's message objects, kept as text: a retry must be equal to the byte. Emptied when a push was accepted. */
  messagesJson: z.string(),
  /** The name of its messages where many people get the same (line/wordings.ts); `messagesJson` is then empty. */
  wording: z.string().optional(),
  /** The cards were replaced by their texts, because LINE refused the messages as they were. */
  isPlain: z.boolean(),
  /** What it is worth as a push; unset: 'usual'. */
  worth: z.enum(['courtesy', 'usual', 'urgent']).optional(),
  /** X-Line-Retry-Key of a push, stored before the first try. */
  retryKey: z.string().optional(),
  /** 'dropped': not sent on purpose, because it is not worth a push any more or cannot reach anybody. */
  status: z.enum(['sending', 'waiting', 'accepted', 'refused', 'undecidable', 'given-up', 'dropped']),
  isOpen: z.boolean(),
  /** It ended without being accepted. */
  isTroubled: z.boolean().optional(),
  /** Ended without being accepted, and what it said and to whom is still there for whoever looks into it. */
  isToTrim: z.boolean().optional(),
  attempts: z.int(),
  /** Tries that may have reached LINE without our learning what became of them. */
  uncertainTries: z.int(),
  uncertainSince: z.date().optional(),
  nextTryAt: z.date(),
  createdAt: z.date(),
  /** Which process is sending it. */
  claimedBy: z.string().optional(),
  lastError: z.string().optional(),
  requestId: z.string().optional(),
})
export type OutboxRow = z.infer<typeof OutboxRow>

export const outbox = collection('outbox', {
  schema: OutboxRow,
  indexes: {
    byDue: { fields: ['status', 'nextTryAt'], only: ['isOpen', true] },
    byKey: { fields: ['key'], unique: true },
    /** A person's open rows, oldest first: what has to go out before a newer one does. */
    openOfUser: { fields: ['userId', 'createdAt'], only: ['isOpen', true] },
    byTrouble: { fields: ['status'], only: ['isTroubled', true] },
    toTrim: { fields: ['createdAt'], only: ['isToTrim', true] },
  },
})

/** How long a process may sit on a row it is sending. Longer than any single call to LINE. */
export const CLAIM_MS = 15_000

const NAMESPACE = '6f7e1b52-7d0c-4c0b-8f0e-9b8a6a3a5c9d'

/** Made from facts, so that whoever makes it again gets the same. */
export function retryKeyOf(key: string, isPlain: boolean): string {
  return uuidV5(isPlain ? `${key}\nplain` : key, NAMESPACE)
}

export interface ReplyJob {
  readonly eventId: string
  readonly userId: string
  /** Without one the answer goes out as a push. */
  readonly replyToken?: string
  /** When this program received the webhook: the token lives from then on. */
  readonly tokenReceivedAt: Date
  readonly occurredAt: Date
  /** JSON of LINE's message objects; empty with a `wording`. */
  readonly messagesJson: string
  readonly wording?: string
  readonly worth?: Worth
  readonly now: Date
  /** The process that will call `sendNow` after its commit. */
  readonly owner: string
}

/** The row of an answer, claimed by `owner`: as a push where it can be no reply any more. */
export function replyJob(job: ReplyJob): OutboxRow {
  const { eventId, userId, replyToken, tokenReceivedAt, occurredAt, messagesJson, wording, worth, now, owner } = job
  const shared = wording === undefined ? {} : { wording }
  const row = { ...newRow({ key: eventId, userId, messagesJson, worth, now, owner }), ...shared, eventId }
  if (replyToken === undefined || isDead(job, now)) return asPush(row)
  return { ...row, kind: 'reply', replyToken, tokenReceivedAt, occurredAt }
}

export interface PushJob {
  readonly key: string
  readonly userId: string
  /** JSON of LINE's message objects. */
  readonly messagesJson: string
  readonly worth?: Worth
  readonly now: Date
  /** The event whose outcome this push belongs to. */
  readonly eventId?: string
  /** As in ReplyJob; without one the next sweep of any process sends it. */
  readonly owner?: string
}

export function pushJob({ eventId, ...job }: PushJob): OutboxRow {
  return asPush(eventId === undefined ? newRow(job) : { ...newRow(job), eventId })
}

/** A reply only when it was certainly not shown. */
export function asPush(row: OutboxRow): OutboxRow {
  return { ...row, kind: 'push', replyToken: undefined, retryKey: retryKeyOf(row.key, row.isPlain) }
}

function newRow({ key, userId, messagesJson, worth, now, owner }: Omit<PushJob, 'eventId'>): OutboxRow {
  return {
    id: nextId(),
    kind: 'push',
    key,
    userId,
    messagesJson,
    isPlain: false,
    isOpen: true,
    attempts: 0,
    uncertainTries: 0,
    createdAt: now,
    ...(worth === undefined ? {} : { worth }),
    ...(owner === undefined
      ? { status: 'waiting', nextTryAt: now }
      : { status: 'sending', nextTryAt: claimEnd(now), claimedBy: owner }),
  }
}

export function claimEnd(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MS)
}

/** Rows whose time has come: waiting ones, and ones whose sender has been silent for too long. */
export async function dueRows(read: Reader, now: Date, limit: number): Promise<Stored<OutboxRow>[]> {
  const before = new Date(now.getTime() + 1)
  const [waiting, silent] = await Promise.all([
    read.find(outbox, 'byDue', ['waiting'], { before, limit }),
    read.find(outbox, 'byDue', ['sending'], { before, limit }),
  ])
  return [...silent, ...waiting].sort(inOrder)
}

/** Rows that somebody was sending who does not do so any more. */
export async function abandonedRows(read: Reader, isLeft: (row: OutboxRow) => boolean): Promise<Stored<OutboxRow>[]> {
  const rows = await read.find(outbox, 'byDue', ['sending'])
  return rows.filter(isLeft).sort(inOrder)
}

/** All whose outcome is not known yet. */
export function openRows(read: Reader): AsyncIterable<Stored<OutboxRow>> {
  return read.iterate(outbox, 'byDue', [])
}

/** The oldest open row that has to go out before this one: an answer waits for answers only, a push for all. */
export async function rowBefore(read: Reader, row: OutboxRow): Promise<Stored<OutboxRow> | undefined> {
  const open = await read.find(outbox, 'openOfUser', [row.userId], {
    before: new Date(row.createdAt.getTime() + 1),
  })
  return open.find((other) => inOrder(other, row) < 0 && (row.kind === 'push' || other.kind === 'reply'))
}

/**
 * Whether a row that its process left while 'sending' was certainly not tried: a process sends one person's answers one by
 * one, in the order in which it stored them, so none behind an open one has been on its way.
 * @param rows others that were left
 */
export function isUntried(row: OutboxRow, rows: readonly OutboxRow[]): boolean {
  return row.kind === 'reply' && rows.some((other) => isBehind(row, other))
}

function isBehind(row: OutboxRow, other: OutboxRow): boolean {
  const isOneQueue = other.userId === row.userId && other.claimedBy === row.claimedBy
  // Ids of one process grow even when its clock is set back, which would turn the times around.
  return (
    isOneQueue && other.kind === 'reply' && other.status === 'sending' && other.id < row.id && inOrder(other, row) < 0
  )
}

/** By creation; ids tell rows of one millisecond apart. */
function inOrder(a: OutboxRow, b: OutboxRow): number {
  return a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const OPEN = ['sending', 'waiting'] as const
const TROUBLED = ['refused', 'undecidable', 'given-up', 'dropped'] as const

/** How many rows there are of each status but 'accepted': those are many, and nobody asks. */
export async function countTroubled(read: Reader): Promise<Record<string, number>> {
  const counts = await Promise.all([
    ...OPEN.map(async (status) => [status, await read.count(outbox, 'byDue', [status])] as const),
    ...TROUBLED.map(async (status) => [status, await read.count(outbox, 'byTrouble', [status])] as const),
  ])
  return Object.fromEntries(counts)
}
