/** The rich menu's icons as strokes in a square of 100 by 100, drawn with the colour and width that are set. */
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Icon } from './areas.ts'

type Draw = (c: SKRSContext2D) => void

export const ICONS: Readonly<Record<Icon, Draw>> = {
  report(c) {
    c.roundRect(20, 14, 52, 74, 8)
    line(c, [34, 38], [58, 38])
    line(c, [34, 54], [52, 54])
    line(c, [34, 70], [44, 70])
    line(c, [56, 78], [84, 46], [92, 54], [64, 86], [54, 88], [56, 78])
  },
  pairs(c) {
    pin(c, 24, 34)
    pin(c, 76, 34)
    line(c, [24, 92], [76, 92])
  },
  steps(c) {
    line(c, [10, 84], [32, 84], [32, 64], [54, 64], [54, 44], [76, 44], [76, 28], [94, 28])
    line(c, [10, 44], [36, 18])
    line(c, [20, 14], [40, 14], [40, 34])
  },
  question(c) {
    line(c, [36, 76], [20, 92], [20, 74])
    c.roundRect(8, 12, 84, 62, 14)
    c.moveTo(39, 35)
    c.bezierCurveTo(39, 22, 61, 22, 61, 35)
    c.bezierCurveTo(61, 44, 50, 43, 50, 52)
    circle(c, 50, 62, 1.5)
  },
  chart(c) {
    line(c, [10, 10], [10, 90], [94, 90])
    c.roundRect(24, 56, 14, 34, 2)
    c.roundRect(50, 36, 14, 54, 2)
    c.roundRect(76, 18, 14, 72, 2)
  },
  person(c) {
    circle(c, 50, 32, 18)
    c.moveTo(16, 88)
    c.bezierCurveTo(18, 60, 82, 60, 84, 88)
    c.closePath()
  },
  people(c) {
    circle(c, 34, 36, 14)
    line(c, [8, 84], [12, 70], [24, 62], [44, 62], [56, 70], [60, 84], [8, 84])
    circle(c, 68, 30, 12)
    line(c, [62, 54], [76, 54], [88, 62], [92, 76], [74, 76])
  },
  key(c) {
    circle(c, 30, 62, 20)
    line(c, [44, 48], [86, 8])
    line(c, [70, 24], [84, 38])
    line(c, [58, 36], [68, 46])
  },
  check(c) {
    c.roundRect(14, 12, 72, 76, 8)
    line(c, [30, 52], [44, 66], [72, 34])
  },
  menu(c) {
    for (const [x, y] of [
      [12, 12],
      [56, 12],
      [12, 56],
      [56, 56],
    ] as const) {
      c.roundRect(x, y, 32, 32, 7)
    }
  },
}

function line(c: SKRSContext2D, ...points: readonly (readonly [number, number])[]): void {
  for (const [i, [x, y]] of points.entries()) i === 0 ? c.moveTo(x, y) : c.lineTo(x, y)
}

function circle(c: SKRSContext2D, x: number, y: number, radius: number): void {
  c.moveTo(x + radius, y)
  c.arc(x, y, radius, 0, Math.PI * 2)
}

/** A place on a map, its head at (x, y). */
function pin(c: SKRSContext2D, x: number, y: number): void {
  circle(c, x, y, 7)
  c.moveTo(x, y + 40)
  c.bezierCurveTo(x - 12, y + 22, x - 20, y + 14, x - 20, y)
  c.arc(x, y, 20, Math.PI, 0)
  c.bezierCurveTo(x + 20, y + 14, x + 12, y + 22, x, y + 40)
}
