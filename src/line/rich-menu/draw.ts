/**
 * Draws the rich menus' pictures, `guest.png` and so on beside this file: `node src/line/rich-menu/draw.ts`. Run it after a
 * change of `areas.ts` and commit the pictures; the running program only reads them.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas'
import { AREAS, type Area, boundsOf, HEIGHT, MENU_NAMES, type MenuName, WIDTH } from './areas.ts'
import { ICONS } from './icons.ts'

const NAVY = '#12355B'
const TEAL = '#0F766E'
const SLATE = '#334E68'
const PALE = '#EAF1F8'
const BORDER = '#BCCCDC'
const WHITE = '#FFFFFF'

/** The first field is what most people of the role come for: it stands out. */
const MAIN = 0
const GAP = 26

function registerSarabun(): void {
  const folder = fileURLToPath(new URL('../../../node_modules/@fontsource/sarabun/files/', import.meta.url))
  for (const script of ['thai', 'latin']) {
    for (const weight of [500, 700]) {
      GlobalFonts.registerFromPath(`${folder}sarabun-${script}-${weight}-normal.woff2`, `Sarabun ${script} ${weight}`)
    }
  }
}

function font(weight: 500 | 700, px: number): string {
  return `${weight} ${px}px "Sarabun thai ${weight}", "Sarabun latin ${weight}"`
}

function drawArea(c: SKRSContext2D, area: Area, index: number): void {
  const { x = 0, y = 0, width = 0, height = 0 } = boundsOf(index)
  const isMain = index === MAIN
  const middle = x + width / 2
  drawTile(c, x + GAP, y + GAP, width - 2 * GAP, height - 2 * GAP, isMain)
  drawIcon(c, area, middle, y + 256, isMain)
  c.textAlign = 'center'
  c.fillStyle = isMain ? WHITE : NAVY
  c.font = font(700, 108)
  c.fillText(area.title, middle, y + 574)
  c.fillStyle = isMain ? '#D5E6F5' : SLATE
  c.font = font(500, 74)
  c.fillText(area.caption, middle, y + 716)
}

function drawTile(c: SKRSContext2D, x: number, y: number, width: number, height: number, isMain: boolean): void {
  c.beginPath()
  c.roundRect(x, y, width, height, 44)
  c.fillStyle = isMain ? NAVY : WHITE
  c.fill()
  c.lineWidth = 4
  c.strokeStyle = isMain ? NAVY : BORDER
  c.stroke()
}

function drawIcon(c: SKRSContext2D, { icon }: Area, x: number, y: number, isMain: boolean): void {
  c.beginPath()
  c.arc(x, y, 160, 0, Math.PI * 2)
  c.fillStyle = isMain ? TEAL : PALE
  c.fill()
  c.save()
  c.translate(x - 85, y - 85)
  c.scale(1.7, 1.7)
  c.beginPath()
  ICONS[icon](c)
  c.lineWidth = 7
  c.lineCap = 'round'
  c.lineJoin = 'round'
  c.strokeStyle = isMain ? WHITE : TEAL
  c.stroke()
  c.restore()
}

function draw(name: MenuName): void {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const context = canvas.getContext('2d')
  context.fillStyle = PALE
  context.fillRect(0, 0, WIDTH, HEIGHT)
  for (const [index, area] of AREAS[name].entries()) drawArea(context, area, index)
  writeFileSync(new URL(`${name}.png`, import.meta.url), canvas.toBuffer('image/png'))
}

registerSarabun()
for (const name of MENU_NAMES) draw(name)
