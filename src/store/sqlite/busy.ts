/**
 * SQLite waits for a lock by stopping the whole event loop. So it is told to wait only briefly, and what found the file
 * busy is tried again from outside, while everything else in the process goes on.
 */
import { setTimeout as pause } from 'node:timers/promises'

export const BUSY_TIMEOUT_MS = 25
export const PAUSE_MS = 20
/** About ten seconds in all: no writer of this program holds the lock nearly as long. */
export const ATTEMPTS = 250

const SQLITE_BUSY = 5

export function isBusy(error: unknown): boolean {
  return (resultCode(error) ?? 0) % 256 === SQLITE_BUSY
}

/** SQLite's (extended) result code of an error, when it is one of SQLite's. */
export function resultCode(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode : undefined
}

/** Does `work`, again and again while another process holds the lock. */
export async function whenFree<R>(work: () => R): Promise<R> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return work()
    } catch (error) {
      if (attempt >= ATTEMPTS || !isBusy(error)) throw error
      await pause(PAUSE_MS)
    }
  }
}
