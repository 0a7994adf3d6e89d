/** Bodies that are too large, broken, slow or strange never make the program fail, grow or keep a socket. */
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../src/bot/event-store.ts'
import { textEvent } from '../support/events.ts'
import { CHANNEL_SECRET, type LineProgram, openLineProgram } from '../support/line-program.ts'
import { exchange, signatureOf } from '../support/webhook-post.ts'
import { chunkOf, openRawClient, requestHead } from './raw-socket.ts'

const MIB = 1024 * 1024
const FIVE_MB = Buffer.alloc(5_000_000, 'x')
/** Instead of the ten seconds of the program, so that the slow are dropped while the test looks on. */
const REQUEST_TIMEOUT_MS = 400

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram({ requestTimeoutMs: REQUEST_TIMEOUT_MS })
})
afterAll(() => program.close())

const sign = (body: string | Uint8Array) => signatureOf(body, CHANNEL_SECRET)
const isAlive = async () => (await exchange(`${program.app.origin}/healthz`)).status === 200
const chunked = { 'transfer-encoding': 'chunked' }

describe('edge 5: a body of 5 MB is 413', () => {
  const signature = sign(FIVE_MB)

  test.each([
    ['with a Content-Type', { 'content-type': 'application/json', 'content-length': `${FIVE_MB.length}` }],
    ['without a Content-Type', { 'content-length': `${FIVE_MB.length}` }],
    ['in chunks, so that nobody knows its length', { 'content-type': 'application/json', ...chunked }],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${FIVE_MB.length}` }],
  ])('%s', async (_how, headers) => {
    const signed = { ...headers, 'x-line-signature': signature }
    const answer = await exchange(`${program.app.origin}/webhook`, { method: 'POST', headers: signed, body: FIVE_MB })
    expect(answer).toMatchObject({ status: 413, body: '{"message":"the body is larger than 1 MiB"}' })
  })

  test('the answer does not wait for the rest of a body that never ends', async () => {
    const client = await openRawClient(program.app.origin)
    client.write(requestHead({ ...chunked, 'x-line-signature': signature }))
    for (let sent = 0; sent <= MIB; sent += 65_536) client.write(chunkOf(FIVE_MB.subarray(0, 65_536)))
    expect(await client.status).toBe(413)
    await client.closed
  })

  test('exactly 1 MiB is read, and one byte more is not', async () => {
    const padded = (bytes: number) => `{"events":[]}${' '.repeat(bytes - 13)}`
    expect((await program.post(padded(MIB))).status).toBe(200)
    expect((await program.post(padded(MIB + 1))).status).toBe(413)
  })

  test('twenty of them at once leave memory flat', async () => {
    const before = process.memoryUsage().rss
    const headers = { 'x-line-signature': signature, ...chunked }
    const url = `${program.app.origin}/webhook`
    const posts = Array.from({ length: 20 }, () => exchange(url, { method: 'POST', headers, body: FIVE_MB }))
    expect(new Set((await Promise.all(posts)).map(({ status }) => status))).toEqual(new Set([413]))
    // All twenty kept would be 100 MB; the clients are in this process as well.
    expect(process.memoryUsage().rss - before).toBeLessThan(90 * MIB)
  })
})

describe('edge 5: a Content-Length that is not true', () => {
  const body = JSON.stringify({ events: [] })

  test.each([
    ['longer than what comes', requestHead({ 'Content-Length': 500, 'x-line-signature': sign(body) }) + body, 400],
    ['shorter than what comes', requestHead({ 'Content-Length': 5, 'x-line-signature': sign(body) }) + body, 400],
    ['no number', requestHead({ 'Content-Length': 'many', 'x-line-signature': sign(body) }) + body, 400],
    ['beside chunks', requestHead({ 'Content-Length': body.length, 'Transfer-Encoding': 'chunked' }) + body, 400],
  ])('%s', async (_how, bytes, status) => {
    const client = await openRawClient(program.app.origin)
    client.socket.end(bytes)
    expect(await client.status).toBe(status)
    await client.closed
    expect(await isAlive()).toBe(true)
  })
})

describe('edge 6: clients that break off or dawdle', () => {
  test('one that goes away in the middle of a body leaves nothing behind', async () => {
    const event = textEvent('เมนู')
    const body = JSON.stringify({ events: [event] })
    const client = await openRawClient(program.app.origin)
    client.write(requestHead({ 'Content-Length': Buffer.byteLength(body), 'x-line-signature': sign(body) }))
    client.write(Buffer.from(body).subarray(0, 40))
    client.socket.destroy()
    await client.closed
    expect(await isAlive()).toBe(true)
    expect(await program.app.store.get(events, event.webhookEventId)).toBeUndefined()
  })

  test('one whose body stalls is dropped, and its socket is free', async () => {
    const client = await openRawClient(program.app.origin)
    client.write(requestHead({ 'Content-Length': 500, 'x-line-signature': sign('') }))
    client.write('{"events":')
    expect(await client.closed).toMatch(/^HTTP\/1\.1 408/)
  })

  test('one whose headers never end is dropped as well', async () => {
    const client = await openRawClient(program.app.origin)
    client.write('POST /webhook HTTP/1.1\r\nHost: bot.example\r\nX-Slow: ')
    expect(await client.closed).toMatch(/^HTTP\/1\.1 408/)
  })

  test('while many dawdle, others are answered', async () => {
    const slow = await Promise.all(Array.from({ length: 50 }, () => openRawClient(program.app.origin)))
    for (const client of slow) client.write(requestHead({ 'Content-Length': 500 }))
    expect((await program.post({ events: [] })).status).toBe(200)
    await Promise.all(slow.map((client) => client.closed))
  })
})

describe('edge 7: signed nonsense is never a failure of ours', () => {
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  const nonsense: [string, string][] = [
    ['null', 'null'],
    ['a list', '[]'],
    ['a word', '"x"'],
    ['a number', '7'],
    ['nothing in it', '{}'],
    ['no list of events', '{"events":null}'],
    ['an object that looks like a list', '{"events":{"length":3}}'],
    ['events that are none', '{"events":[null,1,"x",[],{}]}'],
    ['nested fifty deep', `{"events":[${nested(50)}],"more":${nested(50)}}`],
    ['an event nested 100,000 deep', `{"events":[{"type":"message","more":${nested(100_000)}}]}`],
    [
      'keys that could change every object',
      '{"__proto__":{"isPolluted":true},"constructor":{"prototype":{"isPolluted":true}},"events":[]}',
    ],
    [
      'the same inside an event',
      '{"events":[{"type":"message","__proto__":{"isPolluted":true},"source":{"__proto__":{"isPolluted":true}}}]}',
    ],
    ['types that every object knows', '{"events":[{"type":"__proto__"},{"type":"constructor"},{"type":"toString"}]}'],
    ['a destination that is none', '{"destination":7,"events":[]}'],
  ]

  test.each(nonsense)('%s', async (_what, body) => {
    expect((await program.post(body)).status).toBe(200)
    expect(({} as Record<string, unknown>).isPolluted).toBeUndefined()
  })

  test.each([
    ['nothing at all', ''],
    ['half of it', '{"events":['],
    ['another language', '<xml/>'],
    ['bytes that are no UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
  ])('not JSON is 400: %s', async (_what, body) => {
    expect((await program.post(body)).status).toBe(400)
  })

  test('a packed body is not unpacked: the signature is over what came, and that is no JSON', async () => {
    const packed = gzipSync(JSON.stringify({ events: [] }))
    expect((await program.post(packed, { headers: { 'content-encoding': 'gzip' } })).status).toBe(400)
    const bomb = gzipSync(Buffer.alloc(50 * MIB))
    expect((await program.post(bomb, { headers: { 'content-encoding': 'gzip' } })).status).toBe(400)
  })
})
