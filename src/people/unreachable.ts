/** Somebody whom LINE refuses to deliver to, because it does not know them: counted as one who has blocked the bot. */
import type { EnqueuePush } from '../bot/types.ts'
import { retryOnConflict, type Store } from '../store/index.ts'
import { audit } from './audit.ts'
import { contactOf, personOf, saveContact, savePerson } from './people-store.ts'
import { newsOfLostReceiver } from './receivers.ts'

/**
 * Until they follow (again), nothing is sent to them, and reminders look for somebody else. Admins learn which province has nobody
 * left, in the transaction that notes it: once, however many messages come back.
 */
export function noteUnreachable(
  { store, enqueuePush }: { store: Store; enqueuePush: EnqueuePush },
  userId: string,
  now: Date,
): Promise<void> {
  return retryOnConflict(() =>
    store.transaction(async (tx) => {
      const contact = await contactOf(tx, userId)
      const person = await personOf(tx, userId)
      if (!contact?.blocked) saveContact(contact, userId, { blocked: true }, now)(tx)
      if (!person || person.blocked) return
      savePerson({ ...person, blocked: true })(tx)
      audit({ at: now, actor: 'system', action: 'person.unreachable', target: person.id })(tx)
      const occasion = `unreachable ${person.id} ${now.toISOString()}`
      for (const push of await newsOfLostReceiver(tx, person, occasion)) enqueuePush(tx, push)
    }),
  )
}
