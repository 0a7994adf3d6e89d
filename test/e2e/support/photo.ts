/** A photo that is really one: mountains at dusk, drawn here so that no file has to be kept. */
import { createCanvas } from '@napi-rs/canvas'

const WIDTH = 960
const HEIGHT = 640

export interface Photo {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

export function drawPhoto(name: string, hue: number): Photo {
  const canvas = createCanvas(WIDTH, HEIGHT)
  const paint = canvas.getContext('2d')
  const sky = paint.createLinearGradient(0, 0, 0, HEIGHT)
  sky.addColorStop(0, `hsl(${hue} 55% 45%)`)
  sky.addColorStop(1, `hsl(${hue + 30} 90% 85%)`)
  paint.fillStyle = sky
  paint.fillRect(0, 0, WIDTH, HEIGHT)
  for (const ridge of [0, 1, 2]) {
    paint.fillStyle = `hsl(${hue + 15} ${45 - 8 * ridge}% ${48 - 13 * ridge}%)`
    paint.beginPath()
    paint.moveTo(0, HEIGHT)
    for (let x = 0; x <= WIDTH; x += 8) {
      const wave = Math.sin(x / (140 - 30 * ridge) + ridge * 2) + Math.sin(x / 61 + ridge) / 3
      paint.lineTo(x, HEIGHT * (0.5 + 0.15 * ridge) - 55 * wave)
    }
    paint.lineTo(WIDTH, HEIGHT)
    paint.fill()
  }
  return { name, mimeType: 'image/jpeg', buffer: canvas.toBuffer('image/jpeg', 85) }
}
