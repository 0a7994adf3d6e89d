/** A word from the program itself to those who run it. */
import type { EnqueuePush } from '../bot/types.ts'
import { DuplicateKey, type Store } from '../store/index.ts'
import { admins } from './people-store.ts'

/**
 * Pushes a text to each admin who can be reached, once a key: whoever tells it again, after a restart or on another machine,
 * tells nobody twice.
 */
export async function tellAdmins(
  { store, enqueuePush }: { store: Store; enqueuePush: EnqueuePush },
  { key, text }: { readonly key: string; readonly text: string },
): Promise<void> {
  for (const { id, userId, blocked } of await admins(store)) {
    if (blocked) continue
    const push = { key: `${key} ${id}`, userId, replies: [{ kind: 'text', text }], worth: 'urgent' } as const
    await store
      .transaction((tx) => enqueuePush(tx, push))
      .catch((error) => {
        if (!(error instanceof DuplicateKey)) throw error
      })
  }
}
