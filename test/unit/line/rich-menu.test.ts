import { statSync } from 'node:fs'
import { loadImage } from '@napi-rs/canvas'
import { describe, expect, test } from 'vitest'
import type { LineApi, LineOutcome } from '../../../src/line/index.ts'
import { checkAction, RICH_MENU } from '../../../src/line/limits/actions.ts'
import { AREAS, boundsOf, HEIGHT, MENU_NAMES, WIDTH } from '../../../src/line/rich-menu/areas.ts'
import { ensureRichMenus } from '../../../src/line/rich-menu/ensure.ts'
import { createLog } from '../../../src/log.ts'

type Menu = { richMenuId: string; name: string; hasImage: boolean }

/** LINE's rich menus, in memory. */
class RichMenus {
  menus: Menu[] = []
  default: string | undefined
  created = 0
  failImage = false

  readonly api: Pick<LineApi, 'richMenus'> = {
    richMenus: {
      list: async () => ok({ richmenus: this.menus }),
      create: async ({ name = '' }) => {
        this.created += 1
        this.menus.push({ richMenuId: `menu-${this.created}`, name, hasImage: false })
        return ok({ richMenuId: `menu-${this.created}` })
      },
      uploadImage: async (id) => {
        if (this.failImage) return { kind: 'uncertain', why: 'timeout' }
        const menu = this.menus.find(({ richMenuId }) => richMenuId === id)
        if (menu) menu.hasImage = true
        return ok(undefined)
      },
      hasImage: async (id) => ok(this.menus.some(({ richMenuId, hasImage }) => richMenuId === id && hasImage)),
      setDefault: async (id) => {
        const isReady = this.menus.some(({ richMenuId, hasImage }) => richMenuId === id && hasImage)
        if (!isReady) return { kind: 'refused', status: 400, message: 'must upload richmenu image', details: [] }
        this.default = id
        return ok(undefined)
      },
      link: async () => ok(undefined),
      unlink: async () => ok(undefined),
      delete: async (id) => {
        this.menus = this.menus.filter(({ richMenuId }) => richMenuId !== id)
        return ok(undefined)
      },
    },
  }
}

function ok<Value>(value: Value): LineOutcome<Value> {
  return { kind: 'accepted', value }
}

const silent = createLog('silent')

describe('edge 57: a platform without rich menus does not stop the start', () => {
  test.each([
    { kind: 'refused', status: 404, message: '', details: [] },
    { kind: 'unreached', why: 'ECONNREFUSED' },
  ] satisfies LineOutcome<never>[])('it answers $kind', async (outcome) => {
    const line = new RichMenus()
    const list = async () => outcome
    await ensureRichMenus({ richMenus: { ...line.api.richMenus, list } }, silent)
    expect(line.created).toBe(0)
  })
})

describe('the rich menus', () => {
  test('are made once, one a role, however often the program starts', async () => {
    const line = new RichMenus()
    await ensureRichMenus(line.api, silent)
    await ensureRichMenus(line.api, silent)
    expect(line.created).toBe(4)
    expect(line.default).toBe('menu-1')
    expect(line.menus.map(({ name }) => name.split(' ')[1])).toEqual(['guest', 'officer', 'supervisor', 'admin'])
  })

  test('replaces its older version, and leaves menus that are not ours', async () => {
    const line = new RichMenus()
    line.menus = [
      { richMenuId: 'old', name: 'sister-city-menu 0', hasImage: true },
      { richMenuId: 'theirs', name: 'New Year', hasImage: true },
    ]
    await ensureRichMenus(line.api, silent)
    expect(line.menus.map(({ richMenuId }) => richMenuId)).toEqual(['theirs', 'menu-1', 'menu-2', 'menu-3', 'menu-4'])
    expect(line.default).toBe('menu-1')
  })

  test('edge 57: that never got its picture is made anew at the next start', async () => {
    const line = new RichMenus()
    line.failImage = true
    await ensureRichMenus(line.api, silent)
    expect(line.menus).toEqual([])
    await line.api.richMenus.create({ name: '' })
    line.failImage = false
    await ensureRichMenus(line.api, silent)
    const ours = line.menus.find(({ richMenuId }) => richMenuId === line.default)
    line.menus = [{ richMenuId: 'halfway', name: ours?.name ?? '', hasImage: false }]
    await ensureRichMenus(line.api, silent)
    expect(line.menus.map(({ hasImage }) => hasImage)).toEqual([true, true, true, true])
  })
})

describe.each(MENU_NAMES)('the picture and the fields of the %s’s menu are within LINE’s limits', (name) => {
  const file = new URL(`../../../src/line/rich-menu/${name}.png`, import.meta.url)
  const areas = AREAS[name]

  test('the picture', async () => {
    expect(statSync(file).size).toBeLessThan(1_000_000)
    const { width, height } = await loadImage(file)
    expect([width, height]).toEqual([WIDTH, HEIGHT])
  })

  test('the fields cover it without a gap, and each can be typed', () => {
    const covered = areas.map((_, i) => boundsOf(i)).reduce((sum, { width = 0, height = 0 }) => sum + width * height, 0)
    expect(covered).toBe(WIDTH * HEIGHT)
    const problems: string[] = []
    for (const { says, title } of areas) {
      checkAction({ type: 'message', label: title, text: says }, RICH_MENU, 'action', (_, why) => problems.push(why))
    }
    expect(problems).toEqual([])
  })
})
