/** Only what LINE signed gets in: the signature over the exact bytes, and no trace of anything else. */
import { createHash, createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../src/bot/event-store.ts'
import { textEvent } from '../support/events.ts'
import { CHANNEL_SECRET, type LineProgram, openLineProgram } from '../support/line-program.ts'
import { LINE_VECTOR } from '../support/line-vector.ts'
import { signatureOf } from '../support/webhook-post.ts'

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram()
})
afterAll(() => program.close())

const isStored = async (id: string) => (await program.app.store.get(events, id)) !== undefined
const bodyWith = (event: unknown) => JSON.stringify({ events: [event] })

describe('edge 1: the example that LINE publishes', () => {
  const { body, signature } = LINE_VECTOR

  test('is accepted', async () => {
    const answer = await program.post(body, { signature })
    expect(answer).toMatchObject({ status: 200, body: '{}' })
  })

  test.each([
    ['of the body', body.replace('U8e', 'U8f'), signature],
    ['of the signature', body, signature.replace('GhR', 'GhS')],
    ['at the very end of the body', `${body} `, signature],
  ])('is refused with one byte changed %s', async (_where, changed, given) => {
    expect((await program.post(changed, { signature: given })).status).toBe(401)
  })
})

describe('edge 2: a signature that is not this channel’s over these bytes is 401 and leaves no trace', () => {
  const wrong: [string, (body: string) => string | null][] = [
    ['no signature', () => null],
    ['an empty signature', () => ''],
    ['the digest in hex', (body) => createHmac('sha256', CHANNEL_SECRET).update(body).digest('hex')],
    ['HMAC-SHA1', (body) => createHmac('sha1', CHANNEL_SECRET).update(body).digest('base64')],
    ['a hash without the secret', (body) => createHash('sha256').update(body).digest('base64')],
    ['the secret of another channel', (body) => signatureOf(body, '0'.repeat(32))],
    ['the signature of another body', () => LINE_VECTOR.signature],
    [
      'the signature in base64url',
      (body) => Buffer.from(signatureOf(body, CHANNEL_SECRET), 'base64').toString('base64url'),
    ],
    [
      'edge 4: the signature twice',
      (body) => `${signatureOf(body, CHANNEL_SECRET)}, ${signatureOf(body, CHANNEL_SECRET)}`,
    ],
    ['edge 4: something after the signature', (body) => `${signatureOf(body, CHANNEL_SECRET)}AAAA`],
  ]

  test.each(wrong)('%s', async (_what, sign) => {
    const event = textEvent('เมนู')
    const body = bodyWith(event)
    const answer = await program.post(body, { signature: sign(body) })
    await program.idle()
    expect(answer.status).toBe(401)
    expect(JSON.parse(answer.body).message).toMatch(/x-line-signature/)
    expect(await isStored(event.webhookEventId)).toBe(false)
    expect(await program.app.store.count(events, 'waitingOf', [])).toBe(0)
  })

  test('a right signature in a second header does not help', async () => {
    const event = textEvent('เมนู')
    const body = bodyWith(event)
    const twice = ['x'.repeat(44), signatureOf(body, CHANNEL_SECRET)] as unknown as string
    const answer = await program.post(body, { signature: null, headers: { 'x-line-signature': twice } })
    expect(answer.status).toBe(401)
    expect(await isStored(event.webhookEventId)).toBe(false)
  })

  test('the log says what to look at, and neither secret nor body', async () => {
    const body = bodyWith(textEvent('ความลับของฉัน'))
    await program.post(body, { signature: null })
    const logged = program.logged()
    expect(logged).toContain('the signature does not fit the channel secret')
    expect(logged).not.toContain('ความลับของฉัน')
    expect(logged).not.toContain(CHANNEL_SECRET)
  })
})

describe('edge 3: the signature is over the bytes as they came', () => {
  const event = () => textEvent('นํ้าใจ 🧨')
  const escapeAll = (json: string) =>
    json.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}`)
  const ways: [string, (json: unknown) => string][] = [
    ['Thai and emoji as \\uXXXX escapes', (json) => escapeAll(JSON.stringify(json))],
    ['Thai as raw UTF-8', (json) => JSON.stringify(json)],
    ['pretty-printed', (json) => JSON.stringify(json, null, 2)],
    [
      'with CRLF and a newline at the end',
      (json) => `${JSON.stringify(json, null, '\t').replaceAll('\n', '\r\n')}\r\n`,
    ],
    ['with spaces around it', (json) => `  ${JSON.stringify(json)}\n\n`],
  ]

  test.each(ways)('%s', async (_how, write) => {
    const sent = event()
    expect((await program.post(write({ events: [sent] }))).status).toBe(200)
    expect(await isStored(sent.webhookEventId)).toBe(true)
  })
})

describe('edge 4: the name of the header may change its case', () => {
  test.each(['X-Line-Signature', 'X-LINE-SIGNATURE', 'x-line-signature'])('%s', async (name) => {
    const event = textEvent('เมนู')
    const body = bodyWith(event)
    const headers = { [name]: signatureOf(body, CHANNEL_SECRET) }
    expect((await program.post(body, { signature: null, headers })).status).toBe(200)
    expect(await isStored(event.webhookEventId)).toBe(true)
  })
})
