/** Buttons and photos: what answers the question that stands, and what comes too late. */
import { describe, expect, it } from 'vitest'
import { atReview, Talk } from './trip.ts'

describe('buttons', () => {
  it('answer the question that stands', () => {
    const talk = new Talk()
    talk.does({ kind: 'button', nonce: 'n1', stepId: 'where', value: 'ลาว' })
    expect(talk.state.answers.where).toEqual({ value: 'ลาว' })
  })

  it.each([
    ['of another run', { nonce: 'old', stepId: 'where', value: 'ลาว' }],
    ['of a later question', { nonce: 'n1', stepId: 'people', value: '1' }],
    ['of no question', { nonce: 'n1', stepId: 'nothing', value: 'x' }],
    ['with a value that was not offered', { nonce: 'n1', stepId: 'where', value: 'SC999' }],
  ])('%s change nothing and get a polite word and the question again', (_which, button) => {
    const talk = new Talk()
    talk.does({ kind: 'button', ...button })
    expect(talk.heard).toContain('ไม่มีอะไรเปลี่ยนแปลง')
    expect(talk.heard).toContain('ไปที่ไหน')
    expect(talk.state).toMatchObject({ asking: 'where', answers: {} })
  })

  it('tapped twice count once', () => {
    const talk = new Talk()
    const tap = { kind: 'button', nonce: 'n1', stepId: 'where', value: 'ลาว' } as const
    talk.does(tap)
    talk.does({ ...tap, value: 'ยูนนาน' })
    expect(talk.state.answers).toEqual({ where: { value: 'ลาว' } })
    expect(talk.heard).toContain('ไปกี่คน')
  })

  it('of a date picker that was open when the question changed are old too', () => {
    const talk = new Talk()
    talk.does({ kind: 'day', nonce: 'n1', stepId: 'day', day: '2026-11-12' })
    expect(talk.state.answers).toEqual({})
    expect(talk.heard).toContain('ไม่มีอะไรเปลี่ยนแปลง')
  })
})

describe('photos', () => {
  function atPhotos(): Talk {
    const talk = atReview()
    talk.does({ kind: 'edit', item: 'photos' })
    return talk
  }

  it('are collected until the person says that is all', () => {
    const talk = atPhotos()
    talk.does({ kind: 'files', files: [{ messageId: '1', kind: 'image' }] })
    talk.does({
      kind: 'files',
      files: [
        { messageId: '2', kind: 'image' },
        { messageId: '3', kind: 'image' },
      ],
    })
    expect(talk.heard).toContain('ได้ 3 ภาพ')
    expect(talk.state.asking).toBe('photos')
    talk.says('เสร็จแล้ว')
    expect(talk.state.asking).toBe('review')
    expect(talk.heard).toContain('ภาพ: 3 ภาพ')
  })

  it('stay when the person goes on with ข้าม, and go with ลบ', () => {
    const talk = atPhotos()
    talk.does({ kind: 'files', files: [{ messageId: '1', kind: 'image' }] })
    talk.does({ kind: 'skip' })
    expect(talk.heard).toContain('ภาพ: 1 ภาพ')
    talk.does({ kind: 'edit', item: 'photos' })
    talk.says('ลบ')
    expect(talk.state.answers.photos).toEqual({ skipped: true })
  })
})
