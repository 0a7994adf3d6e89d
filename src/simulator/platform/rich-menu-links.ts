/** Which rich menu shows on whose phone: the user's own before everybody's. */
import { retryOnConflict } from '../../store/index.ts'
import { phones } from '../collections.ts'
import type { Ground } from '../ground.ts'
import { changeSettings, phoneOfUser } from '../simulator-store.ts'
import { type Answer, type Call, type Endpoint, ok } from './endpoint.ts'
import { LineError } from './line-errors.ts'
import { known } from './rich-menus.ts'
import { defaultRichMenuId, showMenus } from './shown-menus.ts'

export function richMenuLinkEndpoints(ground: Ground): Endpoint[] {
  const all = '/v2/bot/user/all/richmenu'
  const user = '/v2/bot/user/:userId/richmenu'
  return [
    { name: 'setDefaultMenu', method: 'post', path: `${all}/:richMenuId`, handle: (call) => setDefault(ground, call) },
    { name: 'getDefaultMenu', method: 'get', path: all, handle: () => getDefault(ground) },
    { name: 'clearDefaultMenu', method: 'delete', path: all, handle: () => clearDefault(ground) },
    { name: 'linkMenu', method: 'post', path: `${user}/:richMenuId`, handle: (call) => link(ground, call) },
    { name: 'getUserMenu', method: 'get', path: user, handle: (call) => getLinked(ground, call) },
    { name: 'unlinkMenu', method: 'delete', path: user, handle: (call) => unlink(ground, call) },
  ]
}

async function menuWithImage(ground: Ground, call: Call): Promise<string> {
  const menu = await known(ground, call)
  if (!menu.imageType) throw new LineError(400, 'must upload richmenu image before applying it to user')
  return menu.id
}

async function setDefault(ground: Ground, call: Call): Promise<Answer> {
  const id = await menuWithImage(ground, call)
  await retryOnConflict(() => ground.store.transaction((tx) => changeSettings(tx, { defaultRichMenuId: id })))
  await showMenus(ground)
  return ok()
}

async function getDefault(ground: Ground): Promise<Answer> {
  const id = await defaultRichMenuId(ground)
  if (!id) throw new LineError(404, 'no default richmenu')
  return ok({ richMenuId: id })
}

async function clearDefault(ground: Ground): Promise<Answer> {
  await retryOnConflict(() => ground.store.transaction((tx) => changeSettings(tx, { defaultRichMenuId: undefined })))
  await showMenus(ground)
  return ok()
}

/** Linking to somebody who is no friend is accepted and does nothing. */
async function link(ground: Ground, call: Call): Promise<Answer> {
  const id = await menuWithImage(ground, call)
  await changeLink(ground, call, id)
  return ok()
}

async function unlink(ground: Ground, call: Call): Promise<Answer> {
  await changeLink(ground, call, undefined)
  return ok()
}

async function getLinked(ground: Ground, call: Call): Promise<Answer> {
  const phone = await phoneOfUser(ground.store, call.params.userId ?? '')
  if (!phone?.richMenuId) throw new LineError(404, 'the user has no richmenu')
  return ok({ richMenuId: phone.richMenuId })
}

async function changeLink(ground: Ground, call: Call, richMenuId: string | undefined): Promise<void> {
  await retryOnConflict(() =>
    ground.store.transaction(async (tx) => {
      const phone = await phoneOfUser(tx, call.params.userId ?? '')
      if (phone?.following) tx.replace(phones, { ...phone, richMenuId })
    }),
  )
  await showMenus(ground)
}
