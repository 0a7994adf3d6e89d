/** Another platform than the program's own: LINE as the program meets it on a server, with a process of its own behind it. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '../../src/clock.ts'
import { createLog } from '../../src/log.ts'
import { simulatorCollections } from '../../src/simulator/collections.ts'
import { createSimulator, type Simulator } from '../../src/simulator/index.ts'
import { openStore } from '../../src/store/index.ts'
import { Chatter, platformPhone } from './chatter.ts'
import type { Settings } from './program.ts'

export interface LinePlatform {
  readonly simulator: Simulator
  /** What a program needs to be set to work with it. */
  readonly settings: Settings
  /** Delivers webhooks to a program from now on. */
  serve(programOrigin: string): Promise<void>
  /** Somebody who has just added the bot. */
  newcomer(name: string): Promise<Chatter>
  close(): Promise<void>
}

export async function openLinePlatform(): Promise<LinePlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'line-platform-'))
  const store = await openStore({ sqliteFile: join(folder, 'platform.sqlite') }, simulatorCollections)
  const secrets = { channelSecret: 'the secret of a test', accessToken: 'the-token-of-a-test' }
  const simulator = await createSimulator({
    store,
    realClock: systemClock,
    log: createLog('silent'),
    greetPersonas: false,
    redeliverAfterMs: 300,
    ...secrets,
  })
  await simulator.listen()
  return {
    simulator,
    settings: {
      LINE_CHANNEL_SECRET: secrets.channelSecret,
      LINE_CHANNEL_ACCESS_TOKEN: secrets.accessToken,
      LINE_API_BASE_URL: simulator.apiOrigin,
    },
    serve: (programOrigin) => simulator.start({ webhookUrl: `${programOrigin}/webhook` }),
    async newcomer(name) {
      const { id } = await simulator.addPhone(name)
      const chatter = new Chatter(platformPhone(simulator, id))
      await chatter.sees(/./)
      return chatter
    },
    async close() {
      await simulator.stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
