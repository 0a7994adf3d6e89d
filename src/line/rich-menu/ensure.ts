/**
 * Makes sure that the chat has our rich menu. LINE cannot replace a menu's picture, so a menu's name carries a hash of all
 * that it is made of: the same name is the same menu, another name is a newer one and replaces ours.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { messagingApi } from '@line/bot-sdk'
import type { Log } from '../../log.ts'
import type { LineApi } from '../api.ts'
import type { LineOutcome } from '../outcome.ts'
import { AREAS, boundsOf, HEIGHT, WIDTH } from './areas.ts'

const PREFIX = 'sister-city-menu '
const CHAT_BAR_TEXT = 'เมนู'

/** Never throws: a platform without rich menus, or one that does not answer, leaves the chat as it is. */
export async function ensureRichMenu(api: Pick<LineApi, 'richMenus'>, log: Log): Promise<void> {
  try {
    await ensure(api.richMenus, log)
  } catch (error) {
    const why = error instanceof Failed ? error.message : 'the picture cannot be read'
    log.warn({ why }, 'the rich menu could not be set; everything in it can be typed')
  }
}

class Failed extends Error {}

async function ensure(richMenus: LineApi['richMenus'], log: Log): Promise<void> {
  const png = await readFile(new URL('rich-menu.png', import.meta.url))
  const menu = menuFor(png)
  const { richmenus } = need('list', await richMenus.list())
  const there = richmenus.find(({ name }) => name === menu.name)
  const isSet = there !== undefined && (await isUsable(richMenus, there.richMenuId))
  if (!isSet) {
    need('default', await richMenus.setDefault(await make(richMenus, menu, png)))
    log.info('the rich menu was set')
  }
  const older = richmenus.filter(({ name }) => name.startsWith(PREFIX) && name !== menu.name)
  for (const { richMenuId: old } of older) await richMenus.delete(old)
}

/** One that was made but never got its picture, because the program ended in between, is refused and goes. */
async function isUsable(richMenus: LineApi['richMenus'], richMenuId: string): Promise<boolean> {
  const outcome = await richMenus.setDefault(richMenuId)
  if (outcome.kind === 'refused') await richMenus.delete(richMenuId)
  else need('default', outcome)
  return outcome.kind === 'accepted'
}

/** A menu without its picture is of no use and would be taken for ours at the next start: it is removed again. */
async function make(richMenus: LineApi['richMenus'], menu: messagingApi.RichMenuRequest, png: Buffer): Promise<string> {
  const { richMenuId } = need('create', await richMenus.create(menu))
  const uploaded = await richMenus.uploadImage(richMenuId, png)
  if (uploaded.kind !== 'accepted') await richMenus.delete(richMenuId)
  need('image', uploaded)
  return richMenuId
}

function menuFor(png: Buffer): messagingApi.RichMenuRequest {
  const areas = AREAS.map(({ says, title }, i) => ({
    bounds: boundsOf(i),
    action: { type: 'message' as const, label: title, text: says },
  }))
  const menu = { size: { width: WIDTH, height: HEIGHT }, selected: true, chatBarText: CHAT_BAR_TEXT, areas }
  const version = createHash('sha256').update(JSON.stringify(menu)).update(png).digest('hex').slice(0, 12)
  return { ...menu, name: `${PREFIX}${version}` }
}

function need<Value>(step: string, outcome: LineOutcome<Value>): Value {
  if (outcome.kind === 'accepted') return outcome.value
  throw new Failed(`${step}: ${outcome.kind}`)
}
