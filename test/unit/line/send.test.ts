import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../src/clock.ts'
import {
  countTroubled,
  createQuotaGuard,
  createSender,
  type OutboxRow,
  outbox,
  pushJob,
  replyJob,
  type Sender,
} from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { DuplicateKey, openStore, type Store } from '../../../src/store/index.ts'
import { FakeLine } from './fake-line.ts'

const SECOND = 1000
const HOUR = 3600 * SECOND
const SOMCHAI = 'U-somchai'

let folder: string
let store: Store
let clock: ManualClock
let line: FakeLine
let errors: string[]
let news: string[]
let unreachable: Set<string>
let sender: Sender

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'))
  store = await openStore({ sqliteFile: join(folder, 'store.db') }, [outbox])
  clock = new ManualClock('2026-11-21T02:00:00Z')
  line = new FakeLine()
  errors = []
  news = []
  unreachable = new Set()
  sender = start('first process')
})

afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

function start(owner: string, options: Partial<Parameters<typeof createSender>[0]> = {}): Sender {
  const log = createLog('error', { write: (entry: string) => errors.push(JSON.parse(entry).msg) })
  const quota = createQuotaGuard({ api: line, clock, log, onNews: (one) => news.push(`${one.kind} ${one.month}`) })
  const recipients = {
    isUnreachable: async (_read: unknown, userId: string) => unreachable.has(userId),
    noteUnreachable: async (userId: string) => void unreachable.add(userId),
  }
  return createSender({ store, api: line, clock, log, owner, quota, recipients, random: () => 0, ...options })
}

async function stored(...rows: OutboxRow[]): Promise<OutboxRow[]> {
  await store.transaction((tx) => {
    for (const row of rows) tx.insert(outbox, row)
  })
  return rows
}

/** The store, whose transactions fail as often as `fails` says so. */
function storeThatMayFail(fails: () => boolean): Store {
  const { get, find } = { get: store.get.bind(store), find: store.find.bind(store) }
  const transaction: Store['transaction'] = (work) =>
    fails() ? Promise.reject(new Error('no primary')) : store.transaction(work)
  return { ...store, get, find, transaction } as Store
}

const words = (text: string) => JSON.stringify([{ type: 'text', text }])

/** An answer to somebody's event, as the worker stores it. */
function answer(text: string, over: Partial<Parameters<typeof replyJob>[0]> = {}): OutboxRow {
  const now = clock.now()
  const eventId = over.eventId ?? `event of ${text}`
  const base = { eventId, userId: SOMCHAI, replyToken: `token of ${text}`, tokenReceivedAt: now, occurredAt: now, now }
  return replyJob({ ...base, messagesJson: words(text), owner: 'first process', ...over })
}

function message(text: string, over: Partial<Parameters<typeof pushJob>[0]> = {}): OutboxRow {
  return pushJob({ key: `key of ${text}`, userId: SOMCHAI, messagesJson: words(text), now: clock.now(), ...over })
}

async function sweep(by: Sender = sender): Promise<void> {
  await by.sweepDue()
  await by.idle()
}

/** Time passes in small steps, with a sweep at each, as in the running program. */
async function passes(ms: number, by: Sender = sender, stepMs = SECOND): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.forward(stepMs)
    await sweep(by)
  }
}

/** An answer that LINE has accepted is over: the store has it no longer. */
const fateOf = async (row: OutboxRow | undefined) => (await store.get(outbox, row?.id ?? ''))?.status ?? 'over'
const uncertain = { kind: 'uncertain', why: 'timeout' } as const
const unreached = { kind: 'unreached', why: 'ECONNREFUSED' } as const
const deadToken = { kind: 'dead-token' } as const
const refused = (status: number, details: { message: string; property: string }[] = []) =>
  ({ kind: 'refused', status, message: 'no', details }) as const

