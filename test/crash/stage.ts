/** LINE, the bots, and the wires between them: everything that can be cut or killed, not started yet. */
import { freePort, type Settings } from '../support/program.ts'
import type { ReplicaSet } from '../support/replica-set.ts'
import { Bot } from './bot.ts'
import { Killer } from './killer.ts'
import type { Platform } from './platform.ts'
import { PrimaryKiller } from './primary-killer.ts'
import type { Random } from './random.ts'
import { openWire, type Wire } from './wire.ts'

export interface Stage {
  /** Of the bots, without their ports. */
  readonly settings: Settings
  readonly bots: readonly Bot[]
  readonly killer: Killer
  readonly primaryKiller?: PrimaryKiller
  readonly webhookUrl: string
  close(): Promise<void>
}

const MOST_STARTS = 10

export async function setStage(
  platform: Platform,
  random: Random,
  place: { folder: string; mongodbUri?: string; bots: number; replicaSet?: ReplicaSet },
): Promise<Stage> {
  const settings: Settings = {
    DATA_DIR: place.folder,
    LINE_CHANNEL_SECRET: platform.channelSecret,
    LINE_CHANNEL_ACCESS_TOKEN: platform.accessToken,
    LINE_API_BASE_URL: platform.simulator.apiOrigin,
    ...(place.mongodbUri ? { MONGODB_URI: place.mongodbUri } : {}),
  }
  const bots: Bot[] = []
  const wires: Wire[] = []
  const killer = new Killer(bots, random)
  for (let n = 0; n < place.bots; n += 1) {
    const wire = await wireToLine(platform, killer, () => bots[n])
    wires.push(wire)
    // Between two primaries a start fails, and whoever watches over the program starts it again.
    const starts = place.replicaSet ? MOST_STARTS : 1
    bots.push(new Bot(await freePort(), { ...settings, LINE_API_BASE_URL: wire.origin }, starts))
  }
  const front = await wireToBots(killer, bots, random)
  return {
    settings,
    bots,
    killer,
    ...(place.replicaSet ? { primaryKiller: new PrimaryKiller(place.replicaSet, random) } : {}),
    webhookUrl: `${front.origin}/webhook`,
    async close() {
      await Promise.all(bots.map((bot) => bot.kill()))
      await Promise.all([front, ...wires].map((wire) => wire.close()))
    },
  }
}

/** From one bot to LINE: its words may be lost on the way, or be the last that it said. */
function wireToLine(platform: Platform, killer: Killer, bot: () => Bot | undefined): Promise<Wire> {
  const isAnswer = (path: string) => path.endsWith('/message/reply') || path.endsWith('/message/push')
  const strikes: Killer['strikes'] = (moment, speaker) => killer.strikes(moment, speaker)
  return openWire({
    goal: () => ({ origin: platform.simulator.apiOrigin, speaker: bot() }),
    onRequest: (path, { speaker }) => !(speaker && isAnswer(path) && strikes('an answer is lost on its way', speaker)),
    onAnswer: (path, { speaker }) => !(speaker && isAnswer(path) && strikes('an answer was accepted', speaker)),
  })
}

/** From LINE to the bots in turn: a webhook may find nobody, be the last that its bot saw, or lose its acknowledgement. */
function wireToBots(killer: Killer, bots: readonly Bot[], random: Random): Promise<Wire> {
  let turn = 0
  return openWire<Bot>({
    goal() {
      const alive = bots.filter((bot) => bot.isRunning)
      turn += 1
      return alive[turn % Math.max(1, alive.length)]
    },
    onRequest(_path, bot) {
      setTimeout(() => killer.strikes('a webhook is being stored', bot), random.between(0, 8))
      return true
    },
    onAnswer(_path, bot, status) {
      if (status !== 200) return true
      if (killer.strikes('an acknowledgement is lost', bot)) return false
      killer.strikes('a webhook was acknowledged', bot)
      return true
    },
  })
}
