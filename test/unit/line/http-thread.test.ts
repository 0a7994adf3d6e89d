import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Host, HttpCall } from '../../../src/line/http-call.ts'
import { openHostOnThread } from '../../../src/line/http-thread.ts'
import { type FakeHost, json, openFakeHost } from './fake-host.ts'

let far: FakeHost
let host: Host

beforeEach(async () => {
  far = await openFakeHost()
  host = openHostOnThread(far.origin, 1_000)
})
afterEach(async () => {
  await host.close()
  await far.close()
})

const post = (body: string): HttpCall => ({ method: 'POST', path: '/say', body })

test('each of the calls of one turn gets its own answer', async () => {
  far.answer = (response, { body }) => json(200, { heard: body })(response, far.seen[0] as never)
  const results = await Promise.all(['a', 'b', 'c'].map((word) => host.call(post(word))))
  const heard = results.map((result) => result.kind === 'answer' && JSON.parse(String(result.answer.body)).heard)
  expect(heard).toEqual(['a', 'b', 'c'])
})

test('words and bytes come through as they are', async () => {
  const bytes = Buffer.from([0, 127, 128, 200, 255])
  far.answer = (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes)
  const result = await host.call(post('เมืองพี่เมืองน้อง 🇹🇭'))
  expect(Buffer.from(far.seen[0]?.body ?? '', 'latin1').toString()).toBe('เมืองพี่เมืองน้อง 🇹🇭')
  expect(result).toMatchObject({ kind: 'answer', answer: { status: 200, contentType: 'image/png', body: bytes } })
})

test('a call that hangs when the host is closed may have been sent', async () => {
  let isHeard = () => {}
  const heard = new Promise<void>((resolve) => {
    isHeard = resolve
  })
  far.answer = () => isHeard()
  const result = host.call(post('hello'))
  await heard
  await host.close()
  expect(await result).toMatchObject({ kind: 'uncertain' })
})

test('a thread that ends leaves its calls uncertain, and the next call has a new one', async () => {
  const broken = openHostOnThread('no origin at all', 1_000)
  const lost = { kind: 'uncertain', why: 'the thread that calls LINE ended' }
  expect(await broken.call(post('hello'))).toEqual(lost)
  expect(await broken.call(post('hello again'))).toEqual(lost)
  await broken.close()
})
