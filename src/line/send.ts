/**
 * Sends the outbox: at once what the worker hands over, and in sweeps what waited, or was left by a process that ended.
 * One person's messages go out in the order in which they were stored. What LINE said is written as soon as the store takes
 * it; what a process had tried when it ended is uncertain.
 */
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Meters } from '../meters.ts'
import { Conflict, type Store, type Stored } from '../store/index.ts'
import type { LineApi } from './api.ts'
import { createHolds } from './holds.ts'
import { createLanes } from './lanes.ts'
import { abandonedRows, CLAIM_MS, claimEnd, dueRows, isUntried, type OutboxRow, outbox, retryKeyOf } from './outbox.ts'
import type { LineOutcome } from './outcome.ts'
import { createPushGate, type Recipients } from './push-gate.ts'
import type { QuotaGuard } from './quota.ts'
import { logFate } from './send-log.ts'
import {
  afterSilence,
  afterTry,
  asKept,
  beforeTry,
  isAboutRecipient,
  isOver,
  waitUntil,
  withoutWords,
} from './send-rules.ts'
import { createTurns } from './turns.ts'
import type { Wordings } from './wordings.ts'

export interface SenderParts {
  readonly store: Store
  readonly api: Pick<LineApi, 'reply' | 'push'>
  readonly clock: Clock
  readonly log: Log
  /** This process, as it stands in the rows it claims. */
  readonly owner: string
  readonly quota: QuotaGuard
  readonly recipients: Recipients
  readonly wordings: Pick<Wordings, 'read'>
  readonly meters?: Pick<Meters, 'sent' | 'settled'>
  /** Tells of a process that no longer works: what it left is taken over without waiting for its claim to end. */
  readonly isGone?: (owner: string) => boolean
  /** No other process is known to send from this store; default: there may be others. */
  readonly isAlone?: () => boolean
  /** 0 to 1; spreads retries. */
  readonly random?: () => number
}

export interface Sender {
  /** Sends rows whose insertion, claimed by this process, was committed. Resolves when each was tried. */
  sendNow(rows: readonly OutboxRow[]): Promise<void>
  /**
   * Takes up what is due, to be called every second or so; resolves when it was taken up, not when it was sent.
   * @throws what the store throws
   */
  sweepDue(): Promise<void>
  /** A commit was not confirmed: the store may hold rows of this process that it was never handed. */
  loseTrack(): void
  /** Resolves when nothing is being sent. */
  idle(): Promise<void>
  /** Finishes what is in flight and leaves the rest to the next start, certainly untried. */
  stop(): Promise<void>
}

const BATCH = 200
/** Each holds its place until what LINE said is written. */
const CALLS_AT_ONCE = 256
/** A row that waited in its lane is claimed anew before it is tried, so that the claim outlives the call. */
const CLAIM_WORTH_MS = CLAIM_MS - 2_000
const LOOK_AGAIN_MS = 1_000
/** A reply token lives no longer than these tries to write down what became of its message. */
const SAVE_AGAIN = { everyMs: 250, times: 240 }

type Row = Stored<OutboxRow>

