/** What people see while LINE fails in every way it knows: each answer once, each reminder once, and nothing lost. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { enqueuePushWith } from '../../src/app.ts'
import type { Worth } from '../../src/bot/types.ts'
import { type OutboxRow, outbox } from '../../src/line/index.ts'
import { createLog } from '../../src/log.ts'
import { hasBlocked } from '../../src/people/index.ts'
import type { Fault } from '../../src/simulator/index.ts'
import { openWorld, type PhoneDriver, type World } from '../support/world.ts'

const MANY = 1_000

let world: World
let person: PhoneDriver
let logBefore = 0

beforeAll(async () => {
  world = await openWorld({ lineTimeoutMs: 150, keepsLog: true })
})
afterAll(() => world.close())
beforeEach(async () => {
  person = await world.newGuest('ผู้ถาม')
  await person.says('เมนู')
  logBefore = world.logged().length
})
afterEach(async () => {
  world.simulator.faults.clear()
  world.simulator.setMonthlyQuota(15_000)
  // Whatever a test left waiting is gone before the next one begins.
  await world.passes(3_700)
  await world.passes(3_700)
})

const fails = (fault: Fault) => world.simulator.faults.add(fault)
const userIdOf = async (phone: PhoneDriver) =>
  (await world.simulator.phones()).find(({ id }) => id === phone.id)?.userId ?? ''
const loggedSince = (level: number) =>
  world
    .logged()
    .slice(logBefore)
    .filter((line) => Number(line.level) >= level)
    .map((line) => String(line.msg))
const ERROR = 50
const WARN = 40

async function shownTo(phone: PhoneDriver, work: () => Promise<void>): Promise<number> {
  const before = await phone.countOfBot()
  await work()
  return (await phone.countOfBot()) - before
}

let pushes = 0
async function pushTo(userId: string, worth: Worth = 'usual', text = 'แจ้งเตือน'): Promise<() => Promise<OutboxRow>> {
  pushes += 1
  const key = `push ${pushes}`
  const enqueue = enqueuePushWith(world.simulator.clock, createLog('silent'))
  await world.app.store.transaction((tx) =>
    enqueue(tx, { key, userId, replies: [{ kind: 'text', text: `${text} ${pushes}` }], worth }),
  )
  return async () => {
    const [row] = await world.app.store.find(outbox, 'byKey', [key])
    if (!row) throw new Error('the push is not there')
    return row
  }
}

const AMBIGUOUS: [string, string, Omit<Fault, 'on'>][] = [
  ['35', 'the connection is reset after LINE took it', { kind: 'reset', afterAccept: true }],
  ['35', 'the connection is reset before LINE took it', { kind: 'reset' }],
  ['36', 'a proxy answers in HTML', { kind: 'html' }],
  ['36', 'the answer is empty', { kind: 'empty' }],
  ['36', 'the answer breaks off half-way', { kind: 'truncated' }],
  ['37', 'LINE says 500 after it took it', { kind: 'error500', afterAccept: true }],
  ['37', 'LINE says 500 and took nothing', { kind: 'error500' }],
  ['38', 'LINE says nothing at all after it took it', { kind: 'hang', afterAccept: true }],
  ['38', 'LINE says nothing at all', { kind: 'hang' }],
  ['41', 'LINE has had too many calls', { kind: 'rateLimit' }],
]

describe('an answer is shown once', () => {
  it.each(AMBIGUOUS)('edge %s: %s', async (_number, _what, fault) => {
    const shown = await shownTo(person, async () => {
      fails({ on: 'reply', ...fault })
      await person.says('ช่วยเหลือ')
      await world.passes(3)
      await world.passes(90)
    })
    expect(shown).toBe(1)
    expect(loggedSince(ERROR)).toEqual([])
  })

  it('edge 34: that was certainly refused until its token died comes as a push', async () => {
    const shown = await shownTo(person, async () => {
      fails({ on: 'reply', kind: 'rateLimit', times: MANY })
      await person.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
      await world.passes(30)
      await world.passes(31)
    })
    expect(shown).toBe(1)
    expect(await person.reads()).toContain('อย่างน้อยปีละ')
  })

  it('edge 34: whose fate is unknown until its token died is never pushed, and counted apart', async () => {
    const shown = await shownTo(person, async () => {
      fails({ on: 'reply', kind: 'error500', times: MANY })
      await person.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
      await world.passes(30)
      await world.passes(31)
    })
    expect(shown).toBe(0)
    expect(loggedSince(WARN)).toContain('whether this reply was shown cannot be known; it is not sent again')
    const metrics = await (await fetch(`${world.app.origin}/metrics`)).text()
    expect(metrics).toMatch(/^sistercity_outgoing_messages\{status="undecidable"\} 1$/m)
    expect(metrics).toMatch(/^sistercity_dropped_total\{kind="reply",status="undecidable"\} 1$/m)
  })
})

describe('a push is shown once', () => {
  it.each(AMBIGUOUS)('edge %s: %s', async (_number, _what, fault) => {
    const shown = await shownTo(person, async () => {
      fails({ on: 'push', ...fault })
      const row = await pushTo(await userIdOf(person))
      await world.passes(1)
      await world.passes(3)
      await world.passes(90)
      expect(await row()).toMatchObject({ status: 'accepted' })
    })
    expect(shown).toBe(1)
  })

  it('edge 40: a known key without the request that used it is not tried again', async () => {
    fails({ on: 'push', kind: 'conflict' })
    const row = await pushTo(await userIdOf(person))
    await world.passes(1)
    await world.passes(90)
    expect(await row()).toMatchObject({ status: 'undecidable', attempts: 1 })
  })
})

describe('the month’s messages', () => {
  it('edge 41: used up: pushes wait, answers go on, the admin is told once, and all goes out when there are more', async () => {
    world.simulator.setMonthlyQuota(0)
    await world.passes(3_700)
    const row = await pushTo(await userIdOf(person))
    await world.passes(1)
    expect(await row()).toMatchObject({ status: 'waiting', lastError: expect.stringContaining('kept back') })
    await person.says('เมนู')
    await person.sees('ขั้นตอน')
    await world.admin.says('เมนู')
    await world.admin.sees('โควตาข้อความของ LINE เดือนนี้หมดแล้ว')
    await world.admin.says('เมนู')
    await world.admin.doesNotSee('โควตา')
    expect(loggedSince(ERROR)).toHaveLength(1)
    world.simulator.setMonthlyQuota(15_000)
    await world.passes(3_700)
    expect(await row()).toMatchObject({ status: 'accepted' })
  })

  it('edge 41: is not used up because LINE’s words say so, but because its figures do', async () => {
    fails({ on: 'push', kind: 'monthlyLimit' })
    const row = await pushTo(await userIdOf(person))
    await world.passes(1)
    expect(await row()).toMatchObject({ status: 'waiting', lastError: 'rate-limited' })
    await world.passes(5)
    expect(await row()).toMatchObject({ status: 'accepted' })
  })
})

describe('who cannot be reached', () => {
  it('edge 24: who blocked the bot while a push was waiting gets none of it, and the log names it', async () => {
    fails({ on: 'push', kind: 'rateLimit' })
    const row = await pushTo(await userIdOf(person))
    await world.passes(1)
    await person.blocks()
    await world.passes(5)
    expect(await row()).toMatchObject({ status: 'dropped', isOpen: false })
    expect(loggedSince(WARN)).toContain('a message was not sent on purpose')
    expect(loggedSince(ERROR)).toEqual([])
  })

  it('edge 24: whom LINE does not know is learnt from: nothing more is pushed to them', async () => {
    const stranger = `U${'9'.repeat(32)}`
    const first = await pushTo(stranger)
    await world.passes(1)
    expect(await first()).toMatchObject({ status: 'refused' })
    expect(await hasBlocked(world.app.store, stranger)).toBe(true)
    const second = await pushTo(stranger)
    await world.passes(1)
    expect(await second()).toMatchObject({ status: 'dropped', attempts: 0 })
  })
})

describe('the token', () => {
  it('edge 42: refused in the middle: nothing is lost, a person is called once, and all goes out afterwards', async () => {
    const shown = await shownTo(person, async () => {
      fails({ on: 'reply', kind: 'unauthorized', times: 2 })
      fails({ on: 'push', kind: 'unauthorized', times: 2 })
      await person.says('ต้องจัดกิจกรรมปีละกี่ครั้ง')
      await pushTo(await userIdOf(person))
      for (let at = 0; at < 8; at += 1) await world.passes(35)
    })
    expect(shown).toBe(2)
    expect(loggedSince(ERROR)).toEqual([
      'LINE does not take the channel access token: nothing is sent until it is renewed',
    ])
  })
})

it('one event can be followed through the log by its id: worked, sent', async () => {
  const eventId = await world.simulator.phone(person.id).say('เมนู')
  await world.app.idle()
  const steps = world.logged().filter((line) => line.eventId === eventId)
  expect(steps.map((line) => line.msg)).toEqual(['event worked', 'sent to LINE'])
})
