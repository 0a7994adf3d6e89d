/** Tells LINE which rich menu each person should see: what was wanted is stored, and stays wanted until LINE has taken it. */
import type { Clock } from './clock.ts'
import type { LineApi, LineOutcome } from './line/index.ts'
import type { Log } from './log.ts'
import { type MenuIds, menuAnswered, menusToShow, wantMenusAnew } from './people/index.ts'
import { Conflict, type Store } from './store/index.ts'

const AT_ONCE = 50
/** After LINE did not take one: a menu is never worth hurrying for. */
const PAUSE_MS = 60_000

interface Parts {
  readonly store: Store
  readonly api: Pick<LineApi, 'richMenus'>
  readonly clock: Clock
  readonly log: Log
  /** Undefined until LINE has the menus. */
  readonly ids: () => MenuIds | undefined
}

export interface MenuShower {
  /** To be called again and again. @returns how many LINE has taken */
  keepUp(): Promise<number>
}

export function createMenuShower({ store, api, clock, log, ids }: Parts): MenuShower {
  let wantedFor: MenuIds | undefined
  let pausedUntil = 0

  async function keepUp(): Promise<number> {
    const menus = ids()
    if (!menus || clock.now().getTime() < pausedUntil) return 0
    // Menus that were made anew, or people who were registered before there were menus by role.
    if (wantedFor !== menus) await wantMenusAnew(store, menus, clock.now())
    wantedFor = menus
    return showAll(menus)
  }

  async function showAll(menus: MenuIds): Promise<number> {
    let shown = 0
    for (const wanted of await menusToShow(store, AT_ONCE)) {
      const richMenuId = wanted.menu === 'guest' ? undefined : menus[wanted.menu]
      const call = richMenuId ? api.richMenus.link(wanted.id, richMenuId) : api.richMenus.unlink(wanted.id)
      const state = stateAfter(await call)
      if (!state) {
        pausedUntil = clock.now().getTime() + PAUSE_MS
        log.warn('LINE did not take a rich menu; it is tried again in a minute')
        return shown
      }
      await menuAnswered(store, wanted, { state, richMenuId }).catch(ignoreConflict)
      shown += 1
    }
    return shown
  }

  return { keepUp }
}

/** Undefined: it is to be tried again. Somebody whom LINE does not know has no chat to show a menu in. */
function stateAfter({ kind }: LineOutcome): 'shown' | 'refused' | undefined {
  if (kind === 'accepted') return 'shown'
  return kind === 'refused' ? 'refused' : undefined
}

/** Another menu is wanted meanwhile, or another process was first: the next run sees how it stands. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof Conflict)) throw error
}
