import { get } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { startWorld, TOKEN, text, userIdOf, type World } from './world.ts'

interface Page {
  readonly world: World
  readonly origin: string
  ask(path: string): Promise<Response>
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the answer that it looks into
  json(path: string): Promise<any>
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
}

async function openPage(): Promise<Page> {
  const world = await startWorld()
  const origin = await world.pageOrigin()
  const ask = (path: string) => fetch(`${origin}/simulator${path}`)
  return {
    world,
    origin,
    ask,
    json: async (path) => (await ask(path)).json(),
    post: (path, body, headers) => {
      const isRaw = body instanceof Uint8Array || typeof body === 'string'
      return fetch(`${origin}/simulator/api${path}`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', ...headers },
        body: isRaw ? (body as string) : JSON.stringify(body ?? {}),
      })
    },
  }
}

/** Events of the live stream, as they come. */
function watch(origin: string): { readonly seen: string[] } {
  const watched = { seen: [] as string[] }
  const request = get(`${origin}/simulator/api/events`, (res) => {
    res.on('data', (chunk: Buffer) => watched.seen.push(...chunk.toString().split('\n\n').filter(Boolean)))
  })
  request.on('error', () => {})
  onTestFinished(() => {
    request.destroy()
  })
  return watched
}

test('another site cannot make a phone say something', async () => {
  const { world, post } = await openPage()
  const foreign = await post('/phones/guest/text', { text: 'ก' }, { origin: 'https://elsewhere.example' })
  expect(foreign.status).toBe(403)
  expect(await foreign.json()).toEqual({ error: expect.stringContaining('ไม่ได้มาจากหน้าจำลอง') })
  expect((await post('/phones/guest/text', { text: 'ก' }, { origin: 'null' })).status).toBe(403)
  expect(await world.simulator.messagesOf('guest')).toEqual([])
})

test('a request without an origin is taken as JSON, never as a form', async () => {
  const { origin } = await openPage()
  const post = (type: string) =>
    fetch(`${origin}/simulator/api/phones/guest/text`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: '{"text":"ก"}',
    })
  expect((await post('text/plain')).status).toBe(403)
  expect((await post('application/json')).status).toBe(200)
})

test('what is not right is refused with a Thai sentence', async () => {
  const { post, ask } = await openPage()
  const refusal = async (answer: Promise<Response>) => {
    const response = await answer
    const { error } = (await response.json()) as { error: string }
    expect(error).toMatch(/[ก-๙]/)
    return response.status
  }
  expect(await refusal(post('/phones/nobody/text', { text: 'ก' }))).toBe(404)
  expect(await refusal(post('/phones/guest/text', { words: 'ก' }))).toBe(400)
  expect(await refusal(post('/phones/guest/text', '{'))).toBe(400)
  expect(await refusal(post('/phones/guest/text', { text: '' }))).toBe(400)
  expect(await refusal(post('/phones/guest/photo', new Uint8Array(9), { 'content-type': 'image/gif' }))).toBe(400)
  const huge = new Uint8Array(10 * 1024 * 1024 + 1)
  expect(await refusal(post('/phones/guest/photo', huge, { 'content-type': 'image/png' }))).toBe(413)
  expect(await refusal(post('/clock', { days: -1 }))).toBe(400)
  expect(await refusal(post('/clock', {}))).toBe(400)
  expect(await refusal(ask('/api/content/1'))).toBe(404)
  expect(await refusal(ask('/api/rich-menu/none'))).toBe(404)
})

test('the state shows the time, the bot and every phone with its chat', async () => {
  const { world, post, json } = await openPage()
  await post('/phones/guest/text', { text: 'สวัสดี' })
  await post('/phones', { name: 'เครื่องใหม่' })
  const state = await json('/api/state')
  expect(state).toMatchObject({ now: '2026-11-02T02:00:00.000Z', botName: 'ผู้ช่วยเมืองพี่เมืองน้อง' })
  expect(state.phones).toHaveLength(world.simulator.personas.length + 1)
  expect(state.phones[0]).toMatchObject({
    id: 'guest',
    role: 'guest',
    following: true,
    richMenu: null,
    messages: [{ from: 'user', message: { type: 'text', text: 'สวัสดี' }, at: '2026-11-02T02:00:00.000Z' }],
  })
  expect(state.phones[1]).toMatchObject({ role: 'officer', provinces: ['เชียงราย'] })
  expect(JSON.stringify(state)).not.toContain('quoteToken')
})

