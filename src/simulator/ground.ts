/** What every part of the simulator stands on. */
import type { Log } from '../log.ts'
import type { Store } from '../store/types.ts'
import type { Ids } from './ids.ts'
import type { Live } from './live.ts'
import type { MovedClock } from './moved-clock.ts'
import type { Traffic } from './traffic.ts'

export interface Ground {
  readonly store: Store
  readonly clock: MovedClock
  readonly ids: Ids
  readonly live: Live
  readonly traffic: Traffic
  readonly log: Log
}
