import fc from 'fast-check'
import { beforeEach, expect, it } from 'vitest'
import { repliesFor } from '../../../src/bot/say.ts'
import type { Reply } from '../../../src/bot/types.ts'
import { type Write, writeWith } from '../../../src/bot/writing.ts'
import type { Say } from '../../../src/dialogs/index.ts'
import { composeReplies } from '../../../src/line/index.ts'
import { createLog } from '../../../src/log.ts'

const log = createLog('silent')
let composed: number
let write: Write

const compose = (replies: readonly Reply[]) => composeReplies(replies, { log })
const anew = (replies: readonly Reply[]) => JSON.stringify(compose(replies))

beforeEach(() => {
  composed = 0
  write = writeWith((replies) => {
    composed += 1
    return compose(replies)
  })
})

const question: Say = {
  kind: 'ask',
  stepId: 'kind',
  text: 'ประเภทใด',
  ask: { text: 'ประเภทใด', choices: [{ value: 'visit', label: 'การเยือน' }], pickDay: {} },
  canSkip: false,
  canGoBack: true,
}
const review = (title: string): Say => ({
  kind: 'review',
  title: 'รายงานกิจกรรม',
  items: [{ number: 1, stepId: 'title', label: 'ชื่อ', shown: title }],
})

it('composes what two people are asked once, with the nonce of each in all of their buttons', () => {
  for (const says of [[question], [review('แลกเปลี่ยนเยาวชน')]]) {
    const [one, other] = [repliesFor(says, 'YlecTk1V'), repliesFor(says, 'b-_3xQ9z')]
    expect([write(one), write(other), write(one)]).toEqual([anew(one), anew(other), anew(one)])
  }
  expect(composed).toBe(2)
  expect(write(repliesFor([question], 'b-_3xQ9z'))).not.toContain('YlecTk1V')
})

it('says the same as if it were composed anew, whatever people have typed', () => {
  const nonce = fc.stringMatching(/^[\w-]{8}$/)
  const part = fc.constantFrom('--------', 'a=d&n=', '&', 'YlecTk1V', 'a=d&n=--------&', '"', '\\', 'ก')
  const typed = fc.array(fc.oneof(part, nonce, fc.string()), { maxLength: 5 }).map((parts) => parts.join(''))
  const turn = fc.record({ title: typed, nonce: fc.oneof(nonce, fc.constant('YlecTk1V'), fc.constant('--------')) })
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 6 }), (turns) => {
      for (const { title, nonce } of turns) {
        const replies = repliesFor([{ kind: 'note', text: title }, question, review(title)], nonce)
        expect(write(replies)).toBe(anew(replies))
      }
    }),
  )
})

it('composes what is too long to be kept each time', () => {
  const long: Reply[] = [{ kind: 'text', text: 'ก'.repeat(9_000) }]
  expect(write(long)).toBe(anew(long))
  expect(write(long)).toBe(anew(long))
  expect(composed).toBe(2)
})

it('writes nothing as an empty list', () => {
  expect(write([])).toBe('[]')
})
