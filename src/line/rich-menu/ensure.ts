/**
 * Makes sure that LINE has our rich menus, one a role. LINE cannot replace a menu's picture, so a menu's name carries a hash
 * of all that it is made of: the same name is the same menu, another name is a newer one and replaces ours.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { messagingApi } from '@line/bot-sdk'
import type { Log } from '../../log.ts'
import type { LineApi } from '../api.ts'
import type { LineOutcome } from '../outcome.ts'
import { AREAS, boundsOf, HEIGHT, MENU_NAMES, type MenuName, WIDTH } from './areas.ts'

const PREFIX = 'sister-city-menu '
const CHAT_BAR_TEXT = 'เมนู'

/** LINE's ids of the menus that are there now. */
export type RichMenuIds = Readonly<Record<MenuName, string>>

/**
 * Never throws: a platform without rich menus, or one that does not answer, leaves the chat as it is.
 * @returns undefined then
 */
export async function ensureRichMenus(api: Pick<LineApi, 'richMenus'>, log: Log): Promise<RichMenuIds | undefined> {
  try {
    return await ensure(api.richMenus, log)
  } catch (error) {
    const why = error instanceof Failed ? error.message : 'a picture cannot be read'
    log.warn({ why }, 'the rich menus could not be set; everything in them can be typed')
    return undefined
  }
}

class Failed extends Error {}

async function ensure(richMenus: LineApi['richMenus'], log: Log): Promise<RichMenuIds> {
  const { richmenus } = need('list', await richMenus.list())
  const wanted = await Promise.all(MENU_NAMES.map(menuFor))
  const ids: Partial<Record<MenuName, string>> = {}
  for (const { name, menu, png } of wanted) {
    const there = richmenus.find((each) => each.name === menu.name)?.richMenuId
    const isThere = there !== undefined && (await isUsable(richMenus, there))
    ids[name] = isThere ? there : await make(richMenus, menu, png)
    if (!isThere) log.info({ menu: name }, 'a rich menu was made')
  }
  const { guest = '', officer = '', supervisor = '', admin = '' } = ids
  need('default', await richMenus.setDefault(guest))
  const names = wanted.map(({ menu }) => menu.name)
  const older = richmenus.filter(({ name }) => name.startsWith(PREFIX) && !names.includes(name))
  for (const { richMenuId: old } of older) await richMenus.delete(old)
  return { guest, officer, supervisor, admin }
}

/** One that was made but never got its picture, because the program ended in between, goes. */
async function isUsable(richMenus: LineApi['richMenus'], richMenuId: string): Promise<boolean> {
  const hasImage = need('picture', await richMenus.hasImage(richMenuId))
  if (!hasImage) await richMenus.delete(richMenuId)
  return hasImage
}

/** A menu without its picture is of no use and would be taken for ours at the next start: it is removed again. */
async function make(richMenus: LineApi['richMenus'], menu: messagingApi.RichMenuRequest, png: Buffer): Promise<string> {
  const { richMenuId } = need('create', await richMenus.create(menu))
  const uploaded = await richMenus.uploadImage(richMenuId, png)
  if (uploaded.kind !== 'accepted') await richMenus.delete(richMenuId)
  need('image', uploaded)
  return richMenuId
}

async function menuFor(name: MenuName) {
  const png = await readFile(new URL(`${name}.png`, import.meta.url))
  const areas = AREAS[name].map(({ says, title }, i) => ({
    bounds: boundsOf(i),
    action: { type: 'message' as const, label: title, text: says },
  }))
  const menu = { size: { width: WIDTH, height: HEIGHT }, selected: true, chatBarText: CHAT_BAR_TEXT, areas }
  const version = createHash('sha256').update(JSON.stringify(menu)).update(png).digest('hex').slice(0, 12)
  return { name, png, menu: { ...menu, name: `${PREFIX}${name} ${version}` } }
}

function need<Value>(step: string, outcome: LineOutcome<Value>): Value {
  if (outcome.kind === 'accepted') return outcome.value
  throw new Failed(`${step}: ${outcome.kind}`)
}
