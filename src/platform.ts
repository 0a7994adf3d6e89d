/** The LINE that the program speaks with: LINE itself as configured, or the program's own, listening. */
import { randomBytes } from 'node:crypto'
import type { Clock } from './clock.ts'
import type { Config, LineCredentials } from './config.ts'
import type { Log } from './log.ts'
import { createSimulator, type Simulator, simulatorCollections } from './simulator/index.ts'
import { openStore } from './store/index.ts'

export interface Platform {
  readonly clock: Clock
  readonly credentials: LineCredentials
  readonly simulator?: Simulator
  close(): Promise<void>
}

export async function openPlatform(config: Config, realClock: Clock, log: Log): Promise<Platform> {
  if (config.line) return { clock: realClock, credentials: config.line, close: async () => {} }
  const { simulator, play, close } = await makeSimulator(config, realClock, log)
  await simulator.listen()
  const credentials = { ...play, apiBaseUrl: simulator.apiOrigin, dataApiBaseUrl: simulator.apiOrigin }
  return { clock: simulator.clock, credentials, simulator, close }
}

/** The clock that the program goes by: in simulator mode the moved one. */
export async function openClock(
  config: Config,
  realClock: Clock,
  log: Log,
): Promise<{ clock: Clock; close(): Promise<void> }> {
  if (config.line) return { clock: realClock, close: async () => {} }
  const { simulator, close } = await makeSimulator(config, realClock, log)
  return { clock: simulator.clock, close }
}

/** With secrets made anew at each start, since they open nothing outside this process. */
async function makeSimulator(config: Config, realClock: Clock, log: Log) {
  const play = {
    channelSecret: randomBytes(16).toString('hex'),
    accessToken: randomBytes(32).toString('base64url'),
  }
  const store = await openStore({ sqliteFile: config.simulatorFile }, simulatorCollections)
  const simulator = await createSimulator({ store, realClock, log, ...play })
  return { simulator, play, close: () => store.close() }
}
