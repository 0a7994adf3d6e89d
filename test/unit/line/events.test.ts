import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ReceivedEvent, readWebhook, toBotEvent } from '../../../src/line/index.ts'

const user = { type: 'user', userId: 'U4af4980629' }

const textEvent = (over: object = {}) => ({
  type: 'message',
  mode: 'active',
  webhookEventId: '01FZ74A0TDDPYRVKNK77XKC3ZR',
  timestamp: 1_692_251_666_727,
  source: user,
  replyToken: 'token',
  deliveryContext: { isRedelivery: false },
  message: { type: 'text', id: '444573844083572737', text: 'ขั้นตอน' },
  ...over,
})

function eventsOf(json: unknown): ReceivedEvent[] {
  const webhook = readWebhook(json)
  return webhook.ok ? webhook.events : []
}

function only(event: unknown): ReceivedEvent {
  const [received] = eventsOf({ events: [event] })
  if (!received) throw new Error('the event was left out')
  return received
}

const inWords = (event: unknown) => toBotEvent(only(event))

describe('a body that is no webhook', () => {
  test.each([[null], [[]], ['x'], [1], [{}], [{ events: null }], [{ events: {} }]])('%j is refused', (json) => {
    expect(readWebhook(json)).toEqual({ ok: false })
  })

  test('LINE’s verify ping has no events and is fine', () => {
    expect(readWebhook({ destination: 'xxxxxxxxxx', events: [] })).toEqual({
      ok: true,
      destination: 'xxxxxxxxxx',
      events: [],
    })
  })

  test('nothing that JSON can hold makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const event of [...eventsOf(json), ...eventsOf({ events: [json, textEvent(json as object)] })]) {
          toBotEvent(event)
        }
      }),
    )
  })
})

