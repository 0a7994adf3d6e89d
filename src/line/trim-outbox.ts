/** Messages that ended without being accepted, once nobody looks into them any more: their key and their fate are kept. */
import { changeEach, type Store } from '../store/index.ts'
import { outbox } from './outbox.ts'

/** @returns how many were trimmed of those stored before that instant */
export function trimOutbox(store: Store, before: Date, signal?: AbortSignal): Promise<number> {
  const ended = store.iterate(outbox, 'toTrim', [], { before })
  return changeEach(
    store,
    ended,
    (tx, { isToTrim: _whole, wording: _words, ...row }) =>
      tx.replace(outbox, { ...row, userId: '', messagesJson: '[]' }),
    signal,
  )
}