test('each deed of the page reaches the bot', async () => {
  const { world, post, json } = await openPage()
  const { receiver, simulator } = world
  const answer = await post('/phones/guest/postback', {
    data: 'a=x',
    displayText: 'เลือก',
    params: { date: '2026-11-12' },
  })
  expect(await answer.json()).toEqual({ webhookEventId: expect.any(String) })
  await post('/phones/guest/photo', new Uint8Array([1, 2, 3]), { 'content-type': 'image/png' })
  await post('/phones/guest/photo?set=S&index=2&total=2', new Uint8Array([1]), { 'content-type': 'image/jpeg' })
  const name = encodeURIComponent('แผน.pdf')
  await post(`/phones/guest/file?name=${name}`, new Uint8Array([1]), { 'content-type': 'application/pdf' })
  await post('/phones/guest/sticker')
  const { phones } = await json('/api/state')
  await post('/phones/guest/unsend', { messageId: phones[0].messages[1].id })
  await post('/phones/guest/block')
  await post('/phones/guest/follow')
  await simulator.settled()
  expect(receiver.events.map((event) => event.message?.type ?? event.type)).toEqual([
    'postback',
    'image',
    'image',
    'file',
    'sticker',
    'unsend',
    'unfollow',
    'follow',
  ])
  expect(receiver.events[0]?.postback).toEqual({ data: 'a=x', params: { date: '2026-11-12' } })
  expect(receiver.events[2]?.message?.imageSet).toEqual({ id: 'S', index: 2, total: 2 })
  expect(receiver.events[3]?.message?.fileName).toBe('แผน.pdf')
})

test('a photo is shown, and a file is only ever downloaded', async () => {
  const { world, post, ask, json } = await openPage()
  await post('/phones/guest/photo', new Uint8Array([1, 2, 3]), { 'content-type': 'image/png' })
  await world.simulator.phone('guest').sendFile(Buffer.from('<script>'), 'a.html', 'text/html')
  const [photo, file] = (await json('/api/state')).phones[0].messages
  const shown = await ask(`/api/content/${photo.id}`)
  expect(shown.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]))
  const downloaded = await ask(`/api/content/${file.id}`)
  expect(downloaded.headers.get('content-type')).toBe('application/octet-stream')
  expect(downloaded.headers.get('content-disposition')).toContain('attachment')
})

test('the page gets the menu that everybody sees, and its picture; before there is one, nothing', async () => {
  const { world, ask, json } = await openPage()
  expect(await json('/api/rich-menu')).toBeNull()
  const area = { bounds: { x: 0, y: 0, width: 2500, height: 843 }, action: { type: 'message', text: 'เมนู' } }
  const menu = { size: { width: 2500, height: 843 }, selected: true, name: 'm', chatBarText: 'เมนู', areas: [area] }
  const { richMenuId } = (await world.call('POST', '/v2/bot/richmenu', menu)).body
  const png = new Uint8Array([0x89, 0x50])
  await world.call('POST', `/v2/bot/richmenu/${richMenuId}/content`, png, { 'content-type': 'image/png' })
  await world.call('POST', `/v2/bot/user/all/richmenu/${richMenuId}`)
  expect(await json('/api/rich-menu')).toEqual({ richMenuId, ...menu })
  expect((await ask(`/api/rich-menu/${richMenuId}/image`)).headers.get('content-type')).toBe('image/png')
})

test('a phone that was added is known to an open page before its first line', async () => {
  const { world, origin, post } = await openPage()
  const stream = watch(origin)
  await expect.poll(() => stream.seen.length).toBeGreaterThan(0)
  await post('/phones', { name: 'เครื่องใหม่' })
  await world.simulator.settled()
  const kinds = () => stream.seen.map((event) => event.match(/^event: (\w+)/)?.[1]).filter(Boolean)
  await expect.poll(kinds).toEqual(['phone', 'message', 'traffic'])
})

