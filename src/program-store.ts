/** The program's store: the collections of all rooms, and whose it is. */
import { conversations } from './bot/conversation.ts'
import { events } from './bot/event-store.ts'
import { fileLinks } from './bot/file-links.ts'
import { media } from './bot/media.ts'
import { notices } from './bot/notices.ts'
import { processes } from './bot/presence.ts'
import type { Config } from './config.ts'
import { featureCollections } from './features.ts'
import { outbox, wordings } from './line/index.ts'
import { moves, openStore, refuseMoved, type Store, stampStore, stamps } from './store/index.ts'

export const programCollections = [
  stamps,
  moves,
  events,
  conversations,
  media,
  fileLinks,
  processes,
  outbox,
  wordings,
  notices,
  ...featureCollections,
]

/**
 * The program's store, stamped with its mode.
 * @throws SetupError when it belongs to the other mode, has moved, or cannot be opened
 */
export async function openProgramStore({ store: options, mode }: Pick<Config, 'store' | 'mode'>): Promise<Store> {
  const store = await openStore(options, programCollections)
  try {
    await refuseMoved(store)
    await stampStore(store, mode)
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}
