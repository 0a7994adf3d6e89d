/** What is kept of people who are gone, once its time is over. */
import type { Change } from '../bot/types.ts'
import { changeEach, type Reader, type Store } from '../store/index.ts'
import { audit } from './audit.ts'
import { rightsOf } from './enrol.ts'
import {
  contactsToForget,
  decidedBefore,
  leftBefore,
  removeContact,
  removePerson,
  saveRequest,
} from './people-store.ts'
import { pausedUntil } from './wrong-codes.ts'

/**
 * Whoever left long ago is erased as at their own word.
 * @param withoutName the changes after which what other rooms keep for good names this person no longer
 */
export async function trimLeavers(
  store: Store,
  { before, now }: { readonly before: Date; readonly now: Date },
  withoutName: (read: Reader, personId: string) => Promise<readonly Change[]>,
  signal?: AbortSignal,
): Promise<number> {
  const left = each(await leftBefore(store, before))
  return changeEach(
    store,
    left,
    async (tx, person) => {
      const entry = { at: now, actor: 'system', action: 'person.erased', target: person.id, before: rightsOf(person) }
      for (const change of [removePerson(person), audit(entry), ...(await withoutName(tx, person.id))]) change(tx)
    },
    signal,
  )
}

/** Who asked to be registered, where it was decided long ago. */
export async function trimRequests(store: Store, before: Date, signal?: AbortSignal): Promise<number> {
  const decided = each(await decidedBefore(store, before))
  return changeEach(store, decided, (tx, request) => saveRequest({ ...request, userId: '' })(tx), signal)
}

/** Erased people who are not barred any more from trying codes. */
export async function trimContacts(store: Store, now: Date, signal?: AbortSignal): Promise<number> {
  const kept = await contactsToForget(store)
  const over = each(kept.filter(({ wrongCodesAt }) => !pausedUntil(wrongCodesAt, now)))
  return changeEach(store, over, (tx, contact) => removeContact(contact)(tx), signal)
}

async function* each<T>(documents: readonly T[]): AsyncGenerator<T> {
  yield* documents
}
