/**
 * Whoever writes something under a pair's id counts it here, in the same transaction, and so does whoever makes one pair of two:
 * of a report and a merge at the same moment the store lets one through, and the other is decided anew. The merge alone could
 * not know of a report that was not there yet when it read what to move.
 */
import { z } from 'zod'
import type { Change } from '../bot/types.ts'
import { collection, type Reader, type Stored } from '../store/index.ts'
import { type Pair, pairs } from './pair.ts'

/** The id is the pair's. */
const PairUse = z.object({ id: z.string(), times: z.int() })

export const pairUses = collection('pairUses', { schema: PairUse })

/**
 * To be written with what stands under the pair's id: holds only if the pair is still as it was read, and nobody else has
 * written under it since this was called.
 */
export async function noteUse(read: Reader, pair: Stored<Pair>): Promise<Change> {
  const known = await read.get(pairUses, pair.id)
  return (tx) => {
    tx.expect(pairs, pair)
    if (known) tx.replace(pairUses, { ...known, times: known.times + 1 })
    else tx.insert(pairUses, { id: pair.id, times: 1 })
  }
}