describe('an answer', () => {
  test('is shown once by its reply token, and is gone from the store', async () => {
    const [row] = await stored(answer('สวัสดี'))
    await sender.sendNow(row ? [row] : [])
    await passes(120 * SECOND, sender, 10 * SECOND)
    expect(line.shown).toEqual([{ to: 'token of สวัสดี', by: 'reply', text: 'สวัสดี' }])
    expect(await fateOf(row)).toBe('over')
  })

  test('to an event without a token goes out as a push', async () => {
    await sender.sendNow(await stored(answer('ก', { replyToken: undefined })))
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })

  test('that LINE could not be reached for becomes a push when its token has died', async () => {
    line.faults = Array(20).fill(unreached)
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(59 * SECOND)
    expect(line.shown).toEqual([])
    line.faults = []
    clock.forward(2 * SECOND)
    await sweep()
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })

  test('edge 34: that was worked on for too long becomes a push without trying the token', async () => {
    const rows = await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 60 * SECOND) }))
    await sender.sendNow(rows)
    expect(line.calls).toHaveLength(1)
    expect(line.shown).toMatchObject([{ by: 'push' }])
  })

  test('edge 34: worked on for 59 seconds is still a reply', async () => {
    await sender.sendNow(await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 59 * SECOND) })))
    expect(line.shown).toMatchObject([{ by: 'reply' }])
  })

  test('to an event of 20 minutes ago, redelivered just now, is a push', async () => {
    await sender.sendNow(await stored(answer('ก', { occurredAt: new Date(clock.now().getTime() - 20 * 60 * SECOND) })))
    expect(line.shown).toMatchObject([{ by: 'push' }])
  })

  test('whose token LINE calls dead at the first try was not shown, so it becomes a push', async () => {
    line.killToken('token of ก')
    await sender.sendNow(await stored(answer('ก')))
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ก' }])
  })
})

describe('an answer whose fate is unknown is never a push', () => {
  test('edge 35: it was shown: LINE says that the token was used', async () => {
    line.faults = ['accepts silently']
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(3 * SECOND)
    expect(line.calls).toEqual(['reply token of ก', 'reply token of ก'])
    expect(line.shown).toHaveLength(1)
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('it was not shown: the same token shows it now', async () => {
    line.faults = [uncertain]
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(3 * SECOND)
    expect(line.shown).toHaveLength(1)
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('its token died meanwhile: undecidable, counted, and nothing more is sent', async () => {
    line.faults = Array(100).fill(uncertain)
    const rows = await stored(answer('ก'))
    await sender.sendNow(rows)
    await passes(90 * SECOND)
    const tries = line.calls.length
    await passes(HOUR, sender, 60 * SECOND)
    expect(line.calls).toHaveLength(tries)
    expect(line.calls.every((call) => call.startsWith('reply'))).toBe(true)
    expect(await fateOf(rows[0])).toBe('undecidable')
    expect(await countTroubled(store)).toMatchObject({ undecidable: 1, refused: 0, waiting: 0, sending: 0 })
  })

  test('LINE says that the token is dead, but too late to tell why: undecidable', async () => {
    line.faults = [uncertain]
    const rows = await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 58 * SECOND) }))
    await sender.sendNow(rows)
    clock.forward(1500)
    line.reply = async () => {
      clock.forward(SECOND)
      return deadToken
    }
    await sweep()
    expect(await fateOf(rows[0])).toBe('undecidable')
    expect(line.shown).toEqual([])
  })

  test('LINE calls the token dead a moment before its minute is over by our clock: it may have died by itself', async () => {
    line.faults = [uncertain]
    const rows = await stored(answer('ก', { tokenReceivedAt: new Date(clock.now().getTime() - 55 * SECOND) }))
    await sender.sendNow(rows)
    line.killToken('token of ก')
    await passes(3 * SECOND)
    expect(line.calls).toHaveLength(2)
    expect(await fateOf(rows[0])).toBe('undecidable')
    expect(line.shown).toEqual([])
  })
})

