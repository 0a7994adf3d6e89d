/** POST /webhook however HTTP lets it be said: other versions, other spellings of the path, several requests on one connection. */
import { Agent } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../src/bot/event-store.ts'
import { textEvent } from '../support/events.ts'
import { CHANNEL_SECRET, type LineProgram, openLineProgram } from '../support/line-program.ts'
import { exchange, signatureOf } from '../support/webhook-post.ts'
import { openRawClient } from './raw-socket.ts'

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram()
})
afterAll(() => program.close())

const isStored = async (id: string) => (await program.app.store.get(events, id)) !== undefined

function webhook(words = 'เมนู') {
  const event = textEvent(words)
  const body = JSON.stringify({ events: [event] })
  return { id: event.webhookEventId, body, signature: signatureOf(body, CHANNEL_SECRET) }
}

/** A request as bytes, with the length and the signature of its body. */
function requestWith(
  { body, signature }: { body: string; signature: string },
  { line = 'POST /webhook HTTP/1.1', headers = [] as string[] } = {},
): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}`
  return [line, 'Host: bot.example', length, `x-line-signature: ${signature}`, ...headers, '', body].join('\r\n')
}

/** Sends the bytes and stays. @returns all that came back, until the server closed */
async function sends(bytes: string): Promise<string> {
  const client = await openRawClient(program.app.origin)
  client.write(bytes)
  return client.closed
}
const statusesIn = (heard: string) => [...heard.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status))

describe('is no webhook and leaves no trace', () => {
  test.each(['HEAD', 'GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '%s /webhook, though it is signed',
    async (method) => {
      const { id, body, signature } = webhook()
      const headers = { 'x-line-signature': signature, 'content-length': Buffer.byteLength(body) }
      const answer = await exchange(`${program.app.origin}/webhook`, { method, headers, body: Buffer.from(body) })
      expect(answer.status).toBe(404)
      expect(await isStored(id)).toBe(false)
    },
  )

  test.each(['/webhook/more', '/webhooks', '//webhook', '/webhook%2f', '/a/../webhook', '/webhook;v=1', '*'])(
    'POST %s',
    async (path) => {
      const sent = webhook()
      const line = `POST ${path} HTTP/1.1`
      const heard = await sends(requestWith(sent, { line, headers: ['Connection: close'] }))
      expect(statusesIn(heard)[0]).toBeGreaterThanOrEqual(400)
      expect(statusesIn(heard)[0]).toBeLessThan(500)
      expect(await isStored(sent.id)).toBe(false)
    },
  )

  test.each([
    ['a body in chunks that says a length as well', ['Transfer-Encoding: chunked']],
    ['a length said twice', ['Content-Length: 3']],
    ['chunks under a disguise', ['Transfer-Encoding: xchunked']],
    ['a header with a line break of its own', ['X-Odd: a\nb']],
  ])('%s', async (_what, headers) => {
    const sent = webhook()
    expect(statusesIn(await sends(requestWith(sent, { headers })))).toEqual([400])
    expect(await isStored(sent.id)).toBe(false)
  })

  test('an expectation that nobody here can meet', async () => {
    const sent = webhook()
    expect(statusesIn(await sends(requestWith(sent, { headers: ['Expect: a-miracle', 'Connection: close'] })))).toEqual(
      [417],
    )
    expect(await isStored(sent.id)).toBe(false)
  })
})

describe('is a webhook', () => {
  test.each(['/webhook/', '/webhook?from=line', '/WEBHOOK', '/Webhook/?a=1'])('at %s', async (path) => {
    const sent = webhook()
    const heard = await sends(requestWith(sent, { line: `POST ${path} HTTP/1.1`, headers: ['Connection: close'] }))
    expect(statusesIn(heard)).toEqual([200])
    expect(await isStored(sent.id)).toBe(true)
  })

  test('in HTTP/1.0, which closes the connection after the answer', async () => {
    const sent = webhook()
    const heard = await sends(requestWith(sent, { line: 'POST /webhook HTTP/1.0' }))
    expect(statusesIn(heard)).toEqual([200])
    expect(heard).toMatch(/connection: close/i)
    expect(await isStored(sent.id)).toBe(true)
  })

  test('that waits for leave to send its body', async () => {
    const sent = webhook()
    const client = await openRawClient(program.app.origin)
    const [head, body] = requestWith(sent, { headers: ['Expect: 100-continue', 'Connection: close'] }).split('\r\n\r\n')
    client.write(`${head}\r\n\r\n`)
    expect(await client.status).toBe(100)
    client.write(body ?? '')
    expect(statusesIn(await client.closed)).toEqual([100, 200])
    expect(await isStored(sent.id)).toBe(true)
  })

  test('behind another on one connection: each is answered, in their order, also behind one that is refused', async () => {
    const [first, second, third] = [webhook(), webhook(), webhook()]
    const bytes = [
      requestWith(first),
      requestWith({ ...second, signature: 'wrong' }),
      requestWith(third, { headers: ['Connection: close'] }),
    ].join('')
    expect(statusesIn(await sends(bytes))).toEqual([200, 401, 200])
    expect(await Promise.all([first, second, third].map(({ id }) => isStored(id)))).toEqual([true, false, true])
  })

  test('whose answer nobody waits for: the events are worked all the same', async () => {
    const sent = webhook()
    const client = await openRawClient(program.app.origin)
    client.write(requestWith(sent))
    await client.status
    client.socket.destroy()
    await program.idle()
    expect((await program.app.store.get(events, sent.id))?.status).toBe('done')
  })
})

test('its connection is kept for longer than proxies keep theirs', async () => {
  const agent = new Agent({ keepAlive: true })
  const { headers } = await exchange(`${program.app.origin}/healthz`, { agent })
  agent.destroy()
  // Caddy keeps an idle connection for two minutes, nginx and most balancers in the cloud for one.
  expect(Number(/timeout=(\d+)/.exec(String(headers['keep-alive']))?.[1])).toBeGreaterThan(120)
})

test('a body that is too large does not cost the next request on its connection', async () => {
  const large = 'x'.repeat(1024 * 1024 + 1)
  const next = webhook()
  const tooLarge = requestWith({ body: large, signature: signatureOf(large, CHANNEL_SECRET) })
  const heard = await sends(tooLarge + requestWith(next, { headers: ['Connection: close'] }))
  expect(statusesIn(heard)).toEqual([413, 200])
  expect(await isStored(next.id)).toBe(true)
})
