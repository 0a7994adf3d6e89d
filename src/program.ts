/** Start and stop: the one process that serves the bot, from its configuration to its exit code. */
import closeWithGrace from 'close-with-grace'
import { type App, startApp } from './app.ts'
import { readConfig } from './config.ts'
import { SetupError } from './errors.ts'
import { createLog } from './log.ts'

/** The contract: SIGTERM ends the program with 0 within 10 s. */
const GRACE_MS = 9_000

/** Resolves when the program runs; it ends the process when it cannot. */
export async function runProgram(): Promise<void> {
  let starting: Promise<App> | undefined
  try {
    const config = readConfig()
    const log = createLog(config.logLevel)
    closeWithGrace({ delay: GRACE_MS, logger: false }, async ({ err }) => {
      if (err) log.error({ err }, 'stopping after an error')
      // Webhooks are taken before the start is done: what is under way is finished all the same.
      const app = await starting?.catch(() => undefined)
      await app?.stop()
    })
    starting = startApp(config, { log })
    const app = await starting
    for (const line of app.greeting) process.stdout.write(`${line}\n`)
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    for (const problem of error.problems) process.stderr.write(`${problem}\n`)
    // Not only the code: what was opened before the problem was found would keep the process.
    process.exit(1)
  }
}
