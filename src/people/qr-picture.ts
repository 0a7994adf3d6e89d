/** A QR code as a PNG: black on white, a margin of four modules around it, in one bit a pixel. */
import { crc32, deflateSync } from 'node:zlib'
import { encodeQR } from 'qr'

const PIXELS_A_MODULE = 12
const MARGIN_MODULES = 4
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const GREY = 0

export function drawQr(text: string): Buffer {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: MARGIN_MODULES })
  const side = modules.length * PIXELS_A_MODULE
  const rows = modules.flatMap((row) => Array.from({ length: PIXELS_A_MODULE }, () => packedRow(row)))
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, GREY, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A line of the picture: its filter (none), then eight pixels a byte; a set bit is white. */
function packedRow(row: readonly boolean[]): Buffer {
  const pixels = row.flatMap((isDark) => Array.from({ length: PIXELS_A_MODULE }, () => !isDark))
  const line = Buffer.alloc(1 + Math.ceil(pixels.length / 8))
  for (const [x, isWhite] of pixels.entries()) {
    const at = 1 + (x >> 3)
    if (isWhite) line[at] = (line[at] ?? 0) | (0x80 >> (x & 7))
  }
  return line
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
