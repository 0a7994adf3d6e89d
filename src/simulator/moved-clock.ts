/** The clock of the simulated world: the real one, plus how far it was moved. */
import type { Clock } from '../clock.ts'
import { type Day, dayOf, instantOf, isDay } from '../thai/days.ts'
import { PhoneRefusal } from './refusal.ts'
import { refusals } from './texts.ts'
import type { ClockMove } from './types.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const FARTHEST_DAYS = 3660
/** When an office day begins, and with it what the bot does on its own. */
const MORNING = '09:00'

export class MovedClock implements Clock {
  readonly #real: Clock
  #offsetMs: number

  constructor(real: Clock, offsetMs: number) {
    this.#real = real
    this.#offsetMs = offsetMs
  }

  now(): Date {
    return new Date(this.#real.now().getTime() + this.#offsetMs)
  }

  /** The offset at which this clock shows that instant now. */
  offsetFor(instant: Date): number {
    return instant.getTime() - this.#real.now().getTime()
  }

  setOffset(offsetMs: number): void {
    this.#offsetMs = offsetMs
  }
}

/**
 * Where a move leads: so many days on, or to the morning of a day (now, when that morning has passed already today).
 * @throws PhoneRefusal when it leads backward, nowhere, or out of sight
 */
export function targetOf(move: ClockMove, now: Date): Date {
  const target = 'days' in move ? daysOn(move.days, now) : morningOf(move.to, now)
  if (target.getTime() < now.getTime()) throw new PhoneRefusal(refusals.clockBackward)
  if (target.getTime() - now.getTime() > FARTHEST_DAYS * DAY_MS) throw new PhoneRefusal(refusals.clockTooFar)
  return target
}

function daysOn(days: number, now: Date): Date {
  if (!Number.isSafeInteger(days) || days < 1) throw new PhoneRefusal(refusals.clockBackward)
  if (days > FARTHEST_DAYS) throw new PhoneRefusal(refusals.clockTooFar)
  return new Date(now.getTime() + days * DAY_MS)
}

function morningOf(day: Day, now: Date): Date {
  if (!isDay(day)) throw new PhoneRefusal(refusals.notADay)
  const morning = instantOf(day, MORNING)
  const isToday = day === dayOf(now)
  return isToday && morning.getTime() < now.getTime() ? now : morning
}
