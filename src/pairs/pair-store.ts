/** Every question asked of the pair register; nothing else in this room reads or writes it. */
import type { Change } from '../bot/types.ts'
import type { Reader, Store, Stored, Transaction } from '../store/index.ts'
import { type Pair, pairs } from './pair.ts'

const counts = ({ withdrawn }: Pair) => withdrawn === undefined

/** The pair of that id, or the one that it was merged into; a row that was withdrawn is not there. */
export async function pairById(read: Reader, id: string): Promise<Stored<Pair> | undefined> {
  const pair = await read.get(pairs, id)
  if (pair?.withdrawn?.mergedInto === undefined) return pair && counts(pair) ? pair : undefined
  return pairById(read, pair.withdrawn.mergedInto)
}

/** The row itself, whatever became of it. */
export function rowById(read: Reader, id: string): Promise<Stored<Pair> | undefined> {
  return read.get(pairs, id)
}

/** In the order of their ids: the ministry's rows first. */
export async function pairsOfProvince(read: Reader, provinceTh: string): Promise<Stored<Pair>[]> {
  return (await allPairs(read)).filter((pair) => pair.provinceTh === provinceTh)
}

/**
 * The same from the store itself, for what goes through the whole register: nothing of it is kept in memory.
 * @see provincesWithRows
 */
export async function readPairsOfProvince(read: Reader, provinceTh: string): Promise<Stored<Pair>[]> {
  return (await read.find(pairs, 'byProvince', [provinceTh])).filter(counts)
}

/** Every province that the register has a row of. */
export async function provincesWithRows(read: Reader): Promise<string[]> {
  const provinces: string[] = []
  for (let from = ''; ; ) {
    const [next] = await read.find(pairs, 'byProvince', [], { from, limit: 1 })
    if (!next) return provinces
    provinces.push(next.provinceTh)
    // After it, and before any other province.
    from = `${next.provinceTh}\u0001`
  }
}

const standing = new WeakMap<readonly Stored<Pair>[], readonly Stored<Pair>[]>()

/**
 * Every pair of the register in the order of the ids: the same array as long as nothing in it changes. Rows that were withdrawn
 * are none.
 */
export async function allPairs(read: Reader): Promise<readonly Stored<Pair>[]> {
  const rows = await allRows(read)
  const known = standing.get(rows) ?? rows.filter(counts)
  standing.set(rows, known)
  return known
}

/** Every row there ever was, in the order of the ids. */
export function allRows(read: Reader): Promise<readonly Stored<Pair>[]> {
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

export function addPair(pair: Pair): Change {
  return (tx) => tx.insert(pairs, pair)
}

export function savePair(pair: Stored<Pair>): Change {
  return (tx) => tx.replace(pairs, pair)
}

const FIRST_ADDED = 9001

/** The id after the last that an admin added; of two who are given the same, the store lets one through. */
export async function nextPairId(read: Reader): Promise<string> {
  const numbers = (await allRows(read)).map(({ id }) => Number(id.slice(2)))
  return `SC${Math.max(FIRST_ADDED - 1, ...numbers) + 1}`
}
