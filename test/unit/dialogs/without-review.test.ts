/** A dialog whose answers are kept nowhere ends with its last answer. */
import { describe, expect, it } from 'vitest'
import { advance, begin, type Dialog, type Input } from '../../../src/dialogs/index.ts'
import { NOW, people, where } from './trip.ts'

const dialog: Dialog = { id: 'check', version: 1, title: 'ตรวจ', steps: [where, people], endsWithoutReview: true }

function heard(...inputs: Input[]) {
  let state = begin(dialog, { nonce: 'n', now: NOW })
  let advanced = advance(dialog, state, { kind: 'begin' }, NOW)
  for (const input of inputs) {
    advanced = advance(dialog, state, input, NOW)
    state = advanced.state
  }
  return advanced
}

describe('a dialog without a review', () => {
  it('does not end while a question is open, nor with a wrong answer', () => {
    expect(heard({ kind: 'text', text: '1' }).done).toBeUndefined()
    expect(heard({ kind: 'text', text: '1' }, { kind: 'text', text: 'หลายคน' }).done).toBeUndefined()
  })

  it('ends with the last answer, or when the last question is left out', () => {
    const answered = heard({ kind: 'text', text: '1' }, { kind: 'text', text: '30' })
    expect(answered).toMatchObject({ done: 'confirmed', say: [{ kind: 'note' }] })
    expect(answered.state.answers).toEqual({ where: { value: 'ยูนนาน' }, people: { value: 30 } })
    expect(heard({ kind: 'text', text: '1' }, { kind: 'skip' })).toMatchObject({ done: 'confirmed', say: [] })
  })

  it('lets a person go back before the end', () => {
    const again = heard(
      { kind: 'text', text: '1' },
      { kind: 'back' },
      { kind: 'text', text: '3' },
      { kind: 'text', text: '2' },
    )
    expect(again.state.answers.where).toEqual({ value: 'ลาว' })
    expect(again.done).toBe('confirmed')
  })
})
