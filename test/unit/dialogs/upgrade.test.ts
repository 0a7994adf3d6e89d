/** A draft that was begun with an older version of its dialog is continued with the present one. */
import { describe, expect, it } from 'vitest'
import { advance, type Dialog, type Input } from '../../../src/dialogs/index.ts'
import { NOW, names, people, photos, Talk, trip, where, wordsOf } from './trip.ts'

const budget = { ...people, id: 'budget', label: 'งบ', optional: false, ask: () => ({ text: 'งบเท่าไร' }) }

function draft() {
  const talk = new Talk()
  talk.says('2')
  talk.says('30')
  return talk.state
}

function continued(dialog: Dialog, input: Input = { kind: 'resume' }) {
  const advanced = advance(dialog, draft(), input, NOW)
  return { ...advanced, heard: advanced.say.map(wordsOf).join('\n') }
}

describe('a new version of a dialog', () => {
  it('keeps the answers that still hold, asks what is new, and says so', () => {
    const { state, heard } = continued({ ...trip, version: 2, steps: [where, budget, people, photos] })
    expect(state).toMatchObject({
      version: 2,
      asking: 'budget',
      answers: { where: { value: 'โทยามะ' }, people: { value: 30 } },
    })
    expect(heard).toContain('ปรับปรุงใหม่')
    expect(heard).toContain('2 ข้อ')
    expect(heard).toContain('งบเท่าไร')
  })

  it('asks again what is no longer offered, and drops what is gone', () => {
    const fewer = { ...where, ask: () => ({ text: 'ไปที่ไหน', choices: [{ value: 'ลาว', label: 'ลาว' }] }) }
    const { state } = continued({ ...trip, version: 2, steps: [fewer, names] })
    expect(state).toMatchObject({ asking: 'where', answers: {} })
  })

  it('asks again what may no longer be skipped', () => {
    const talk = new Talk()
    talk.says('1')
    talk.does({ kind: 'skip' })
    const strict = { ...trip, version: 2, steps: [where, { ...people, optional: false }] }
    expect(advance(strict, talk.state, { kind: 'again' }, NOW).state.asking).toBe('people')
  })

  it('does not take a word that answered the old question for an answer to the new one', () => {
    const { state } = continued({ ...trip, version: 2, steps: [budget, where, people] }, { kind: 'text', text: '500' })
    expect(state.answers).not.toHaveProperty('budget')
  })

  it('can still be left', () => {
    expect(continued({ ...trip, version: 2 }, { kind: 'cancel' }).done).toBe('cancelled')
    expect(continued({ ...trip, version: 2 }, { kind: 'park' }).done).toBe('parked')
  })

  it('asks again what it cannot even show', () => {
    const strange = { ...people, show: (value: unknown) => (value as { name: { th: string } }).name.th }
    const { state, heard } = continued({ ...trip, version: 2, steps: [where, strange] })
    expect(state.asking).toBe('people')
    expect(heard).toContain('ไปกี่คน')
  })
})

it('a step that vanishes without a new version is no dead end', () => {
  const state = { ...draft(), asking: 'gone' }
  expect(advance(trip, state, { kind: 'again' }, NOW).state.asking).toBe('day')
  expect(advance(trip, { ...draft(), asking: 'review' }, { kind: 'confirm' }, NOW).done).toBeUndefined()
})
