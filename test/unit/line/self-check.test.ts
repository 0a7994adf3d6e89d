import { beforeEach, describe, expect, test } from 'vitest'
import { ManualClock } from '../../../src/clock.ts'
import { type LineApi, meetLine, type QuotaGuard } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'

const OURS = 'https://bot.example.go.th'
const HOUR = 3_600_000
const accepted = <Value>(value: Value) => ({ kind: 'accepted', value }) as const
const notFound = { kind: 'refused', status: 404, message: 'Not found', details: [] } as const

let said: string[]
let clock: ManualClock
let quotaReads: number
let menus: number
let line: Partial<Record<'botInfo' | 'webhookEndpoint', unknown>>

beforeEach(() => {
  said = []
  clock = new ManualClock('2026-11-19T03:00:00Z')
  quotaReads = 0
  menus = 0
  line = {
    botInfo: accepted({ userId: 'Ubot', displayName: 'ผู้ช่วย' }),
    webhookEndpoint: accepted({ endpoint: `${OURS}/webhook`, active: true }),
  }
})

function meet(publicUrl: string | undefined = OURS) {
  const levels: Record<number, string> = { 30: 'info', 40: 'warn', 50: 'error' }
  const log = createLog('info', {
    write: (entry: string) => {
      const { level, msg } = JSON.parse(entry)
      said.push(`${levels[level]}: ${msg}`)
    },
  })
  const richMenus = {
    list: async () => {
      menus += 1
      return { kind: 'unreached', why: 'test' }
    },
  }
  const api = { botInfo: async () => line.botInfo, webhookEndpoint: async () => line.webhookEndpoint, richMenus }
  const read = async () => {
    quotaReads += 1
  }
  const quota = { read } as unknown as QuotaGuard
  return meetLine({ api: api as unknown as LineApi, quota, clock, log, publicUrl })
}

describe('at the start the program says', () => {
  test('that the token is good and that webhooks come here', async () => {
    const acquaintance = meet()
    await acquaintance.keepUp()
    expect(acquaintance.botUserId()).toBe('Ubot')
    expect(said).toEqual(
      expect.arrayContaining(['info: LINE accepts the channel access token', 'info: LINE sends webhooks here']),
    )
  })

  test('that the token is refused', async () => {
    line.botInfo = { kind: 'unauthorised' }
    await meet().keepUp()
    expect(said).toContain('error: LINE refuses the channel access token: issue a new one and start again')
  })

  test('that webhooks are switched off', async () => {
    line.webhookEndpoint = accepted({ endpoint: `${OURS}/webhook`, active: false })
    await meet().keepUp()
    expect(said).toContain('error: LINE sends no webhooks: turn "Use webhook" on in the console')
  })

  test('that webhooks go to another address', async () => {
    line.webhookEndpoint = accepted({ endpoint: 'https://old.example.go.th/webhook', active: true })
    await meet().keepUp()
    expect(said).toContain('warn: LINE sends webhooks to another address')
  })

  test('nothing about an address where it does not know its own', async () => {
    line.webhookEndpoint = accepted({ endpoint: 'http://127.0.0.1:3000/webhook', active: true })
    await meet('').keepUp()
    expect(said).toContain('info: LINE sends webhooks here')
  })

  test('that a platform answers hardly anything, and goes on', async () => {
    line = { botInfo: notFound, webhookEndpoint: notFound }
    const acquaintance = meet()
    await acquaintance.keepUp()
    expect(acquaintance.botUserId()).toBeUndefined()
    expect(menus).toBe(0)
  })
})

describe('later', () => {
  test('it asks again who it is until LINE tells, and not after', async () => {
    const known = line.botInfo
    line.botInfo = { kind: 'unreached', why: 'ECONNREFUSED' }
    const acquaintance = meet()
    await acquaintance.keepUp()
    line.botInfo = known
    await acquaintance.keepUp()
    expect(acquaintance.botUserId()).toBe('Ubot')
    const lines = said.length
    await acquaintance.keepUp()
    expect(said).toHaveLength(lines)
  })

  test('it reads the month’s messages once a day', async () => {
    const acquaintance = meet()
    for (let hour = 0; hour < 47; hour += 1) {
      await acquaintance.keepUp()
      clock.forward(HOUR)
    }
    expect(quotaReads).toBe(2)
  })
})