test('the clock is moved from the page, and what became due has run when the answer comes', async () => {
  const { world, post } = await openPage()
  let ran = false
  world.simulator.onClockMoved(async () => {
    ran = true
  })
  const answer = await post('/clock', { to: '2027-09-01' })
  expect(await answer.json()).toEqual({ now: '2027-09-01T02:00:00.000Z' })
  expect(ran).toBe(true)
})

test('the traffic shows webhooks and calls without the token or the secret', async () => {
  const { world, json } = await openPage()
  await world.simulator.phone('guest').say('ก')
  await world.simulator.settled()
  const replyToken = world.receiver.lastEvent.replyToken
  await world.call('POST', '/v2/bot/message/reply', { replyToken, messages: [text('ข')] })
  const traffic = await json('/api/traffic?limit=10')
  expect(traffic).toMatchObject([
    { direction: 'webhook', method: 'POST', path: '/webhook', status: 200, requestBody: { events: [{}] } },
    {
      direction: 'api',
      method: 'POST',
      path: '/v2/bot/message/reply',
      status: 200,
      responseBody: { sentMessages: [{}] },
    },
  ])
  expect(JSON.stringify(traffic)).not.toContain(TOKEN)
  expect(JSON.stringify(traffic)).not.toContain(replyToken)
  expect(await json('/api/traffic?limit=1')).toHaveLength(1)
})

test('an open page hears of messages, phones, the clock, the loading animation and the traffic', async () => {
  const { world, origin } = await openPage()
  const stream = watch(origin)
  await expect.poll(() => stream.seen.length).toBeGreaterThan(0)
  await world.simulator.phone('guest').say('ก')
  await world.simulator.phone('guest').block()
  await world.call('POST', '/v2/bot/chat/loading/start', {
    chatId: userIdOf(world.simulator, 'admin'),
    loadingSeconds: 5,
  })
  await world.simulator.moveClock({ days: 1 })
  const heard = () => new Set(stream.seen.map((event) => event.match(/^event: (\w+)/)?.[1]))
  await expect.poll(heard).toEqual(new Set([undefined, 'message', 'phone', 'clock', 'loading', 'traffic']))
  const phone = stream.seen.find((event) => event.startsWith('event: phone'))
  expect(JSON.parse(phone?.split('data: ')[1] ?? '')).toMatchObject({ phone: { id: 'guest', following: false } })
})

test('stopping ends the streams of open pages', async () => {
  const { world, origin } = await openPage()
  const response = await fetch(`${origin}/simulator/api/events`)
  await world.simulator.stop()
  expect(await response.text()).toContain('retry:')
})

test('the page comes with its files, from this machine only', async () => {
  const { ask } = await openPage()
  const page = await ask('')
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
  const script = await ask('/assets/app.ts')
  expect(script.headers.get('content-type')).toContain('text/javascript')
  const source = await (await ask('/assets/types.ts')).text()
  expect(source).not.toContain('interface PageSnapshot')
  expect((await ask('/vendor/preact.js')).headers.get('content-type')).toContain('text/javascript')
  expect(await (await ask('/vendor/preact.js')).text()).toContain('export')
  expect((await ask('/vendor/sarabun/thai-400.css')).headers.get('content-type')).toContain('text/css')
  const font = await ask('/vendor/sarabun/files/sarabun-thai-400-normal.woff2')
  expect(font.headers.get('content-type')).toBe('font/woff2')
})

test('nothing outside the page can be read through it', async () => {
  const { ask, origin } = await openPage()
  for (const path of ['/assets/../simulator.ts', '/assets/..%2fsimulator.ts', '/assets/%2e%2e/simulator.ts']) {
    const status = await new Promise((resolve) => {
      get(`${origin}/simulator${path}`, (res) => resolve(res.resume().statusCode))
    })
    expect(status).toBeGreaterThanOrEqual(400)
  }
  expect((await ask('/assets/%')).status).toBeLessThan(500)
  expect((await ask('/assets/types.d.ts')).status).toBe(404)
})
