/** Whatever people do, in whatever order: a dialog never breaks, never stands somewhere that is not, and always answers. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Input } from '../../../src/dialogs/index.ts'
import { atReview, Talk, trip } from './trip.ts'

const stepIds = fc.constantFrom(...trip.steps.map((step) => step.id), 'review', 'nothing')
const nonces = fc.constantFrom('n1', 'n1', 'old')
const texts = fc.oneof(
  fc.constantFrom('1', '๒', '30', '3', 'สมชาย', 'เสร็จแล้ว', 'ลบ', 'ยืนยัน', '', '   ', '🙂', 'ก'.repeat(10_000)),
  fc.string({ unit: 'grapheme' }),
)
const files = fc.array(
  fc.integer({ min: 1, max: 9 }).map((n) => ({ messageId: String(n), kind: 'image' as const })),
  { minLength: 1, maxLength: 3 },
)

const inputs: fc.Arbitrary<Input> = fc.oneof(
  { weight: 4, arbitrary: texts.map((text) => ({ kind: 'text' as const, text })) },
  fc.record({
    kind: fc.constant('button' as const),
    nonce: nonces,
    stepId: stepIds,
    value: fc.constantFrom('ลาว', 'x', ''),
  }),
  fc.record({
    kind: fc.constant('day' as const),
    nonce: nonces,
    stepId: stepIds,
    day: fc.constantFrom('2026-11-12', 'x'),
  }),
  files.map((sent) => ({ kind: 'files' as const, files: sent })),
  fc
    .constantFrom('begin', 'resume', 'again', 'unusable', 'back', 'skip', 'park', 'confirm')
    .map((kind) => ({ kind }) as Input),
  fc.record({ kind: fc.constant('edit' as const), item: fc.oneof(fc.integer({ min: -1, max: 9 }), stepIds) }),
)

function isSound(talk: Talk): void {
  const { state, say, done } = talk.last
  const asked = say.at(-1)
  expect(say.length > 0 || done === 'confirmed').toBe(true)
  expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  if (done) return
  expect(asked?.kind === 'review' ? 'review' : asked?.kind === 'ask' && asked.stepId).toBe(state.asking)
  expect(talk.heard.trim()).not.toBe('')
  const step = trip.steps.find((each) => each.id === state.asking)
  expect(step !== undefined || state.asking === 'review').toBe(true)
}

it('random inputs never break it, and each is answered with what is asked now', () => {
  fc.assert(
    fc.property(fc.array(inputs, { maxLength: 25 }), (all) => {
      const talk = new Talk()
      for (const input of all) {
        talk.does(input)
        isSound(talk)
        if (talk.last.done === 'confirmed') break
      }
    }),
    { numRuns: 300 },
  )
})

it('what is confirmed is complete and holds nothing that does not apply', () => {
  fc.assert(
    fc.property(fc.array(inputs, { maxLength: 15 }), (all) => {
      const talk = atReview()
      for (const input of all) {
        const { done, state } = talk.does(input)
        if (done !== 'confirmed') continue
        for (const id of ['where', 'people', 'day', 'photos']) expect(state.answers).toHaveProperty(id)
        const count = state.answers.people && 'value' in state.answers.people ? Number(state.answers.people.value) : 9
        expect('names' in state.answers).toBe(count < 5)
        return
      }
    }),
    { numRuns: 300 },
  )
})

it('an old button, a sticker or an unreadable text never changes an answer', () => {
  const harmless = fc.oneof(
    fc.record({ kind: fc.constant('button' as const), nonce: fc.constant('old'), stepId: stepIds, value: fc.string() }),
    fc.constant({ kind: 'unusable' as const }),
    fc.constantFrom('', ' ', '🙂', 'ก'.repeat(10_000)).map((text) => ({ kind: 'text' as const, text })),
  )
  fc.assert(
    fc.property(fc.array(inputs, { maxLength: 10 }), harmless, (all, input) => {
      const talk = new Talk()
      for (const each of all) if (talk.does(each).done === 'confirmed') return
      const { answers, asking } = talk.does({ kind: 'again' }).state
      talk.does(input)
      expect(talk.state).toMatchObject({ answers, asking })
    }),
  )
})
