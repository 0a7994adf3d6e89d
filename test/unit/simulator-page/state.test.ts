import { expect, test } from 'vitest'
import { emptyState, type PageEvent, reduce } from '../../../src/simulator/page/state.ts'
import type { ChatEntry, Phone, TrafficEntry } from '../../../src/simulator/page/types.ts'

const at = '2026-11-21T02:00:00.000Z'
const entry = (id: string, from: ChatEntry['from'], text: string): ChatEntry => ({
  id,
  at,
  from,
  message: { type: 'text', text },
})
const phone = (id: string): Phone => ({
  id,
  userId: `U${id}`,
  name: id,
  role: 'guest',
  provinces: [],
  following: true,
  messages: [],
})
const traffic = (id: string, at: string): TrafficEntry => ({
  id,
  at,
  direction: 'api',
  method: 'POST',
  path: '/',
  status: 200,
})

const opened = reduce(emptyState, {
  type: 'snapshot',
  snapshot: { now: at, botName: 'บอท', phones: [phone('guest'), phone('officer')] },
  traffic: [],
})
const after = (...events: PageEvent[]) => events.reduce(reduce, opened)
const textsOf = (state: typeof opened, id: string) =>
  state.phones.find((phone) => phone.id === id)?.messages.map(({ message }) => message.text)

test('a message that comes twice is shown once', () => {
  const message: PageEvent = { type: 'message', phoneId: 'guest', message: entry('1', 'bot', 'สวัสดี') }
  expect(textsOf(after(message, message), 'guest')).toEqual(['สวัสดี'])
})

test('an unsent message becomes a note in its place', () => {
  const state = after(
    { type: 'message', phoneId: 'guest', message: entry('1', 'user', 'ผิด') },
    { type: 'message', phoneId: 'guest', message: entry('2', 'bot', 'รับทราบ') },
    { type: 'message', phoneId: 'guest', message: entry('1', 'system', 'ยกเลิกแล้ว') },
  )
  expect(textsOf(state, 'guest')).toEqual(['ยกเลิกแล้ว', 'รับทราบ'])
})

test('a phone whose role changed keeps its chat', () => {
  const { messages: _none, ...news } = phone('guest')
  const state = after(
    { type: 'message', phoneId: 'guest', message: entry('1', 'user', 'ลงทะเบียน') },
    { type: 'phone', phone: { ...news, role: 'officer' } as Phone },
  )
  expect(state.phones[0]?.role).toBe('officer')
  expect(textsOf(state, 'guest')).toEqual(['ลงทะเบียน'])
})

test('the loading animation ends with the next message of the bot, not with one of the person', () => {
  const loading: PageEvent = { type: 'loading', phoneId: 'guest', seconds: 20 }
  const said = after(loading, { type: 'message', phoneId: 'guest', message: entry('1', 'user', 'อยู่ไหม') })
  expect(said.loading).toEqual({ guest: 20 })
  const answered = reduce(said, { type: 'message', phoneId: 'guest', message: entry('2', 'bot', 'อยู่') })
  expect(answered.loading).toEqual({})
})

test("what the bot says on another phone counts as unread until that phone is opened, one's own words never", () => {
  const state = after(
    { type: 'message', phoneId: 'officer', message: entry('1', 'user', 'ก') },
    { type: 'message', phoneId: 'officer', message: entry('2', 'bot', 'ข') },
    { type: 'message', phoneId: 'guest', message: entry('3', 'bot', 'ค') },
  )
  expect(state.unread).toEqual({ officer: 1 })
  expect(reduce(state, { type: 'phoneChosen', phoneId: 'officer' }).unread).toEqual({})
})

test('raw entries stand newest first, also those of one instant, and each once', () => {
  const state = after(
    { type: 'traffic', entry: traffic('1', '2026-11-21T02:00:00Z') },
    { type: 'traffic', entry: traffic('2', '2026-11-21T02:00:00Z') },
    { type: 'traffic', entry: traffic('3', '2026-11-21T02:00:01Z') },
    { type: 'traffic', entry: traffic('3', '2026-11-21T02:00:01Z') },
  )
  expect(state.traffic.map(({ id }) => id)).toEqual(['3', '2', '1'])
})
