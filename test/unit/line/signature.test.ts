import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isSignedBy } from '../../../src/line/index.ts'

/** LINE's published test vector. */
const body = Buffer.from('{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}')
const secret = '8c570fa6dd201bb328f1c1eac23a96d8'
const signature = 'GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs='

const digest = (algorithm: string, encoding: 'hex' | 'base64', key = secret) =>
  createHmac(algorithm, key).update(body).digest(encoding)

describe('a webhook is taken for LINE’s only with the signature of its exact bytes', () => {
  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['in hex', digest('sha256', 'hex')],
    ['SHA-1', digest('sha1', 'base64')],
    ['by another channel', digest('sha256', 'base64', 'another secret')],
    ['given twice', `${signature}, ${signature}`],
    ['followed by something', `${signature}x`],
    ['without its padding', signature.slice(0, -1)],
    ['with a space in it', `${signature.slice(0, 10)} ${signature.slice(10)}`],
  ])('a signature that is %s is refused', (_, header) => {
    expect(isSignedBy(secret, body, header)).toBe(false)
  })

  test('one changed byte is refused', () => {
    const changed = Buffer.from(body)
    changed[5] = 0x41
    expect(isSignedBy(secret, changed, signature)).toBe(false)
  })

  test('LINE’s published example is accepted', () => {
    expect(isSignedBy(secret, body, signature)).toBe(true)
  })

  test('the bytes count, not what they mean: escaped surrogates, Thai, line ends', () => {
    for (const text of ['{"a":"\\uD83E\\uDD28"}', '{"a":"น้ำ"}', '{\r\n  "a": 1\r\n}\n']) {
      const bytes = Buffer.from(text)
      const header = createHmac('sha256', secret).update(bytes).digest('base64')
      expect(isSignedBy(secret, bytes, header)).toBe(true)
    }
  })
})
