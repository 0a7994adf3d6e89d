/**
 * What the commands share: configuration, the store (opened beside a running program), the clock, and errors said in one
 * line instead of a stack trace. A command says what was wrong and ends with exit code 1.
 */
import { enqueuePushWith, openClock } from '../app.ts'
import type { EnqueuePush } from '../bot/types.ts'
import type { Clock } from '../clock.ts'
import { type Config, readConfig } from '../config.ts'
import { SetupError } from '../errors.ts'
import { createLog } from '../log.ts'
import { openProgramStore } from '../program-store.ts'
import type { Store } from '../store/index.ts'

export interface BareContext {
  config: Config
  /** Writes a line to standard output. */
  print(line: string): void
}

export interface CommandContext extends BareContext {
  store: Store
  clock: Clock
  enqueuePush: EnqueuePush
}

/** Runs a command that needs no open store. */
export async function runBare(command: (context: BareContext) => Promise<void>): Promise<void> {
  try {
    await command({ config: readConfig(), print: (line) => void process.stdout.write(`${line}\n`) })
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    for (const problem of error.problems) process.stderr.write(`${problem}\n`)
    process.exitCode = 1
  }
}

export function runCommand(command: (context: CommandContext) => Promise<void>): Promise<void> {
  return runBare(async ({ config, print }) => {
    const log = createLog('warn')
    const store = await openProgramStore(config)
    const { clock, close } = await openClock(config, log)
    try {
      await command({ config, print, store, clock, enqueuePush: enqueuePushWith(clock, log) })
    } finally {
      await Promise.all([store.close(), close()])
    }
  })
}

/** @throws SetupError when MongoDB holds the data: its own tools make the copies then */
export function embeddedStore(config: Config): string {
  if ('mongodbUri' in config.store) {
    throw new SetupError([
      'the data is in MongoDB (MONGODB_URI): use mongodump and mongorestore, see docs/operations.md',
    ])
  }
  return config.store.sqliteFile
}

export function onlyArgument(usage: string): string {
  const [argument, ...rest] = process.argv.slice(2)
  if (!argument || rest.length > 0 || argument.startsWith('-')) throw new SetupError([usage])
  return argument
}
