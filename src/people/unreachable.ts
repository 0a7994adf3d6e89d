/** Somebody whom LINE refuses to deliver to, because it does not know them: counted as one who has blocked the bot. */
import { retryOnConflict, type Store } from '../store/index.ts'
import { audit } from './audit.ts'
import { contactOf, personOf, saveContact, savePerson } from './people-store.ts'

/** Until they follow (again), nothing is sent to them, and reminders look for somebody else. */
export function noteUnreachable(store: Store, userId: string, now: Date): Promise<void> {
  return retryOnConflict(() =>
    store.transaction(async (tx) => {
      const contact = await contactOf(tx, userId)
      const person = await personOf(tx, userId)
      if (!contact?.blocked) saveContact(contact, userId, { blocked: true }, now)(tx)
      if (!person || person.blocked) return
      savePerson({ ...person, blocked: true })(tx)
      audit({ at: now, actor: 'system', action: 'person.unreachable', target: person.id })(tx)
    }),
  )
}