describe('one bad entry never disturbs its neighbours', () => {
  test('poison between two good ones is left out', () => {
    const events = eventsOf({
      events: [textEvent({ webhookEventId: 'a' }), null, 1, 'x', [], {}, textEvent({ webhookEventId: 'b' })],
    })
    expect(events.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('keys that would reach a prototype change nothing', () => {
    const json = JSON.parse(`{"__proto__":{"polluted":1},"events":[{"type":"postback","__proto__":{"polluted":1},
      "source":{"type":"user","userId":"U1"},"postback":{"data":"a=1","params":{"__proto__":"x","constructor":"y"}}}]}`)
    const [event] = eventsOf(json)
    expect(event && toBotEvent(event)).toMatchObject({ kind: 'postback', data: 'a=1' })
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })

  test('however deep an event is nested, it is read', () => {
    const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
    for (const depth of [50, 100_000]) {
      const deep = textEvent({ webhookEventId: undefined, extra: nested(depth) })
      expect(eventsOf({ events: [deep, textEvent()] })).toHaveLength(2)
    }
  })

  test.each([
    ['an odd timestamp', { timestamp: 'soon' }],
    ['a timestamp beyond all dates', { timestamp: 1e300 }],
    ['a mode that is no word', { mode: 7 }],
    ['a delivery context of another kind', { deliveryContext: 'x' }],
    ['a reply token that is no word', { replyToken: {} }],
  ])('%s is treated as missing', (_, over) => {
    expect(inWords(textEvent(over))).toMatchObject({ kind: 'text', text: 'ขั้นตอน' })
  })
})

describe('an event without LINE’s id', () => {
  const noId = (over: object = {}) => textEvent({ webhookEventId: undefined, ...over })

  test('gets the same id each time it is delivered, also when it is redelivered', () => {
    const redelivered = only(noId({ deliveryContext: { isRedelivery: true } }))
    expect(redelivered.id).toBe(only(noId()).id)
    expect(redelivered.isRedelivery).toBe(true)
  })

  test('gets another id than another event', () => {
    expect(only(noId({ timestamp: 1 })).id).not.toBe(only(noId()).id)
  })

  test('an event without a time happened when it was received', () => {
    const receivedAt = new Date('2026-11-21T02:00:00Z')
    const webhook = readWebhook({ events: [textEvent({ timestamp: undefined })] }, receivedAt)
    expect(webhook.ok && webhook.events[0]?.occurredAt).toEqual(receivedAt)
  })
})

describe('what needs no work', () => {
  test.each([
    ['a group', textEvent({ source: { type: 'group', groupId: 'C1', userId: 'U1' } })],
    ['a room', textEvent({ source: { type: 'room', roomId: 'R1', userId: 'U1' } })],
    ['a source of an unknown type', textEvent({ source: { type: 'planet', userId: 'U1' } })],
    ['a chat that another module holds', textEvent({ mode: 'standby' })],
    ['a sender without an id', textEvent({ source: { type: 'user' } })],
    ['no source at all', textEvent({ source: undefined })],
    ['an unknown type', textEvent({ type: 'foo' })],
    ['a type named after a property of all objects', textEvent({ type: 'constructor' })],
    ['a message without an id', textEvent({ message: { type: 'text', text: 'x' } })],
    ['an account link that failed', { type: 'accountLink', link: { result: 'failed', nonce: 'n' } }],
  ])('an event of %s is stored and not worked', (_, event) => {
    expect(inWords(event)).toBeUndefined()
  })
})

describe('what somebody said or did', () => {
  const sender = { id: '01FZ74A0TDDPYRVKNK77XKC3ZR', userId: user.userId, occurredAt: new Date(1_692_251_666_727) }

  test('a text', () => {
    expect(inWords(textEvent())).toEqual({ ...sender, kind: 'text', messageId: '444573844083572737', text: 'ขั้นตอน' })
  })

  test('a text with half an emoji can be stored', () => {
    expect(inWords(textEvent({ message: { type: 'text', id: '1', text: 'a\ud83e' } }))).toMatchObject({
      text: 'a\ufffd',
    })
  })

  test('one of three photos sent together', () => {
    const message = {
      type: 'image',
      id: '7',
      contentProvider: { type: 'line' },
      imageSet: { id: 's', index: 2, total: 3 },
    }
    expect(inWords(textEvent({ message }))).toEqual({
      ...sender,
      kind: 'file',
      file: { messageId: '7', kind: 'image' },
      set: { index: 2, total: 3 },
    })
  })

  test('a file keeps its name as a name', () => {
    const message = { type: 'file', id: '8', fileName: '../../etc/passwd', fileSize: 3 }
    expect(inWords(textEvent({ message }))).toMatchObject({
      file: { messageId: '8', kind: 'file', name: '../../etc/passwd' },
    })
  })

  test('media at an address that somebody else chose is not a file to fetch', () => {
    const message = {
      type: 'image',
      id: '9',
      contentProvider: { type: 'external', originalContentUrl: 'http://127.0.0.1/' },
    }
    expect(inWords(textEvent({ message }))).toMatchObject({ kind: 'wordless', what: 'image' })
  })

  test.each(['sticker', 'location', 'hologram'])('a %s was said without words', (type) => {
    expect(inWords(textEvent({ message: { type, id: '1' } }))).toMatchObject({ kind: 'wordless', what: type })
  })

  test('a tap, with the date that was picked and nothing that is no text', () => {
    const event = textEvent({ type: 'postback', postback: { data: 'a=plan', params: { date: '2027-08-01', odd: 1 } } })
    expect(inWords(event)).toEqual({ ...sender, kind: 'postback', data: 'a=plan', params: { date: '2027-08-01' } })
  })

  test('follow, unfollow, unsend', () => {
    expect(inWords(textEvent({ type: 'follow' }))).toEqual({ ...sender, kind: 'follow' })
    expect(inWords(textEvent({ type: 'unfollow' }))).toEqual({ ...sender, kind: 'unfollow' })
    const unsent = textEvent({ type: 'unsend', unsend: { messageId: '5' } })
    expect(inWords(unsent)).toEqual({ ...sender, kind: 'unsend', messageId: '5' })
  })
})
