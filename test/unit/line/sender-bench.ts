/** A sender on a store of its own, with a LINE that answers as it is told and a clock that stands still. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { ManualClock } from '../../../src/clock.ts'
import {
  createQuotaGuard,
  createSender,
  createWordings,
  type OutboxRow,
  outbox,
  pushJob,
  type QuotaGuard,
  replyJob,
  type Sender,
  wordings,
} from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { openStore, type Store } from '../../../src/store/index.ts'
import { FakeLine } from './fake-line.ts'

export const SECOND = 1000
export const HOUR = 3600 * SECOND
export const SOMCHAI = 'U-somchai'

let folder: string
/** A module exports the variable and not what is in it: every test finds here what was made for it. */
export let store: Store
export let clock: ManualClock
export let line: FakeLine
export let errors: string[]
export let unreachable: Set<string>
export let sender: Sender
/** The last sender's. */
export let quota: QuotaGuard

/** Everything anew for each test of the file that calls this. */
export function useSender(): void {
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'outbox-'))
    store = await openStore({ sqliteFile: join(folder, 'store.db') }, [outbox, wordings])
    clock = new ManualClock('2026-11-21T02:00:00Z')
    line = new FakeLine()
    errors = []
    unreachable = new Set()
    restart('first process')
  })

  afterEach(async () => {
    await store.close()
    rmSync(folder, { recursive: true })
  })
}

/** The process that the tests speak of is another from here on. */
export function restart(owner: string, options: Parameters<typeof start>[1] = {}): void {
  sender = start(owner, options)
}

export function start(
  owner: string,
  options: Partial<Omit<Parameters<typeof createSender>[0], 'wordings'>> = {},
): Sender {
  const log = createLog('error', { write: (entry: string) => errors.push(JSON.parse(entry).msg) })
  quota = createQuotaGuard({ api: line, clock, log, onNews: () => {} })
  const recipients = {
    isUnreachable: async (_read: unknown, userId: string) => unreachable.has(userId),
    noteUnreachable: async (userId: string) => void unreachable.add(userId),
  }
  const wordings = createWordings(store, clock)
  return createSender({ store, api: line, clock, log, owner, quota, recipients, wordings, random: () => 0, ...options })
}

export async function stored(...rows: OutboxRow[]): Promise<OutboxRow[]> {
  await store.transaction((tx) => {
    for (const row of rows) tx.insert(outbox, row)
  })
  return rows
}

/** The store, whose transactions fail as often as `fails` says so. */
export function storeThatMayFail(fails: () => boolean): Store {
  const { get, find } = { get: store.get.bind(store), find: store.find.bind(store) }
  const transaction: Store['transaction'] = (work) =>
    fails() ? Promise.reject(new Error('no primary')) : store.transaction(work)
  return { ...store, get, find, transaction } as Store
}

const words = (text: string) => JSON.stringify([{ type: 'text', text }])

/** An answer to somebody's event, as the worker stores it. */
export function answer(text: string, over: Partial<Parameters<typeof replyJob>[0]> = {}): OutboxRow {
  const now = clock.now()
  const eventId = over.eventId ?? `event of ${text}`
  const base = { eventId, userId: SOMCHAI, replyToken: `token of ${text}`, tokenReceivedAt: now, occurredAt: now, now }
  return replyJob({ ...base, messagesJson: words(text), owner: 'first process', ...over })
}

export function message(text: string, over: Partial<Parameters<typeof pushJob>[0]> = {}): OutboxRow {
  return pushJob({ key: `key of ${text}`, userId: SOMCHAI, messagesJson: words(text), now: clock.now(), ...over })
}

export async function sweep(by: Sender = sender): Promise<void> {
  await by.sweepDue()
  await by.idle()
}

/** Time passes in small steps, with a sweep at each, as in the running program. */
export async function passes(ms: number, by: Sender = sender, stepMs = SECOND): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.forward(stepMs)
    await sweep(by)
  }
}

/** An answer that LINE has accepted is over: the store has it no longer. */
export const fateOf = async (row: OutboxRow | undefined) => (await store.get(outbox, row?.id ?? ''))?.status ?? 'over'
export const uncertain = { kind: 'uncertain', why: 'timeout' } as const
export const unreached = { kind: 'unreached', why: 'ECONNREFUSED' } as const
export const deadToken = { kind: 'dead-token' } as const
export const refused = (status: number, details: { message: string; property: string }[] = []) =>
  ({ kind: 'refused', status, message: 'no', details }) as const

export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
