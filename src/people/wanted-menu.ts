/**
 * Which rich menu each registered person should see. It is stored with the change that makes it so; a job of the program
 * tells LINE, so that a crash in between loses nothing.
 */
import type { Change } from '../bot/types.ts'
import { type Reader, retryOnConflict, type Store, type Stored, type Transaction } from '../store/index.ts'
import { activePeople } from './people-store.ts'
import { type WantedMenu, wantedMenus } from './person.ts'

export type MenuName = WantedMenu['menu']
/** LINE's ids of the menus that are there now; the guest's is the one that everybody sees. */
export type MenuIds = Readonly<Record<MenuName, string>>

/** The change that makes somebody see another menu, or the same one again. */
export async function wantMenu(read: Reader, userId: string, menu: MenuName, now: Date): Promise<Change> {
  const known = await read.get(wantedMenus, userId)
  const wanted = { menu, state: 'waiting' as const, changedAt: now }
  if (known) return (tx) => tx.replace(wantedMenus, { ...known, ...wanted })
  return (tx) => tx.insert(wantedMenus, { id: userId, ...wanted })
}

/** What LINE has not been told yet, oldest first. */
export function menusToShow(read: Reader, limit: number): Promise<Stored<WantedMenu>[]> {
  return read.find(wantedMenus, 'byState', ['waiting'], { limit })
}

/** Writes down what LINE answered. @throws Conflict when another menu is wanted meanwhile: then that one is still to be shown */
export function menuAnswered(
  store: Store,
  wanted: Stored<WantedMenu>,
  outcome: { readonly state: 'shown' | 'refused'; readonly richMenuId?: string | undefined },
): Promise<void> {
  const { richMenuId: _before, ...rest } = wanted
  const { state, richMenuId } = outcome
  return store.transaction((tx) => {
    // Whoever sees what everybody sees needs no record.
    if (wanted.menu === 'guest') tx.remove(wantedMenus, wanted)
    else tx.replace(wantedMenus, { ...rest, state, ...(richMenuId ? { richMenuId } : {}) })
  })
}

/** Everybody whose menu is not the one that is there now is to be shown it. @returns how many */
export async function wantMenusAnew(store: Store, ids: MenuIds, now: Date): Promise<number> {
  let wanted = 0
  for (const { userId, role } of await activePeople(store)) {
    const isNew = await retryOnConflict(() => store.transaction((tx) => wantIfOther(tx, { userId, role, ids, now })))
    if (isNew) wanted += 1
  }
  return wanted
}

async function wantIfOther(
  tx: Transaction,
  { userId, role, ids, now }: { userId: string; role: MenuName; ids: MenuIds; now: Date },
): Promise<boolean> {
  const known = await tx.get(wantedMenus, userId)
  if (known?.menu === role && (known.state === 'waiting' || known.richMenuId === ids[role])) return false
  const want = await wantMenu(tx, userId, role, now)
  want(tx)
  return true
}
