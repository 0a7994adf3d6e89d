/**
 * What the calendar brings: reminders at nine in the morning, answers on the day from which they hold, and at night the end of
 * what was kept long enough. Each asks what is due by now and not yet done, so it does not matter who runs it, how often, or
 * how late.
 */
import { schedule } from 'node-cron'
import type { EnqueuePush } from './bot/types.ts'
import type { Clock } from './clock.ts'
import { every, runLogged } from './every.ts'
import type { openGuide } from './guide/index.ts'
import type { Log } from './log.ts'
import { runSweep } from './reminders/index.ts'
import type { Store } from './store/index.ts'
import { createTrimmer } from './trimming.ts'

const NINE_OCLOCK = '0 9 * * *'
/** When hardly anybody writes. */
const HALF_PAST_THREE = '30 3 * * *'
const BANGKOK = 'Asia/Bangkok'
const LOOK_MS = 60_000

interface Parts {
  readonly store: Store
  readonly clock: Clock
  readonly log: Log
  readonly guide: Pick<Awaited<ReturnType<typeof openGuide>>, 'tellAskers'>
  readonly enqueuePush: EnqueuePush
}

export interface DailyRound {
  /** Takes up all that is due: at a start, and when the simulator's clock was moved. */
  run(): Promise<void>
  stop(): Promise<void>
}

export function createDailyRound({ store, clock, log, guide, enqueuePush }: Parts): DailyRound {
  const remind = () => runLogged('the reminder sweep', log, () => runSweep({ store, enqueuePush, now: clock.now() }))
  const tell = () =>
    runLogged('telling who asked', log, () => guide.tellAskers({ store, enqueuePush, now: clock.now() }))
  const reminding = schedule(NINE_OCLOCK, remind, { timezone: BANGKOK })
  const telling = every(LOOK_MS, log, tell)
  const trimmer = createTrimmer({ store, clock, log })
  const trimming = schedule(HALF_PAST_THREE, () => trimmer.run(), { timezone: BANGKOK })
  return {
    async run() {
      await remind()
      await tell()
      await trimmer.run()
    },
    async stop() {
      await reminding.stop()
      await trimming.stop()
      await trimmer.stop()
      await telling.stop()
    },
  }
}
