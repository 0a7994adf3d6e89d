/** What LINE may send that asks for no answer, or that nobody here knows: it is 200, and leads to what it should, or to nothing. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { outbox } from '../../src/line/index.ts'
import { GUEST_ID, textEvent } from '../support/events.ts'
import { type LineProgram, openLineProgram } from '../support/line-program.ts'

let program: LineProgram

beforeAll(async () => {
  program = await openLineProgram()
})
afterAll(() => program.close())

describe('edge 19: what nobody here knows is 200', () => {
  const group = { type: 'group', groupId: `C${'a'.repeat(32)}` }

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['a type that does not exist', { type: 'foo' }],
    ['a source of a new kind', { source: { type: 'planet', planetId: 'P1' } }],
    ['no source', { source: undefined }],
    ['a group', { source: { ...group, userId: GUEST_ID } }],
    [
      'edge 21: a button tapped in a group, without a user',
      { source: group, type: 'postback', postback: { data: 'a=x' } },
    ],
    ['edge 21: an account link that failed', { type: 'accountLink', source: undefined, replyToken: undefined }],
    ['a delivery report', { type: 'delivery', message: undefined }],
    [
      'edge 22: a message of a group that was edited',
      { type: 'messageEdited', source: { ...group, userId: GUEST_ID }, message: { type: 'text', id: '1', text: 'แก้' } },
    ],
    [
      'edge 33: a group that calls the bot by its name, or calls everybody',
      {
        source: { ...group, userId: GUEST_ID },
        message: {
          type: 'text',
          id: '2',
          text: '🧨 @bot @All เมนู',
          mention: {
            mentionees: [
              { index: 3, length: 4, type: 'user', isSelf: true },
              { index: 8, length: 4, type: 'all' },
            ],
          },
        },
      },
    ],
  ])('and needs no work: %s', async (_what, changes) => {
    const event = textEvent('เมนู', changes)
    const post = async () => expect((await program.postEvents(event)).status).toBe(200)
    expect(await program.sentDuring(post)).toEqual([])
    expect(await program.statusOf(event)).toBe('not stored')
  })

  test('and is answered when a person said it: a message of a new kind', async () => {
    const event = textEvent('', { message: { type: 'hologram', id: '1' } })
    expect((await program.postEvents(event)).status).toBe(200)
    await program.idle()
    expect(await program.statusOf(event)).toBe('done')
    expect(await program.app.store.count(outbox, 'byKey', [event.webhookEventId])).toBe(1)
  })

  test('a message without a time counts as said now: it is answered with its token', async () => {
    const event = textEvent('เมนู', { timestamp: undefined })
    const [first] = await program.sentDuring(() => program.postEvents(event))
    expect(first?.path).toBe('/v2/bot/message/reply')
  })

  test('a missing mode and a missing id do not keep a message from being worked', async () => {
    const { mode: _mode, webhookEventId: _id, ...bare } = textEvent('เมนู')
    const post = async () => expect((await program.postEvents(bare)).status).toBe(200)
    expect(await program.sentDuring(post)).not.toEqual([])
  })
})

describe('edge 29: a photo at an address that its sender chose', () => {
  test('is never fetched, and its sender is told that it is no answer', async () => {
    const asked: unknown[] = []
    const elsewhere = createServer((request, response) => {
      asked.push(request.url)
      response.end()
    })
    await once(elsewhere.listen(0, '127.0.0.1'), 'listening')
    const { port } = elsewhere.address() as AddressInfo
    const address = `http://127.0.0.1:${port}/latest/meta-data`
    const contentProvider = { type: 'external', originalContentUrl: address, previewImageUrl: address }
    const event = textEvent('', { message: { type: 'image', id: 'external', contentProvider } })
    expect((await program.postEvents(event)).status).toBe(200)
    await program.idle()
    expect(await program.statusOf(event)).toBe('done')
    expect(asked).toEqual([])
    elsewhere.close()
  })
})

describe('edge 31: a tap with figures that LINE, or nobody, could have sent', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['300 letters', { data: `a=${'ก'.repeat(298)}` }],
    ['no data at all', {}],
    ['a menu that failed to change', { data: 'a=menu', params: { status: 'FAILED' } }],
    [
      'a menu that is not there',
      { data: '', params: { newRichMenuAliasId: 'x', status: 'RICHMENU_ALIAS_ID_NOTFOUND' } },
    ],
    ['params that are none', { data: 'a=d&n=x&s=days&v=day', params: 'tomorrow' }],
    ['a picked day that is none', { data: 'a=d&n=x&s=days&v=day', params: { date: '2100-12-31', time: 7, more: {} } }],
  ])('%s', async (_what, postback) => {
    const event = textEvent('', { type: 'postback', message: undefined, postback })
    expect((await program.postEvents(event)).status).toBe(200)
    await program.idle()
    expect(['done', 'not stored']).toContain(await program.statusOf(event))
    expect(program.logged()).not.toContain('a handler failed')
  })
})

test('edge 20: a copy for a chat that another module holds (standby) leads to no call', async () => {
  const event = textEvent('เมนู', { mode: 'standby', replyToken: undefined })
  const post = async () => expect((await program.postEvents(event)).status).toBe(200)
  expect(await program.sentDuring(post)).toEqual([])
  expect(await program.statusOf(event)).toBe('not stored')
})

describe('edge 32: the dummy tokens of a verification', () => {
  test.each(['0', 'f'])('%s… are tried once and not again', async (digit) => {
    const event = textEvent('Hello, world', { replyToken: digit.repeat(32) })
    const post = async () => expect((await program.postEvents(event)).status).toBe(200)
    // A reply, and a push that LINE refuses for a user whom it does not know.
    expect(await program.sentDuring(post)).toHaveLength(2)
    expect(await program.statusOf(event)).toBe('done')
    const [row] = await program.app.store.find(outbox, 'byKey', [event.webhookEventId])
    expect(row).toMatchObject({ isOpen: false, status: 'refused' })
  })
})