describe('a process that ended while it was sending', () => {
  test('an answer that was shown is not shown again', async () => {
    line.faults = ['hangs']
    const rows = await stored(answer('ก'))
    void sender.sendNow(rows)
    await until(() => line.calls.length === 1)
    line.killToken('token of ก')
    const second = start('second process')
    await passes(14 * SECOND, second)
    expect(line.calls).toHaveLength(1)
    await passes(2 * SECOND, second)
    expect(line.calls).toEqual(['reply token of ก', 'reply token of ก'])
    expect(await fateOf(rows[0])).toBe('over')
    expect(line.shown).toEqual([])
  })

  test('an answer that was never sent is shown by the next process', async () => {
    const rows = await stored(answer('ก'))
    const second = start('second process')
    await passes(16 * SECOND, second)
    expect(line.shown).toMatchObject([{ by: 'reply' }])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('the only process of its store need not wait for the claim to end', async () => {
    await stored(answer('ก'), message('ข', { owner: 'first process', userId: 'U-anan' }))
    await sweep(start('second process', { isGone: () => true }))
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข'])
  })

  test('started again after a minute: the answer is undecidable, the push is sent by its key', async () => {
    const [reply, push] = await stored(answer('ก'), message('ข', { owner: 'first process', userId: 'U-anan' }))
    clock.forward(61 * SECOND)
    await sweep(start('second process', { isGone: () => true }))
    expect(await fateOf(reply)).toBe('undecidable')
    expect(await fateOf(push)).toBe('accepted')
    expect(line.shown).toEqual([{ to: 'U-anan', by: 'push', text: 'ข' }])
  })

  test('of one person’s answers only the first was on its way: those behind it are not undecidable', async () => {
    const [first, second, other] = await stored(answer('ก'), answer('ข'), answer('ค', { userId: 'U-anan' }))
    clock.forward(61 * SECOND)
    const next = start('second process', { isGone: () => true })
    await sweep(next)
    await passes(3 * SECOND, next)
    expect(await fateOf(first)).toBe('undecidable')
    expect(await fateOf(other)).toBe('undecidable')
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'ข' }])
    expect(await fateOf(second)).toBe('over')
  })

  test('answers that two processes had for one person may both have been on their way', async () => {
    const rows = await stored(answer('ก'), answer('ข', { owner: 'a third process' }))
    clock.forward(61 * SECOND)
    await sweep(start('second process', { isGone: () => true }))
    expect(await Promise.all(rows.map(fateOf))).toEqual(['undecidable', 'undecidable'])
  })

  test('nor is the order trusted when the clock was set back between two answers', async () => {
    const first = answer('ก')
    clock.moveTo(new Date(clock.now().getTime() - 5 * SECOND))
    const rows = await stored(first, answer('ข'))
    clock.forward(70 * SECOND)
    await sweep(start('second process', { isGone: () => true }))
    expect(await Promise.all(rows.map(fateOf))).toEqual(['undecidable', 'undecidable'])
  })

  test('two processes that sweep at once send it once', async () => {
    await stored(message('ก'), message('ข', { userId: 'U-anan' }))
    const second = start('second process')
    await Promise.all([sweep(sender), sweep(second), sweep(sender), sweep(second)])
    expect(line.calls).toHaveLength(2)
  })

  test('one that is stopped in order leaves what it had not tried as untried', async () => {
    const row = answer('ก', { replyToken: undefined })
    const rows = await stored(row, answer('ข', { eventId: 'e2' }))
    const stopping = sender.stop()
    await sender.sendNow(rows)
    await stopping
    expect(line.calls).toEqual([])
    expect(await store.get(outbox, row.id)).toMatchObject({ status: 'waiting', uncertainTries: 0 })
    await sweep(start('second process'))
    await passes(2 * SECOND, start('third process'))
    expect(line.shown).toHaveLength(2)
  })
})

