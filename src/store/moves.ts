/** A store that moves from one database to the other: what is noted at both ends, so that nobody works on half of it or on the old one. */
import { z } from 'zod'
import { SetupError } from '../errors.ts'
import { collection, type Reader } from './types.ts'

export const moves = collection('moves', {
  schema: z.object({
    id: z.string(),
    /** The same at both ends. */
    moveId: z.string(),
    state: z.enum(['begun', 'left', 'arriving', 'arrived']),
  }),
})

/** @throws SetupError when a program must not work on this store */
export async function refuseMoved(read: Reader): Promise<void> {
  const move = await read.get(moves, 'move')
  const refusal = move && refusals[move.state]
  if (refusal) throw new SetupError([refusal])
}

const refusals: Partial<Record<string, string>> = {
  left: 'This store was moved to MongoDB: set MONGODB_URI to where it is now, or restore a backup that was made before the move.',
  arriving: 'A move into this database was broken off: run npm run move-store again before the program starts on it.',
}
