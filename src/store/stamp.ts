/**
 * A store belongs to one mode for good: what was played on the simulator must never be taken for a province's report,
 * and the other way round.
 */
import { z } from 'zod'
import { SetupError } from '../errors.ts'
import { collection, type Store } from './types.ts'

type StoreMode = 'line' | 'simulator'

export const stamps = collection('stamps', {
  schema: z.object({ id: z.string(), mode: z.enum(['line', 'simulator']) }),
})

/** Marks the store when it is first used. @throws SetupError when it carries the other mode's mark */
export async function stampStore(store: Store, mode: StoreMode): Promise<void> {
  await store.insertIfAbsent(stamps, [{ id: 'mode', mode }])
  const stamp = await store.get(stamps, 'mode')
  if (stamp?.mode !== mode) throw new SetupError([refusals[mode]])
}

const refusals: Record<StoreMode, string> = {
  line: 'This store holds what was played on the simulator and cannot be used with LINE: set DATA_DIR or MONGODB_URI to another place.',
  simulator:
    'This store belongs to LINE and cannot be used by the simulator: set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN, or set DATA_DIR or MONGODB_URI to another place.',
}