describe('a store that is away for a while', () => {
  test('an answer whose commit nobody confirmed is sent at the next look, and is not uncertain', async () => {
    const [row] = await stored(answer('ก'))
    line.faults = [unreached]
    await sweep()
    expect(await store.get(outbox, row?.id ?? '')).toMatchObject({ status: 'waiting', uncertainTries: 0 })
    await passes(2 * SECOND)
    expect(line.shown).toEqual([{ to: 'token of ก', by: 'reply', text: 'ก' }])
  })

  test('the next answer does not overtake it, also in a process that is alone', async () => {
    sender = start('first process', { isAlone: () => true })
    await sweep()
    await stored(answer('ก'))
    sender.loseTrack()
    clock.forward(1)
    await sender.sendNow(await stored(answer('ข')))
    await passes(3 * SECOND)
    expect(line.shown.map(({ text }) => text)).toEqual(['ก', 'ข'])
  })

  test('what LINE said is written when the store is back, and LINE is not asked again', async () => {
    let refusals = 2
    const failing = storeThatMayFail(() => {
      refusals -= 1
      return refusals >= 0
    })
    const rows = await stored(answer('ก'))
    await start('first process', { store: failing }).sendNow(rows)
    expect(line.calls).toEqual(['reply token of ก'])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('what was tried and could not be written is uncertain also to the process itself', async () => {
    line.faults = ['accepts silently']
    const rows = await stored(answer('ก'))
    const stopped = start('first process', { store: storeThatMayFail(() => true) })
    const sending = stopped.sendNow(rows)
    await until(() => line.calls.length === 1)
    await stopped.stop()
    await sending
    await sweep(start('second process', { isGone: () => true }))
    expect(await fateOf(rows[0])).toBe('over')
    expect(line.shown).toHaveLength(1)
  })
})

describe('a push', () => {
  test('leaves its key, so that it is not stored again, and neither its words nor its reader', async () => {
    const rows = await stored(message('ก'))
    await sweep()
    expect(await store.get(outbox, rows[0]?.id ?? '')).toMatchObject({
      status: 'accepted',
      key: rows[0]?.key,
      userId: '',
      messagesJson: '[]',
    })
    await expect(stored(message('ก'))).rejects.toThrow(DuplicateKey)
  })

  test('edge 37: is tried again with the same key and the same bytes, and shown once', async () => {
    line.faults = ['accepts silently', uncertain]
    const rows = await stored(message('ก'))
    await sweep()
    await passes(10 * SECOND)
    expect(line.calls).toHaveLength(3)
    expect(new Set(line.calls).size).toBe(1)
    expect(line.shown).toHaveLength(1)
    expect(await fateOf(rows[0])).toBe('accepted')
  })

  test('edge 38: survives a restart between its tries with the same key', async () => {
    line.faults = ['accepts silently']
    await stored(message('ก'))
    await sweep()
    await passes(10 * SECOND, start('second process'))
    expect(line.shown).toHaveLength(1)
    expect(new Set(line.calls).size).toBe(1)
  })

  test('edge 39: with an unknown fate is given up after 20 hours, and a person is told', async () => {
    line.faults = Array(1000).fill(uncertain)
    const rows = await stored(message('ก'))
    await sweep()
    await passes(19.5 * HOUR, sender, 300 * SECOND)
    expect(await fateOf(rows[0])).toBe('waiting')
    const tries = line.calls.length
    await passes(HOUR, sender, 300 * SECOND)
    expect(await fateOf(rows[0])).toBe('given-up')
    line.faults = []
    await passes(10 * HOUR, sender, HOUR)
    expect(line.calls.length).toBeLessThan(tries + 10)
    expect(line.shown).toEqual([])
    expect(errors).toEqual(['a message was given up'])
  })

  test('that certainly did not arrive is sent even days later', async () => {
    line.faults = Array(500).fill(unreached)
    await stored(message('ก'))
    await sweep()
    await passes(72 * HOUR, sender, 600 * SECOND)
    line.faults = []
    await passes(HOUR, sender, 600 * SECOND)
    expect(line.shown).toHaveLength(1)
  })

  test('edge 43: that LINE refuses for good is told once and does not hold up the next', async () => {
    line.faults = [refused(403)]
    const rows = await stored(message('ก'), message('ข', { now: new Date(clock.now().getTime() + 1) }))
    await sweep()
    await passes(3 * SECOND)
    expect(await fateOf(rows[0])).toBe('refused')
    expect(line.shown).toMatchObject([{ text: 'ข' }])
    expect(errors).toEqual(['LINE refused a message for good'])
  })

  test('edge 40: with a known key and no request id: it cannot be told what was accepted', async () => {
    line.faults = [refused(409)]
    const rows = await stored(message('ก'))
    await sweep()
    expect(await fateOf(rows[0])).toBe('undecidable')
  })

  test('has one row for its key, whoever stores it again', async () => {
    await stored(message('ก'))
    await expect(stored(message('ก'))).rejects.toThrow('byKey')
  })
})

describe('messages that LINE refuses are said in plain words, once', () => {
  const card = JSON.stringify([{ type: 'flex', altText: 'คู่ของเชียงราย', contents: {} }])
  const details = [{ message: 'invalid property', property: '/body/contents/0' }]

  test('an answer', async () => {
    line.faults = [refused(400)]
    const rows = await stored(answer('ก', { messagesJson: card }))
    await sender.sendNow(rows)
    expect(line.shown).toEqual([{ to: 'token of ก', by: 'reply', text: 'คู่ของเชียงราย' }])
    expect(await fateOf(rows[0])).toBe('over')
  })

  test('a push, under a new key', async () => {
    line.faults = [refused(400, details)]
    await stored(message('ก', { messagesJson: card }))
    await sweep()
    expect(line.shown).toEqual([{ to: SOMCHAI, by: 'push', text: 'คู่ของเชียงราย' }])
    expect(new Set(line.calls).size).toBe(2)
  })

  test('refused once more, it is refused for good', async () => {
    line.faults = [refused(400), refused(400)]
    const rows = await stored(answer('ก', { messagesJson: card }))
    await sender.sendNow(rows)
    expect(await fateOf(rows[0])).toBe('refused')
    expect(line.calls).toHaveLength(2)
  })
})

describe('what stops more than one message', () => {
  test('edge 41: a used-up month: pushes wait, answers go on, and a person is told once', async () => {
    line.faults = [{ kind: 'quota-gone' }]
    await stored(message('ก'), message('ข', { userId: 'U-anan' }))
    await sweep()
    await passes(600 * SECOND, sender, 60 * SECOND)
    await sender.sendNow(await stored(answer('ค')))
    expect(line.shown.map(({ text }) => text)).toContain('ค')
    expect(line.calls.filter((call) => call.startsWith('push')).length).toBeLessThanOrEqual(2)
    line.faults = [{ kind: 'quota-gone' }]
    await passes(2 * HOUR, sender, 600 * SECOND)
    await passes(2 * HOUR, sender, 600 * SECOND)
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข', 'ค'])
    expect(errors).toHaveLength(1)
  })

  test('edge 42: a token that LINE does not take: everything waits, a person is told once, and all goes out afterwards', async () => {
    line.faults = Array(3).fill({ kind: 'unauthorised' })
    await stored(message('ก'), message('ข', { userId: 'U-anan' }))
    await sweep()
    await sender.sendNow(await stored(answer('ค', { userId: 'U-malee' })))
    await passes(40 * SECOND)
    await passes(120 * SECOND)
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข', 'ค'])
    expect(errors).toHaveLength(1)
  })

  test('edge 41: too many calls: the same one again, later', async () => {
    line.faults = [{ kind: 'rate-limited' }]
    await sender.sendNow(await stored(answer('ก')))
    expect(line.shown).toEqual([])
    await passes(2 * SECOND)
    expect(line.shown).toMatchObject([{ by: 'reply', text: 'ก' }])
  })
})

describe('what a push is worth', () => {
  const late = (text: string, over: Parameters<typeof answer>[1] = {}) =>
    answer(text, { tokenReceivedAt: new Date(clock.now().getTime() - 61 * SECOND), ...over })

  test('a menu that comes too late is not sent when half the month is gone, and the log names it', async () => {
    line.month = { limit: 300, used: 150 }
    const rows = await stored(late('เมนู', { worth: 'courtesy' }), late('คำตอบ', { userId: 'U-anan' }))
    await sender.sendNow(rows)
    expect(line.shown.map(({ text }) => text)).toEqual(['คำตอบ'])
    expect(await store.get(outbox, rows[0]?.id ?? '')).toMatchObject({ status: 'dropped', isOpen: false })
  })

  test('and is sent while there are plenty', async () => {
    line.month = { limit: 300, used: 0 }
    await sender.sendNow(await stored(late('เมนู', { worth: 'courtesy' })))
    expect(line.shown).toMatchObject([{ by: 'push' }])
  })

  test('reminders stop at the reserve, the supervisor’s goes on, and the rest goes out when the plan is larger', async () => {
    line.month = { limit: 300, used: 269 }
    await stored(message('ก'), message('ข', { userId: 'U-anan' }), message('ค', { userId: 'U-malee', worth: 'urgent' }))
    await sweep()
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ค'])
    expect(errors).toEqual([])
    line.month = { limit: 1000, used: 271 }
    await passes(2 * HOUR, sender, 600 * SECOND)
    expect(line.shown.map(({ text }) => text).sort()).toEqual(['ก', 'ข', 'ค'])
  })

  test('one that may have been shown is asked about with its key, though nothing is left', async () => {
    line.month = { limit: 300, used: 299 }
    line.faults = ['accepts silently']
    const rows = await stored(message('ก', { worth: 'urgent' }))
    await sweep()
    await passes(3 * SECOND)
    expect(await fateOf(rows[0])).toBe('accepted')
    expect(line.shown).toHaveLength(1)
  })
})

describe('edge 24: who cannot be reached', () => {
  test('gets no push, and the month keeps it', async () => {
    line.month = { limit: 300, used: 0 }
    unreachable.add(SOMCHAI)
    const rows = await stored(message('ก'))
    await sweep()
    expect(line.calls).toEqual([])
    expect(await fateOf(rows[0])).toBe('dropped')
    expect(errors).toEqual([])
  })

  test('is learnt from LINE’s refusal, once', async () => {
    line.faults = [refused(400)]
    await stored(message('ก'), message('ข', { now: new Date(clock.now().getTime() + 1) }))
    await sweep()
    await passes(3 * SECOND)
    expect(unreachable).toEqual(new Set([SOMCHAI]))
    expect(line.calls).toHaveLength(1)
  })

  test('but is not held for unreachable when the messages were at fault', async () => {
    line.faults = [refused(400, [{ message: 'invalid property', property: '/body' }])]
    await stored(message('ก'))
    await sweep()
    expect(unreachable.size).toBe(0)
  })

  test('has just written: the late answer is sent', async () => {
    unreachable.add(SOMCHAI)
    await sender.sendNow(await stored(answer('ก', { replyToken: undefined })))
    expect(line.shown).toHaveLength(1)
  })
})

describe.each([
  ['by the only process', true],
  ['by one of several processes', false],
])('one person’s messages, sent %s', (_by, isAlone) => {
  beforeEach(async () => {
    sender = start('first process', { isAlone: () => isAlone, isGone: (owner) => owner === 'a dead process' })
    await sweep()
  })

  const inARow = (...texts: string[]) =>
    texts.map((text, i) => answer(text, { now: new Date(clock.now().getTime() + i), tokenReceivedAt: clock.now() }))

  test('go out in the order in which they were stored, also when the first has to be tried again', async () => {
    line.faults = [unreached]
    await sender.sendNow(await stored(...inARow('หนึ่ง', 'สอง', 'สาม')))
    await passes(5 * SECOND)
    expect(line.shown.map(({ text }) => text)).toEqual(['หนึ่ง', 'สอง', 'สาม'])
  })

  test('wait for one that is put off, however many come meanwhile, and for each of those in turn', async () => {
    line.faults = [unreached, unreached]
    await sender.sendNow(await stored(...inARow('หนึ่ง', 'สอง')))
    await sender.sendNow(await stored(answer('สาม', { now: new Date(clock.now().getTime() + 5) })))
    expect(line.shown).toEqual([])
    await passes(10 * SECOND)
    await sender.sendNow(await stored(answer('สี่')))
    expect(line.shown.map(({ text }) => text)).toEqual(['หนึ่ง', 'สอง', 'สาม', 'สี่'])
  })

  test('wait for one that a process left which has ended', async () => {
    const next = start('next process', { isAlone: () => isAlone, isGone: (owner) => owner === 'a dead process' })
    await stored(answer('เหลือไว้', { owner: 'a dead process' }))
    clock.forward(1)
    const rows = await stored(answer('ใหม่', { owner: 'next process' }))
    await next.sendNow(rows)
    await passes(5 * SECOND, next)
    expect(line.shown.map(({ text }) => text)).toEqual(['เหลือไว้', 'ใหม่'])
  })

  test('an answer does not wait for a push that waits', async () => {
    line.faults = [unreached]
    await stored(message('เตือน'))
    await sweep()
    clock.forward(1)
    await sender.sendNow(await stored(answer('ตอบ')))
    expect(line.shown.map(({ text }) => text)).toEqual(['ตอบ'])
  })

  test('and another person’s do not wait for them', async () => {
    line.faults = ['hangs']
    void sender.sendNow(await stored(answer('หนึ่ง')))
    await until(() => line.calls.length === 1)
    await sender.sendNow(await stored(answer('สอง', { userId: 'U-anan' })))
    expect(line.shown.map(({ text }) => text)).toEqual(['สอง'])
  })
})

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}
