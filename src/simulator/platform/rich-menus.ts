/** Rich menus: made, given an image once, set for everybody or linked to one user. */
import { buffer } from 'node:stream/consumers'
import type { Stored } from '../../store/types.ts'
import { phones, type RichMenu, richMenus } from '../collections.ts'
import type { Ground } from '../ground.ts'
import { allPhones, allRichMenus, richMenuById } from '../simulator-store.ts'
import { type Answer, type Call, type Endpoint, HOUR, jsonOf, ok, SECOND } from './endpoint.ts'
import { errors, LineError } from './line-errors.ts'
import { checkRichMenu } from './rich-menu-rules.ts'
import { showMenus } from './shown-menus.ts'

const MAX_IMAGE_BYTES = 1024 * 1024
const MAX_MENUS = 1000

export function richMenuEndpoints(ground: Ground): Endpoint[] {
  const path = '/v2/bot/richmenu'
  const seldom = { calls: 100, perMs: HOUR }
  const one = `${path}/:richMenuId`
  return [
    { name: 'createRichMenu', method: 'post', path, rate: seldom, handle: (call) => create(ground, call) },
    { name: 'validateRichMenu', method: 'post', path: `${path}/validate`, handle: validate },
    {
      name: 'listRichMenus',
      method: 'get',
      path: `${path}/list`,
      rate: { calls: 10, perMs: SECOND },
      handle: () => list(ground),
    },
    { name: 'uploadRichMenu', method: 'post', path: `${one}/content`, handle: (call) => upload(ground, call) },
    { name: 'richMenuImage', method: 'get', path: `${one}/content`, handle: (call) => download(ground, call) },
    { name: 'getRichMenu', method: 'get', path: one, handle: async (call) => ok(viewOf(await known(ground, call))) },
    { name: 'deleteRichMenu', method: 'delete', path: one, rate: seldom, handle: (call) => remove(ground, call) },
  ]
}

/** Where `store.files` keeps a menu's image. */
export const imageFileOf = (richMenuId: string): string => `image-${richMenuId}`

/** The menu that a call names. @throws LineError 404 */
export async function known({ store }: Ground, call: Call): Promise<Stored<RichMenu>> {
  const menu = await richMenuById(store, call.params.richMenuId ?? '')
  if (!menu) throw new LineError(404, 'richmenu not found')
  return menu
}

async function create({ store, ids }: Ground, call: Call): Promise<Answer> {
  const definition = checkRichMenu(jsonOf(call))
  if ((await allRichMenus(store)).length >= MAX_MENUS) throw new LineError(400, 'Too many rich menus')
  const id = ids.richMenuId()
  await store.transaction((tx) => tx.insert(richMenus, { id, seq: ids.next(), definition }))
  return ok({ richMenuId: id })
}

function validate(call: Call): Answer {
  checkRichMenu(jsonOf(call))
  return ok()
}

async function list({ store }: Ground): Promise<Answer> {
  return ok({ richmenus: (await allRichMenus(store)).map(viewOf) })
}

async function upload(ground: Ground, call: Call): Promise<Answer> {
  const menu = await known(ground, call)
  if (!/^image\/(png|jpeg)$/.test(call.contentType)) throw errors.wrongMediaType(call.contentType)
  if (call.bytes.length > MAX_IMAGE_BYTES) throw errors.tooLarge()
  if (menu.imageType) throw new LineError(400, 'An image has already been uploaded to the richmenu')
  const file = { id: imageFileOf(menu.id), name: 'rich-menu', contentType: call.contentType }
  await ground.store.files.put(file, call.bytes)
  await ground.store.transaction((tx) => tx.replace(richMenus, { ...menu, imageType: call.contentType }))
  return ok()
}

async function download(ground: Ground, call: Call): Promise<Answer> {
  const menu = await known(ground, call)
  const file = await ground.store.files.get(imageFileOf(menu.id))
  if (!file) throw errors.notFound()
  return { status: 200, contentType: file.info.contentType, body: await buffer(file.stream) }
}

async function remove(ground: Ground, call: Call): Promise<Answer> {
  const menu = await known(ground, call)
  await ground.store.transaction(async (tx) => {
    tx.remove(richMenus, menu)
    for (const phone of await allPhones(tx)) {
      if (phone.richMenuId === menu.id) tx.replace(phones, { ...phone, richMenuId: undefined })
    }
  })
  await ground.store.files.remove(imageFileOf(menu.id))
  await showMenus(ground)
  return ok()
}

export function viewOf(menu: RichMenu): object {
  return { richMenuId: menu.id, ...menu.definition }
}
