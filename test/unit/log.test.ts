/** The log never holds a secret or what somebody wrote, wherever in a record it stands. */
import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { createLog, maskUserId } from '../../src/log.ts'

function logged(fields: object): { line: string; record: Record<string, unknown> } {
  let line = ''
  const log = createLog(
    'info',
    new PassThrough().on('data', (chunk) => (line += chunk)),
  )
  log.info(fields, 'happened')
  return { line, record: JSON.parse(line) }
}

const SECRET = 'ความลับ'

test.each(['token', 'accessToken', 'channelSecret', 'replyToken', 'authorization', 'text', 'messages', 'body'])(
  '%s is hidden at every depth, in lists and in errors',
  (key) => {
    const secret = { [key]: SECRET }
    const { line } = logged({
      ...secret,
      one: secret,
      two: { three: { four: { ...secret } } },
      list: [1, { deep: [secret] }],
      err: Object.assign(new Error('broken'), secret),
      cause: Object.assign(new Error('below'), { request: secret }),
    })
    expect(line).not.toContain(SECRET)
    expect(line.match(/\[hidden\]/g)?.length).toBeGreaterThanOrEqual(5)
  },
)

test('all else is written as it is: an error with its stack, a date, a list', () => {
  const { record } = logged({ err: new TypeError('broken'), at: new Date(0), ids: ['a', 'b'], none: undefined })
  expect(record).toMatchObject({
    msg: 'happened',
    err: { type: 'TypeError', message: 'broken', stack: expect.stringContaining('log.test.ts') },
    at: '1970-01-01T00:00:00.000Z',
    ids: ['a', 'b'],
  })
})

test('what is logged is not changed by it, and may refer to itself', () => {
  const fields = { inner: { token: SECRET }, list: [{ body: SECRET }] }
  const circle: Record<string, unknown> = { fields }
  circle.again = circle
  expect(logged(circle).line).not.toContain(SECRET)
  expect(fields).toEqual({ inner: { token: SECRET }, list: [{ body: SECRET }] })
})

test('a user id is shortened to what tells two people apart', () => {
  expect(maskUserId(`U1234${'5'.repeat(28)}`)).toBe('U1234…')
})
