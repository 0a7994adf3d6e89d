/** Many documents changed in the background: a few at a time, each in a transaction of its own, whatever becomes of the others. */
import { Conflict } from './errors.ts'
import type { Store, Transaction } from './types.ts'

const AT_ONCE = 50

/**
 * One that somebody else changes in the same moment is left as they made it: the next run sees how it stands.
 * @param signal ends it between two lots
 * @returns how many were changed
 */
export async function changeEach<Document>(
  store: Store,
  documents: AsyncIterable<Document>,
  change: (tx: Transaction, document: Document) => Promise<void> | void,
  signal?: AbortSignal,
): Promise<number> {
  let changed = 0
  let lot: Document[] = []
  const changeLot = async () => {
    const done = await Promise.all(lot.map((document) => changeOne(store, (tx) => change(tx, document))))
    changed += done.filter((isChanged) => isChanged).length
    lot = []
  }
  for await (const document of documents) {
    if (signal?.aborted) return changed
    lot.push(document)
    if (lot.length === AT_ONCE) await changeLot()
  }
  await changeLot()
  return changed
}

async function changeOne(store: Store, change: (tx: Transaction) => Promise<void> | void): Promise<boolean> {
  try {
    await store.transaction(change)
    return true
  } catch (error) {
    if (error instanceof Conflict) return false
    throw error
  }
}
