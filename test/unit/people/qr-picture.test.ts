/** The picture of an invitation is what a phone's camera reads the link from. */
import { createCanvas, loadImage } from '@napi-rs/canvas'
import { decodeQR } from 'qr/decode.js'
import { expect, test } from 'vitest'
import { invitationLink } from '../../../src/people/invitations.ts'
import { drawQr } from '../../../src/people/qr-picture.ts'

test.each([invitationLink('@123abcde', 'K7QM-4RXT'), 'ลงทะเบียน K7QM-4RXT'])(
  '%s is read back from the PNG',
  async (text) => {
    const image = await loadImage(drawQr(text))
    const canvas = createCanvas(image.width, image.height)
    const context = canvas.getContext('2d')
    context.drawImage(image, 0, 0)
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
    expect(decodeQR({ data: new Uint8Array(data), width, height })).toBe(text)
    expect(width).toBe(height)
  },
)
