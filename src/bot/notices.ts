/**
 * Words for one role that cannot be pushed (the month's messages are used up), so they stand before the next answer that each
 * of them gets: once a person.
 */
import { z } from 'zod'
import { collection, type Reader, type Store } from '../store/index.ts'
import type { Actor, Change, Reply, Role } from './types.ts'

const LIFETIME_MS = 31 * 24 * 60 * 60 * 1000

const Notice = z.object({
  /** Made from facts, such as 'quota-gone 2026-11': posted again, it is still one. */
  id: z.string(),
  role: z.enum(['officer', 'supervisor', 'admin']),
  text: z.string(),
  postedAt: z.date(),
  /** The ids of those who have had it. */
  toldTo: z.array(z.string()),
})

export const notices = collection('notices', {
  schema: Notice,
  indexes: { byRole: { fields: ['role', 'postedAt'] } },
})

export async function postNotice(
  store: Store,
  notice: { readonly id: string; readonly role: Role; readonly text: string },
  now: Date,
): Promise<void> {
  await store.insertIfAbsent(notices, [{ ...notice, postedAt: now, toldTo: [] }])
}

/** What this person has not been told yet, and the changes that note it as told. */
export async function untold(
  read: Reader,
  actor: Actor | undefined,
  now: Date,
): Promise<{ replies: readonly Reply[]; changes: readonly Change[] }> {
  // Nearly everybody else has none, and need not wait for a look.
  if (actor?.role !== 'admin') return { replies: [], changes: [] }
  const from = new Date(now.getTime() - LIFETIME_MS)
  const found = await read.find(notices, 'byRole', [actor.role], { from })
  const fresh = found.filter((notice) => !notice.toldTo.includes(actor.personId))
  return {
    replies: fresh.map(({ text }) => ({ kind: 'text', text })),
    changes: fresh.map((notice) => (tx) => {
      tx.replace(notices, { ...notice, toldTo: [...notice.toldTo, actor.personId] })
    }),
  }
}
