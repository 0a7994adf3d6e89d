/**
 * The month's messages: how many LINE says there are and how many were used, counted on by ourselves between two readings,
 * since LINE's figure lags. Every push asks here first, one person each, so that the last ones are left for what is urgent.
 */
import type { Worth } from '../bot/types.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { dayOf } from '../thai/index.ts'
import type { LineApi } from './api.ts'

const MINUTE_MS = 60_000
/** A push never goes by older figures than these. */
const FRESH_MS = 60 * MINUTE_MS
/** How long LINE's figure may lack what we sent. */
const LAG_MS = 60 * MINUTE_MS
const WARN_AT = 0.8

/** The share of the month's messages that a push of this worth leaves untouched. */
const LEAVES: Readonly<Record<Worth, number>> = { courtesy: 0.5, usual: 0.1, urgent: 0 }

export interface QuotaNews {
  readonly kind: 'low' | 'gone'
  /** '2026-11', in Bangkok: this is told once a month. */
  readonly month: string
  /** Known when it is 'low'. */
  readonly used?: number
  readonly limit?: number
}

export interface QuotaGuard {
  /** Reads LINE's figures now. */
  read(): Promise<void>
  /** Counts the people a push will reach, if the month has that many left for this worth. */
  take(worth: Worth, people?: number): Promise<boolean>
  /** What was taken was certainly not sent. */
  giveBack(people?: number): void
  /** LINE says that nothing is left. */
  noteGone(): void
  /** Messages left this month; undefined: without limit, or not known. */
  left(): number | undefined
}

interface Figures {
  readonly limit: number | 'none'
  readonly used: number
  readonly readAt: Date
}

export function createQuotaGuard(parts: {
  api: Pick<LineApi, 'quota' | 'consumption'>
  clock: Clock
  log: Log
  /** Low and gone, each at most once a month from this process; whoever tells people keeps apart what others told. */
  onNews?: (news: QuotaNews) => void
}): QuotaGuard {
  const { api, clock, log, onNews = () => {} } = parts
  const told = new Set<string>()
  let figures: Figures | undefined
  let triedAt: Date | undefined
  let tookAt: Date | undefined
  let reading: Promise<void> | undefined

  async function readNow(): Promise<void> {
    const now = clock.now()
    triedAt = now
    const [quota, consumption] = await Promise.all([api.quota(), api.consumption()])
    if (quota.kind !== 'accepted' || consumption.kind !== 'accepted') {
      log.warn(
        { quota: quota.kind, consumption: consumption.kind },
        'LINE did not say what is left of the month’s messages',
      )
      return
    }
    const limit = quota.value.type === 'none' ? 'none' : (quota.value.value ?? 'none')
    const used = countedOn(consumption.value.totalUsage, now)
    figures = { limit, used, readAt: now }
    log.info({ limit, used, reported: consumption.value.totalUsage }, 'the month’s messages')
    tellIfLow()
  }

  /** What we sent within the last hour may not be in LINE's figure yet; a new month begins with LINE's. */
  function countedOn(reported: number, now: Date): number {
    const isLagging = tookAt && now.getTime() - tookAt.getTime() < LAG_MS && monthOf(tookAt) === monthOf(now)
    return isLagging && figures ? Math.max(figures.used, reported) : reported
  }

  function read(): Promise<void> {
    reading ??= readNow().finally(() => {
      reading = undefined
    })
    return reading
  }

  async function freshen(): Promise<void> {
    const now = clock.now()
    const isFresh = figures && isWithin(figures.readAt, now, FRESH_MS) && monthOf(figures.readAt) === monthOf(now)
    if (!isFresh && !(triedAt && isWithin(triedAt, now, MINUTE_MS))) await read()
    else await reading
  }

  function tellIfLow(): void {
    if (!figures || figures.limit === 'none') return
    const { limit, used, readAt } = figures
    const month = monthOf(readAt)
    if (used >= limit) tellGone(month)
    else if (used >= limit * WARN_AT && isFirst('low', month)) {
      log.warn({ used, limit }, 'most of the month’s messages are used')
      onNews({ kind: 'low', month, used, limit })
    }
  }

  function tellGone(month: string): void {
    if (!isFirst('gone', month)) return
    log.error('the month’s messages are used up: pushes wait until the plan or the month changes')
    onNews({ kind: 'gone', month })
  }

  function isFirst(what: string, month: string): boolean {
    const key = `${what} ${month}`
    return !told.has(key) && Boolean(told.add(key))
  }

  function count(people: number): void {
    if (!figures || figures.limit === 'none') return
    figures = { ...figures, used: Math.max(0, figures.used + people) }
    tellIfLow()
  }

  function refuse(worth: Worth): false {
    if (worth === 'usual' && isFirst('reserve', monthOf(clock.now()))) {
      log.warn({ left: left() }, 'pushes wait: what is left of the month’s messages is for what is urgent')
    }
    return false
  }

  function left(): number | undefined {
    return figures && figures.limit !== 'none' ? Math.max(0, figures.limit - figures.used) : undefined
  }

  return {
    read,
    left,
    async take(worth, people = 1) {
      await freshen()
      if (figures && figures.limit !== 'none') {
        const untouched = Math.ceil(figures.limit * LEAVES[worth])
        if (figures.used + people > figures.limit - untouched) return refuse(worth)
      }
      tookAt = clock.now()
      count(people)
      return true
    },
    giveBack: (people = 1) => count(-people),
    noteGone() {
      count(left() ?? 0)
      tellGone(monthOf(clock.now()))
    },
  }
}

function isWithin(before: Date, now: Date, ms: number): boolean {
  return now.getTime() - before.getTime() < ms
}

function monthOf(instant: Date): string {
  return dayOf(instant).slice(0, 7)
}
