/**
 * Replies that are the same for whoever asks, with nothing of a person in them, such as the guide's answers. The mark is on the
 * list itself: whatever is put together from it is another list, and unmarked.
 */
import type { Reply } from './bot/types.ts'

const common = new WeakSet<readonly Reply[]>()

/** @returns the list that was given */
export function asCommon<Replies extends readonly Reply[]>(replies: Replies): Replies {
  common.add(replies)
  return replies
}

export const isCommon = (replies: readonly Reply[]): boolean => common.has(replies)
