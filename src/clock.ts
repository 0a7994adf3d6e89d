/**
 * The one source of time. Everything that needs "now" is handed a Clock, so that tests and the simulator can move it.
 */
export interface Clock {
  /** The present instant (UTC). */
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until it is moved: for tests. */
export class ManualClock implements Clock {
  #now: Date

  constructor(start: Date | string) {
    this.#now = new Date(start)
  }

  now(): Date {
    return new Date(this.#now)
  }

  /** Moves the clock to an instant, or forward by so many milliseconds. */
  moveTo(instant: Date | string): void {
    this.#now = new Date(instant)
  }

  forward(ms: number): void {
    this.#now = new Date(this.#now.getTime() + ms)
  }
}
