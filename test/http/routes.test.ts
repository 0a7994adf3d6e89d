/** The other routes: whether the program lives, whether it is ready, its figures, its files, and nothing else. */
import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileLinks } from '../../src/bot/file-links.ts'
import { textEvent } from '../support/events.ts'
import { type LineProgram, openLineProgram } from '../support/line-program.ts'
import { exchange, type HttpAnswer } from '../support/webhook-post.ts'

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram()
})
afterAll(() => program.close())

const get = (path: string, method = 'GET'): Promise<HttpAnswer> => exchange(program.app.origin + path, { method })

describe('what is not there', () => {
  test.each([
    ['GET', '/'],
    ['GET', '/webhook'],
    ['PUT', '/webhook'],
    ['GET', '/simulator'],
    ['GET', '/.env'],
    ['GET', '/files'],
    ['POST', '/metrics'],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd'],
    ['GET', '/files/..%2f..%2fstore.sqlite'],
  ])('%s %s is 404, as JSON', async (method, path) => {
    const answer = await get(path, method)
    expect(answer.status).toBe(404)
    expect(answer.headers['content-type']).toMatch(/^application\/json/)
    expect(JSON.parse(answer.body)).toHaveProperty('message')
  })

  test('an address that cannot be decoded is the client’s fault, without a look inside', async () => {
    const answer = await get('/files/%zz')
    expect(answer.status).toBe(400)
    expect(answer.body).toBe('{"message":"bad request"}')
  })
})

describe('GET /readyz says which of them failed', () => {
  const readyz = async () => {
    const { status, body } = await get('/readyz')
    return { status, ...(JSON.parse(body) as { ready: boolean; problems: string[] }) }
  }

  test('200 when the store answers and LINE takes the token', async () => {
    expect(await readyz()).toEqual({ status: 200, ready: true, problems: [] })
  })

  test.each([
    ['LINE does not take the token', 'unauthorized', 'LINE: unauthorised'],
    ['LINE breaks off', 'reset', 'LINE: uncertain'],
    ['LINE is broken', 'error500', 'LINE: uncertain'],
  ] as const)('503 when %s', async (_why, kind, problem) => {
    // What was good is believed for five seconds.
    program.clock.forward(5_000)
    program.platform.faults.add({ on: 'info', kind })
    expect(await readyz()).toEqual({ status: 503, ready: false, problems: [problem] })
    expect((await readyz()).status).toBe(200)
    expect((await get('/healthz')).status).toBe(200)
  })
})

test('GET /healthz is 200 while the process runs', async () => {
  expect(await get('/healthz')).toMatchObject({ status: 200, body: '{"status":"ok"}' })
})

test('GET /metrics is Prometheus text and counts what was said', async () => {
  await program.post({ events: [textEvent('เมนู')] })
  await program.idle()
  const { status, headers, body } = await get('/metrics')
  expect(status).toBe(200)
  expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/)
  expect(body).toMatch(/^sistercity_events_waiting 0$/m)
  expect(body).toMatch(/^sistercity_outgoing_messages\{status="refused"\} 1$/m)
  expect(body).toMatch(/^process_resident_memory_bytes \d+/m)
})

describe('GET /files/TOKEN', () => {
  const bytes = Buffer.from('จังหวัด,คู่\r\nเชียงราย,ยูนนาน\r\n')

  /** A file and the link to it, as an export makes them. */
  async function shareFile(expiresAt: Date): Promise<string> {
    const [token, id] = [randomUUID(), randomUUID()]
    const { store } = program.app
    await store.files.put({ id, name: 'สรุป 2570.csv', contentType: 'text/csv' }, bytes)
    const link = {
      id: createHash('sha256').update(token).digest('hex'),
      fileId: id,
      madeFor: 'U1',
      kind: 'export' as const,
    }
    await store.transaction((tx) => tx.insert(fileLinks, { ...link, expiresAt }))
    return token
  }

  test('gives the file under its name, to be saved and not kept on the way', async () => {
    const token = await shareFile(new Date(program.clock.now().getTime() + 1))
    const answer = await get(`/files/${token}`)
    expect(answer).toMatchObject({ status: 200, body: bytes.toString() })
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv',
      'content-length': `${bytes.length}`,
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('สรุป 2570.csv')}`,
      'x-content-type-options': 'nosniff',
    })
  })

  test('is 404 once the link has died, and for a token that nobody made', async () => {
    const token = await shareFile(program.clock.now())
    for (const path of [`/files/${token}`, `/files/${randomUUID()}`, '/files/constructor']) {
      const answer = await get(path)
      expect(answer.status).toBe(404)
      expect(JSON.parse(answer.body).message).toContain('หมดอายุ')
    }
  })

  test('guessing is stopped after a while', async () => {
    const guesses = await Promise.all(Array.from({ length: 130 }, (_, at) => get(`/files/guess-${at}`)))
    expect(guesses.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  })
})

test('every answer carries the headers that keep a browser from doing harm, and does not say what runs here', async () => {
  for (const path of ['/healthz', '/nowhere', '/metrics']) {
    const { headers } = await get(path)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    })
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('LINE out of reach: 503 that names LINE, while the process stays healthy', async () => {
  await program.platform.stop()
  program.clock.forward(5_000)
  const answer = await get('/readyz')
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.body).problems).toEqual([expect.stringMatching(/^LINE: (unreached|uncertain)$/)])
  expect((await get('/healthz')).status).toBe(200)
})

test('a store that does not answer: 503 that names the store', async () => {
  await program.app.store.close()
  const answer = await get('/readyz')
  expect(answer.status).toBe(503)
  expect(JSON.parse(answer.body).problems).toContain('the store does not answer')
})
