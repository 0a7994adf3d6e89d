/** Every question asked of the pair register; nothing else in this room reads or writes it. */
import type { Reader, Store, Stored, Transaction } from '../store/index.ts'
import { type Pair, pairs } from './pair.ts'

export function pairById(read: Reader, id: string): Promise<Stored<Pair> | undefined> {
  return read.get(pairs, id)
}

/** In the order of their ids: the ministry's rows first. */
export function pairsOfProvince(read: Reader, provinceTh: string): Promise<Stored<Pair>[]> {
  return read.find(pairs, 'byProvince', [provinceTh])
}

/** The whole register in the order of the ids: the same array as long as nothing in it changes. */
export function allPairs(read: Reader): Promise<readonly Stored<Pair>[]> {
  return read.all(pairs)
}

export async function isRegisterEmpty(read: Reader): Promise<boolean> {
  return (await read.find(pairs, 'byProvince', [], { limit: 1 })).length === 0
}

export function writePairs(
  tx: Transaction,
  { added, changed }: { added: readonly Pair[]; changed: readonly Stored<Pair>[] },
): void {
  for (const pair of added) tx.insert(pairs, pair)
  for (const pair of changed) tx.replace(pairs, pair)
}

/** Inserts what is not there; somebody else who fills the register at the same moment does no harm. */
export async function addMissingPairs(store: Store, rows: readonly Pair[]): Promise<void> {
  await store.insertIfAbsent(pairs, rows)
}
