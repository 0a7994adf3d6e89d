import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createLineApi, type LineApi } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'
import { type Answer, type FakeHost, json, openFakeHost } from './fake-host.ts'

const TOKEN = 'access-token'
const messages = [{ type: 'text', text: 'สวัสดี' }]
const hello = JSON.stringify(messages)

let host: FakeHost
let api: LineApi

beforeEach(async () => {
  host = await openFakeHost()
  api = openApi(host.origin)
})

afterEach(async () => {
  await api.close()
  await host.close()
})

function openApi(origin: string): LineApi {
  const log = createLog('silent')
  return createLineApi({
    apiBaseUrl: origin,
    dataApiBaseUrl: origin,
    accessToken: TOKEN,
    log,
    timeoutMs: 1_000,
    pollMs: 1,
  })
}

const reply = () => api.reply('reply-token', hello)
const push = () => api.push('U1', hello, '8b6e6c0e-0000-5000-8000-000000000000')
const hang: Answer = () => {}
const reset: Answer = (response) => response.socket?.destroy()
const html: Answer = (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>sign in</html>')
const endEarly =
  (headers: Record<string, string>): Answer =>
  (response) => {
    response.writeHead(200, { 'content-length': '100', ...headers })
    response.write('{"sentMess')
    setImmediate(() => response.socket?.destroy())
  }

describe('nothing was sent, for certain', () => {
  test('nobody listens', async () => {
    await host.close()
    expect(await reply()).toEqual({ kind: 'unreached', why: 'ECONNREFUSED' })
  })

  test('the host has no address', async () => {
    const lost = openApi('http://no-such-host.invalid')
    expect(await lost.push('U1', hello, 'key')).toMatchObject({ kind: 'unreached' })
    await lost.close()
  })

  test.each([
    [401, 'unauthorised'],
    [429, 'rate-limited'],
    [403, 'refused'],
    [413, 'refused'],
  ])('LINE says %i: %s', async (status, kind) => {
    host.answer = json(status, { message: 'no' })
    expect(await reply()).toMatchObject({ kind, requestId: 'request-1' })
  })

  test('a refusal carries what LINE says of it', async () => {
    const details = [{ message: 'May not be empty', property: 'messages[0].text' }]
    host.answer = json(400, { message: 'The request body has 1 error(s)', details })
    expect(await reply()).toEqual({
      kind: 'refused',
      status: 400,
      message: 'The request body has 1 error(s)',
      details,
      requestId: 'request-1',
    })
  })

  test('a refusal by something else than LINE is a refusal as well', async () => {
    host.answer = (response) => response.writeHead(403).end('<html>')
    expect(await reply()).toMatchObject({ kind: 'refused', status: 403, message: '', details: [] })
  })
})

describe('edge 36: it may have been sent', () => {
  test.each([
    ['LINE says nothing', hang],
    ['the connection breaks', reset],
    ['LINE fails', json(500, { message: 'Internal Server Error' })],
    ['somebody else answers in HTML', html],
    ['a proxy sends us elsewhere', json(302, {})],
    ['the answer is empty and carries no request id', (response) => response.writeHead(200).end()],
    ['the answer breaks off', endEarly({})],
  ] satisfies [string, Answer][])('%s', async (_, answer) => {
    host.answer = answer
    expect(await reply()).toMatchObject({ kind: 'uncertain' })
    expect(await push()).toMatchObject({ kind: 'uncertain' })
  })

  test('an empty answer that carries LINE’s request id was accepted', async () => {
    host.answer = (response) => response.writeHead(200, { 'x-line-request-id': 'request-1' }).end()
    expect(await reply()).toMatchObject({ kind: 'accepted', requestId: 'request-1' })
  })
})

describe('replies and pushes', () => {
  test('a reply carries the token of the event, ours, and no retry key', async () => {
    expect(await reply()).toEqual({ kind: 'accepted', requestId: 'request-1', value: undefined })
    const [seen] = host.seen
    expect(seen).toMatchObject({ method: 'POST', path: '/v2/bot/message/reply' })
    expect(seen?.headers).toMatchObject({ authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' })
    expect(seen?.headers).not.toHaveProperty('x-line-retry-key')
    expect(JSON.parse(Buffer.from(seen?.body ?? '', 'latin1').toString())).toEqual({
      replyToken: 'reply-token',
      messages,
    })
  })

  test('a push carries its retry key', async () => {
    await push()
    expect(host.seen[0]?.path).toBe('/v2/bot/message/push')
    expect(host.seen[0]?.headers['x-line-retry-key']).toBe('8b6e6c0e-0000-5000-8000-000000000000')
  })

  test('a dead reply token is told apart from bad messages', async () => {
    host.answer = json(400, { message: 'Invalid reply token' })
    expect(await reply()).toEqual({ kind: 'dead-token', requestId: 'request-1' })
    expect(await push()).toMatchObject({ kind: 'refused' })
  })

  test('a retry key that LINE accepted before: it was sent', async () => {
    host.answer = json(
      409,
      { message: 'The retry key is already accepted' },
      { 'x-line-accepted-request-id': 'earlier' },
    )
    expect(await push()).toMatchObject({ kind: 'accepted', requestId: 'earlier' })
  })

  test('409 without the earlier request is no acceptance', async () => {
    host.answer = json(409, { message: 'The retry key is already accepted' })
    expect(await push()).toMatchObject({ kind: 'refused', status: 409 })
  })
})

describe('429 for a push, whatever its words', () => {
  const quotaOf =
    (quota: object, totalUsage: unknown): Answer =>
    (response, seen) => {
      if (seen.path.endsWith('/consumption')) return json(200, { totalUsage })(response, seen)
      if (seen.path.endsWith('/quota')) return json(200, quota)(response, seen)
      return json(429, { message: 'words may change' })(response, seen)
    }

  test.each([
    ['quota-gone', { type: 'limited', value: 300 }, 300],
    ['rate-limited', { type: 'limited', value: 300 }, 299],
    ['rate-limited', { type: 'none' }, 5000],
    ['rate-limited', { type: 'limited', value: 300 }, 'unknown'],
  ])('is %s by the figures %j, used %s', async (kind, quota, used) => {
    host.answer = quotaOf(quota, used)
    expect(await push()).toMatchObject({ kind })
  })
})

describe('what LINE knows', () => {
  test('a profile, by an id that is encoded', async () => {
    host.answer = json(200, { userId: 'U1', displayName: 'สมชาย' })
    expect(await api.profile('U1/../x')).toMatchObject({ kind: 'accepted', value: { displayName: 'สมชาย' } })
    expect(host.seen[0]?.path).toBe('/v2/bot/profile/U1%2F..%2Fx')
  })

  test('an answer of another shape is not taken for one', async () => {
    host.answer = json(200, { something: 'else' })
    expect(await api.botInfo()).toMatchObject({ kind: 'uncertain' })
  })

  test('loading animation', async () => {
    host.answer = json(202, {})
    expect(await api.loading('U1', 20)).toMatchObject({ kind: 'accepted' })
    expect(JSON.parse(host.seen[0]?.body ?? '')).toEqual({ chatId: 'U1', loadingSeconds: 20 })
  })
})

describe('content', () => {
  const jpeg: Answer = (response) =>
    response.writeHead(200, { 'content-type': 'image/jpeg' }).end(Buffer.from([0xff, 0xd8]))

  test.each([404, 410])('%i: it is gone', async (status) => {
    host.answer = json(status, { message: 'gone' })
    expect(await api.content('1')).toEqual({ kind: 'gone' })
  })

  test('a download that breaks off is no half file, and ends nothing else', async () => {
    host.answer = endEarly({ 'content-type': 'image/jpeg' })
    expect(await api.content('1')).toMatchObject({ kind: 'uncertain' })
  })

  test('more than 20 MiB is not read', async () => {
    const chunk = Buffer.alloc(1024 * 1024)
    let written = 0
    host.answer = (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      const more = () => {
        if (response.destroyed || written > 200) return
        written += 1
        response.write(chunk, more)
      }
      more()
    }
    expect(await api.content('1')).toEqual({ kind: 'too-large' })
    expect(written).toBeLessThan(100)
  })

  test('what LINE still prepares is asked for again', async () => {
    host.answer = (response, seen) => (host.seen.length < 4 ? json(202, {}) : jpeg)(response, seen)
    expect(await api.content('1')).toEqual({
      kind: 'content',
      bytes: Buffer.from([0xff, 0xd8]),
      contentType: 'image/jpeg',
    })
  })

  test('edge 30: what LINE could not prepare is not asked for again', async () => {
    host.answer = (response, seen) =>
      (seen.path.endsWith('/transcoding') ? json(200, { status: 'failed' }) : json(202, {}))(response, seen)
    expect(await api.content('1')).toEqual({ kind: 'unusable' })
    expect(host.seen).toHaveLength(2)
  })

  test('but not for ever', async () => {
    host.answer = json(202, {})
    expect(await api.content('1')).toEqual({ kind: 'not-ready' })
  })
})

test('neither tokens nor messages nor user ids reach the log', async () => {
  const lines: string[] = []
  const log = createLog('debug', { write: (line: string) => lines.push(line) })
  const talkative = createLineApi({
    apiBaseUrl: host.origin,
    dataApiBaseUrl: host.origin,
    accessToken: TOKEN,
    log,
    timeoutMs: 1_000,
  })
  await talkative.reply('reply-token', hello)
  await talkative.profile('U4af4980629')
  host.answer = reset
  await talkative.push('U4af4980629', hello, 'key')
  await talkative.close()
  expect(lines).toHaveLength(3)
  expect(lines.join()).not.toMatch(/access-token|reply-token|U4af4980629|สวัสดี/)
})
