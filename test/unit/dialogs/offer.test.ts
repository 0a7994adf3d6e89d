/** One choice beside a question that answers several at once, what is known to be left out, and where a dialog may begin. */
import { describe, expect, it } from 'vitest'
import { advance, begin, type Dialog, type Step } from '../../../src/dialogs/index.ts'
import { NOW, names, people, photos, Talk, trip, where, wordsOf } from './trip.ts'

const SAME = { value: 'same', label: 'เหมือนเดิม', text: 'เหมือนเดิม: ยูนนาน 30 คน' }
const offering = (step: Step): Step => ({
  ...step,
  offer: () => ({ choice: SAME, answers: { where: 'ยูนนาน', people: 30 } }),
})
const named: Step = { ...names, id: 'title', label: 'ชื่อ', when: () => true }
const dialog: Dialog = { ...trip, steps: [offering(named), offering(where), people, photos] }

describe('an offer', () => {
  it('stands after the choices of the question, with the next number', () => {
    expect(new Talk(dialog).heard).toContain('ใครไปบ้าง\n1. เหมือนเดิม: ยูนนาน 30 คน')
    expect(new Talk(dialog, { title: 'ก' }).heard).toContain('3. ลาว\n4. เหมือนเดิม: ยูนนาน 30 คน')
  })

  it.each(['1', '๑', 'เหมือนเดิม', 'เหมือนเดิม: ยูนนาน 30 คน'])(
    'is taken by %j: what it answers is repeated, the rest is asked',
    (typed) => {
      const talk = new Talk(dialog)
      talk.says(typed)
      expect(talk.heard).toContain('ที่ไหน: ยูนนาน · กี่คน: 30 คน')
      expect(talk.state).toMatchObject({
        asking: 'title',
        answers: { where: { value: 'ยูนนาน' }, people: { value: 30 } },
      })
      talk.says('สมชาย')
      expect(talk.state.asking).toBe('photos')
    },
  )

  it('is taken by its button, of this dialog only', () => {
    const talk = new Talk(dialog)
    talk.does({ kind: 'button', nonce: 'old', stepId: 'title', value: 'same' })
    expect(talk.state.answers).toEqual({})
    talk.does({ kind: 'button', nonce: 'n1', stepId: 'title', value: 'same' })
    expect(talk.state.answers).toMatchObject({ where: { value: 'ยูนนาน' } })
  })

  it.each(['ยูนนาน', 'ยูนนาน 30 คน'])('is not taken by words of it, which may be the answer: %s', (typed) => {
    const talk = new Talk(dialog)
    talk.says(typed)
    expect(talk.state.answers).toEqual({ title: { value: typed } })
  })

  it('leaves an answer that is there as it is', () => {
    const talk = new Talk(dialog, { people: 5 })
    talk.says('1')
    expect(talk.state.answers.people).toEqual({ value: 5 })
  })

  it('is not made where an answer is changed', () => {
    const talk = new Talk(dialog, { title: 'สมชาย', where: 'ลาว', people: 30 })
    talk.does({ kind: 'edit', item: 1 })
    expect(talk.heard).not.toContain('เหมือนเดิม')
    talk.does({ kind: 'button', nonce: 'n1', stepId: 'title', value: 'same' })
    expect(talk.state.answers.where).toEqual({ value: 'ลาว' })
  })
})

describe('a dialog that begins with all of its answers', () => {
  const given = { where: 'ลาว', people: null, day: '2026-11-12', photos: null }

  it('takes what is known to be left out for answered', () => {
    const state = begin(trip, { nonce: 'n', given, now: NOW })
    expect(state).toMatchObject({ asking: 'review', answers: { people: { skipped: true } } })
  })

  it('may begin at the answer that is to be changed, and then comes to the review', () => {
    const state = begin(trip, { nonce: 'n', given, at: 'people', now: NOW })
    const begun = advance(trip, state, { kind: 'begin' }, NOW)
    expect(begun.say.map(wordsOf).join('\n')).toMatch(/^ไปกี่คน/)
    const changed = advance(trip, begun.state, { kind: 'text', text: '30' }, NOW)
    expect(changed.state).toMatchObject({ asking: 'review', answers: { people: { value: 30 } } })
  })

  it.each(['names', 'nothing'])('begins with the review when %s is not among them', (at) => {
    expect(begin(trip, { nonce: 'n', given, at, now: NOW }).asking).toBe('review')
  })
})

describe('an answer that only leads to others', () => {
  const gate: Step = {
    ...people,
    id: 'gate',
    label: 'มีอีกไหม',
    isInReview: (answer) => 'value' in answer && answer.value === 1,
  }
  const gated: Dialog = { ...trip, steps: [where, gate, { ...people, label: 'กี่คน' }] }

  it('has no line in the review, and the numbers are those that are shown', () => {
    const talk = new Talk(gated, { where: 'ลาว', gate: 2, people: 30 })
    expect(talk.heard).toContain('1. ที่ไหน: ลาว\n2. กี่คน: 30 คน')
    talk.does({ kind: 'edit', item: 2 })
    expect(talk.state.asking).toBe('people')
    talk.does({ kind: 'edit', item: 3 })
    expect(talk.heard).toContain('1–2')
  })

  it('has one when it says something', () => {
    expect(new Talk(gated, { where: 'ลาว', gate: 1, people: 30 }).heard).toContain('2. มีอีกไหม: 1 คน')
  })
})