export function createSender(parts: SenderParts): Sender {
  const { store, api, clock, log, owner, quota, recipients, wordings, meters, random = Math.random } = parts
  const gate = createPushGate(store, quota, recipients)
  const lanes = createLanes(CALLS_AT_ONCE)
  const holds = createHolds(log)
  const turns = createTurns(store, (id) => inHand.has(id), parts.isAlone ?? (() => false))
  const inHand = new Set<string>()
  /** Rows that this process has called LINE for without having written what became of it. */
  const tried = new Set<string>()
  let stopping = false

  /** @returns the row as stored; undefined when another process has it */
  async function save(row: Row): Promise<Row | undefined> {
    try {
      await store.transaction((tx) => (isOver(row) ? tx.remove(outbox, row) : tx.replace(outbox, asKept(row))))
      turns.note(row)
      return { ...row, rev: row.rev + 1 }
    } catch (error) {
      if (!(error instanceof Conflict)) throw error
      log.warn({ outboxId: row.id }, 'another process took over a message')
      return undefined
    }
  }

  /** Only this process knows what LINE said: a store that is away for a while must not make it uncertain. */
  async function saveAtLast(row: Row): Promise<Row | undefined> {
    for (let times = 1; ; times += 1) {
      try {
        return await save(row)
      } catch (error) {
        if (stopping || times >= SAVE_AGAIN.times) throw error
        log.warn({ err: error, outboxId: row.id }, 'the store refused what became of a message; tried again')
        await pause(SAVE_AGAIN.everyMs)
      }
    }
  }

  function take(row: Row, work: (row: Row) => Promise<void>): Promise<void> {
    if (inHand.has(row.id)) return Promise.resolve()
    inHand.add(row.id)
    return lanes
      .run(row.userId, () => work(row))
      .catch((error) => log.error({ err: error, outboxId: row.id }, 'the store refused; the message is taken up later'))
      .finally(() => inHand.delete(row.id))
  }

  /** A row of the sweep: claimed first, and uncertain when somebody who claimed it before may have tried it. */
  async function claimAndSend(row: Row, others: readonly Row[]): Promise<void> {
    if (stopping) return
    const claimedAt = new Date(row.nextTryAt.getTime() - CLAIM_MS)
    const mayBeSent = row.status === 'sending' && !isOwnUntried(row) && !isUntried(row, others)
    const known = mayBeSent ? { ...row, ...afterSilence(row, claimedAt) } : row
    // None is claimed as a reply whose token is dead: one that is left by whoever claimed it may have been tried.
    const ready = { ...known, ...beforeTry(known, clock.now()) }
    const claimed = ready.isOpen ? await save(claimedNow(ready)) : await settle(ready)
    if (claimed) await send(claimed)
  }

  function claimedNow(row: Row): Row {
    return { ...row, status: 'sending', claimedBy: owner, nextTryAt: claimEnd(clock.now()) }
  }

  /** Sends a row that this process has claimed, until its fate is known or it has to wait. */
  async function send(claimed: Row): Promise<void> {
    let row: Row | undefined = claimed
    while (row?.status === 'sending') row = await sendOnce(row)
  }

  async function sendOnce(row: Row): Promise<Row | undefined> {
    const wait = await mustWait(row)
    if (wait) return save({ ...row, ...waitUntil(row, wait) })
    const ready = beforeTry(row, clock.now())
    if (ready !== row) return settle({ ...row, ...ready })
    if (row.nextTryAt.getTime() - clock.now().getTime() < CLAIM_WORTH_MS) return save(claimedNow(row))
    const words = row.wording === undefined ? row.messagesJson : await wordings.read(row.wording)
    if (words === undefined) return settle({ ...row, ...withoutWords(row) })
    const stopped = row.kind === 'push' ? await gate.stop(row, clock.now()) : undefined
    if (stopped) return stopped.status === 'waiting' ? save(stopped) : settle(stopped)
    const worded = { ...row, messagesJson: words }
    tried.add(row.id)
    const outcome = await call(worded)
    const next = await settle({ ...row, ...afterTry(worded, outcome, { now: clock.now(), random: random() }) })
    tried.delete(row.id)
    await learn(row, outcome)
    return next
  }

  /** What LINE's answer says about more than this one message. */
  async function learn(row: Row, outcome: LineOutcome): Promise<void> {
    const now = clock.now()
    holds.note(row.kind, outcome, now)
    meters?.sent(row.kind, outcome.kind, row.tokenReceivedAt && now.getTime() - row.tokenReceivedAt.getTime())
    if (row.kind !== 'push') return
    if (outcome.kind === 'quota-gone') quota.noteGone()
    else if (outcome.kind !== 'accepted' && outcome.kind !== 'uncertain') quota.giveBack()
    if (isAboutRecipient(row, outcome)) await recipients.noteUnreachable(row.userId)
  }

  async function mustWait(row: Row): Promise<Date | undefined> {
    const now = clock.now()
    if (stopping) return now
    const before = await turns.before(row)
    if (!before) return holds.until(row.kind, now)
    const soon = new Date(now.getTime() + LOOK_AGAIN_MS)
    return before.status === 'waiting' && before.nextTryAt > soon ? before.nextTryAt : soon
  }

  function call({ kind, key, isPlain, userId, replyToken = '', messagesJson, retryKey }: Row): Promise<LineOutcome> {
    if (kind === 'reply') return api.reply(replyToken, messagesJson)
    return api.push(userId, messagesJson, retryKey ?? retryKeyOf(key, isPlain))
  }

  async function settle(row: Row): Promise<Row | undefined> {
    const saved = await saveAtLast(row)
    if (saved) {
      logFate(saved, log)
      meters?.settled(saved.kind, saved.status)
    }
    return saved
  }

  /**
   * Of our own rows those that this process does not have in hand: their commit was not confirmed, so nobody was told of
   * them, or the store was away for too long.
   */
  function isLeft({ id, claimedBy }: OutboxRow, known: ReadonlySet<string>): boolean {
    if (claimedBy === undefined) return false
    if (claimedBy !== owner) return parts.isGone?.(claimedBy) ?? false
    return !known.has(id) && !inHand.has(id)
  }

  function isOwnUntried({ id, claimedBy }: OutboxRow): boolean {
    return claimedBy === owner && !tried.has(id)
  }

  async function sweepDue(): Promise<void> {
    if (stopping) return
    await turns.keepUp()
    // What is in hand now may be done by the time the store has answered.
    const known = new Set(inHand)
    const abandoned = await abandonedRows(store, (row) => isLeft(row, known))
    const rows = [...abandoned, ...(await dueRows(store, clock.now(), BATCH))]
    for (const row of rows) void take(row, (taken) => claimAndSend(taken, rows))
  }

  return {
    sweepDue,
    loseTrack: turns.loseTrack,
    idle: () => lanes.idle(),
    async sendNow(rows) {
      await Promise.all(rows.map((row) => take({ ...row, rev: 1 }, send)))
    },
    async stop() {
      stopping = true
      await lanes.idle()
    },
  }
}
