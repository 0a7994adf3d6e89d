/** Waiting without sleeping: looks again and again until something is so, and says what was waited for when it never is. */
import { setTimeout as pause } from 'node:timers/promises'

const LOOK_EVERY_MS = 25

/**
 * @param what in words, for the error
 * @param look what is waited for; undefined and false mean: not yet
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 15_000,
): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const found = await look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain for: ${what}`)
    await pause(LOOK_EVERY_MS)
  }
}
