/** What the phones show at the foot of the chat. */
import type { Ground } from '../ground.ts'
import { allPhones, platformSettings, richMenuById } from '../simulator-store.ts'
import { viewOfPhone } from '../views.ts'

/** The default menu that is set and still there. */
export async function defaultRichMenuId({ store }: Pick<Ground, 'store'>): Promise<string | undefined> {
  const { defaultRichMenuId: id } = await platformSettings(store)
  const menu = id === undefined ? undefined : await richMenuById(store, id)
  return menu?.id
}

/** Tells the page after menus were set, linked or deleted. */
export async function showMenus(ground: Ground): Promise<void> {
  const fallback = await defaultRichMenuId(ground)
  for (const phone of await allPhones(ground.store)) {
    ground.live.tell({ event: 'phone', data: { phone: viewOfPhone(phone, fallback) } })
  }
}
