/** Work that is done again and again, one run at a time, until it is stopped. */
import type { Log } from './log.ts'

export interface Recurring {
  /** Waits for the run in hand; none comes after it. */
  stop(): Promise<void>
}

export function every(intervalMs: number, log: Log, work: () => Promise<void>): Recurring {
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= work()
      .catch((error) => log.error({ err: error }, 'recurring work failed'))
      .finally(() => {
        running = undefined
      })
  }, intervalMs)
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}

/** Work whose failure ends nothing else. */
export async function runLogged(what: string, log: Log, work: () => Promise<unknown>): Promise<void> {
  await work().catch((error) => log.error({ err: error }, `${what} failed`))
}
