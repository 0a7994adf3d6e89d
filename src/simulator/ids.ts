/** Ids of LINE's shapes. They grow with a sequence that goes on after a restart, so that ids sort as things happened. */
import { randomBytes } from 'node:crypto'
import { v4 } from 'uuid'

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function base32(value: number, length: number): string {
  let digits = ''
  for (let rest = value; digits.length < length; rest = Math.floor(rest / 32)) digits = CROCKFORD[rest % 32] + digits
  return digits
}

export class Ids {
  readonly #random: (bytes: number) => Uint8Array
  #sequence: number

  /** @param last the highest sequence number on disk */
  constructor(last: number, random: (bytes: number) => Uint8Array = randomBytes) {
    this.#sequence = last
    this.#random = random
  }

  next(): number {
    this.#sequence += 1
    return this.#sequence
  }

  /** LINE's message ids are long numbers. */
  messageId(seq: number): string {
    return `5${String(seq).padStart(17, '0')}`
  }

  /** A ULID: time, then (where LINE has chance alone) the sequence, so that ids of one millisecond keep their order. */
  webhookEventId(at: Date, seq: number): string {
    const chance = [...this.#random(8)].map((byte) => CROCKFORD[byte % 32]).join('')
    return base32(at.getTime(), 10) + base32(seq, 8) + chance
  }

  replyToken(): string {
    return this.#hex(16)
  }

  quoteToken(): string {
    return `q${this.#hex(24)}`
  }

  requestId(): string {
    return v4({ random: this.#random(16) })
  }

  userId(): string {
    return `U${this.#hex(16)}`
  }

  richMenuId(): string {
    return `richmenu-${this.#hex(16)}`
  }

  imageSetId(): string {
    return this.#hex(32).toUpperCase()
  }

  #hex(bytes: number): string {
    return Buffer.from(this.#random(bytes)).toString('hex')
  }
}
