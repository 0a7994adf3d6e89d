/** The review of all answers, and what was known before the first question. */
import { describe, expect, it } from 'vitest'
import { begin } from '../../../src/dialogs/index.ts'
import { atReview, NOW, Talk, trip } from './trip.ts'

describe('the review', () => {
  it('shows every answer with its number, and what was left out', () => {
    const talk = atReview()
    expect(talk.heard).toContain('1. ที่ไหน: ยูนนาน\n2. กี่คน: 30 คน\n3. วันใด: 2026-11-12\n4. ภาพ: ไม่ระบุ')
    expect(talk.heard).toContain('เดินทางแล้ว')
  })

  it('hands the answers out when it is confirmed, by word or by button', () => {
    for (const input of [{ kind: 'confirm' }, { kind: 'text', text: ' ยืนยันค่ะ ' }] as const) {
      const { done, state } = atReview().does(input)
      expect(done).toBe('confirmed')
      expect(state.answers).toMatchObject({ where: { value: 'ยูนนาน' }, photos: { skipped: true } })
    }
  })

  it('does not hand out answers to questions that no longer apply', () => {
    const talk = new Talk()
    talk.says('1')
    talk.says('3')
    talk.says('สมชาย')
    talk.does({ kind: 'edit', item: 2 })
    talk.says('30')
    talk.does({ kind: 'day', nonce: 'n1', stepId: 'day', day: '2026-11-12' })
    talk.does({ kind: 'skip' })
    expect(talk.heard).not.toContain('สมชาย')
    expect(talk.does({ kind: 'confirm' }).state.answers).not.toHaveProperty('names')
  })

  it('leads to a required answer that cannot be taken away with ลบ, and stands until it is another', () => {
    const talk = atReview()
    talk.does({ kind: 'edit', item: 'where' })
    talk.says('ลบ')
    expect(talk.heard).toContain('จึงลบไม่ได้')
    expect(talk.state).toMatchObject({ asking: 'where', answers: { where: { value: 'ยูนนาน' } } })
  })

  it.each(['อะไรนะ', '3', 'ภาพสวยมาก'])('answers %j with what can be done', (typed) => {
    const talk = atReview()
    talk.says(typed)
    expect(talk.heard).toContain('ยืนยัน')
    expect(talk.heard).toContain('แก้ข้อ 3')
    expect(talk.last.done).toBeUndefined()
  })

  it('cannot be confirmed before it is reached: what is missing is named', () => {
    const talk = new Talk()
    talk.says('1')
    talk.does({ kind: 'confirm' })
    expect(talk.last.done).toBeUndefined()
    expect(talk.heard).toContain('เหลืออีก 1 ข้อ: วันใด')
    expect(talk.heard).toContain('ไปกี่คน')
  })

  it('comes at once when only optional questions are left and the person confirms', () => {
    const talk = new Talk()
    for (const said of ['1', '30']) talk.says(said)
    talk.does({ kind: 'day', nonce: 'n1', stepId: 'day', day: '2026-11-12' })
    talk.does({ kind: 'confirm' })
    expect(talk.last.done).toBeUndefined()
    expect(talk.heard).toContain('4. ภาพ: ไม่ระบุ')
    expect(talk.does({ kind: 'confirm' }).done).toBe('confirmed')
  })

  it.each(['ok', 'โอเคครับ', 'ถูกต้องครับ', 'ส่งเลย', 'ใช่ค่ะ'])('is confirmed by %j too', (typed) => {
    expect(atReview().says(typed).done).toBe('confirmed')
  })

  it('says that a photo which comes now is not kept, and how to attach it', () => {
    const talk = atReview()
    talk.does({ kind: 'files', files: [{ messageId: 'm1', kind: 'image' }] })
    expect(talk.heard).toContain('ยังไม่ได้เก็บ')
    expect(talk.heard).toContain('แก้ข้อ')
  })

  it('is shown again before a confirmation in the middle of an edit', () => {
    const talk = atReview()
    talk.does({ kind: 'edit', item: 1 })
    talk.does({ kind: 'confirm' })
    expect(talk.last.done).toBeUndefined()
    expect(talk.state.asking).toBe('review')
    expect(talk.does({ kind: 'confirm' }).done).toBe('confirmed')
  })

  it.each([2, 'people'])('comes back after item %s was changed', (item) => {
    const talk = atReview()
    talk.does({ kind: 'edit', item })
    expect(talk.heard).toContain('คำตอบเดิม: 30 คน')
    talk.says('40')
    expect(talk.heard).toContain('2. กี่คน: 40 คน')
  })

  it('opens the item whose name is typed, and takes other words as the answer they are', () => {
    const talk = atReview()
    talk.does({ kind: 'edit', item: 'คน', orAnswer: 'ขอแก้คน' })
    expect(talk.heard).toContain('ไปกี่คน')
    talk.does({ kind: 'edit', item: 'ทุกอย่าง', orAnswer: '41' })
    expect(talk.heard).toContain('2. กี่คน: 41 คน')
  })

  it('comes back unchanged when the person thinks better of an edit', () => {
    const talk = atReview()
    talk.does({ kind: 'edit', item: 1 })
    talk.does({ kind: 'skip' })
    expect(talk.heard).toContain('1. ที่ไหน: ยูนนาน')
  })

  it.each([0, 9, -1, 1.5, 'nothing', ''])('says which items there are when %j is none', (item) => {
    const talk = atReview()
    talk.does({ kind: 'edit', item })
    expect(talk.heard).toContain('1–4')
  })

  it('does not jump ahead to a question that comes later anyway', () => {
    const talk = new Talk()
    talk.does({ kind: 'edit', item: 'day' })
    expect(talk.heard).toContain('ยังไม่ได้ตอบ')
    expect(talk.state.asking).toBe('where')
  })
})

describe('what is known from the start', () => {
  it('is not asked, but repeated so that a misreading is seen', () => {
    const talk = new Talk(trip, { people: 30, where: 'ลาว', unknown: 'x' })
    expect(talk.heard).toContain('รับไว้แล้ว — ที่ไหน: ลาว · กี่คน: 30 คน')
    expect(talk.state.asking).toBe('day')
    expect(talk.state.answers).not.toHaveProperty('unknown')
  })

  it('can be carried along without ever being asked or shown', () => {
    const secret = { ...trip.steps[0], id: 'ticket', label: 'ตั๋ว', carried: true } as (typeof trip.steps)[number]
    const talk = new Talk({ ...trip, steps: [secret, ...trip.steps] }, { ticket: 'T1', where: 'ลาว', people: 30 })
    expect(talk.heard).not.toContain('ตั๋ว')
    talk.does({ kind: 'day', nonce: 'n1', stepId: 'day', day: '2026-11-12' })
    talk.does({ kind: 'skip' })
    expect(talk.heard).not.toContain('ตั๋ว')
    expect(talk.does({ kind: 'confirm' }).state.answers.ticket).toEqual({ value: 'T1' })
  })

  it('may be everything: then the review comes first', () => {
    const state = begin(trip, {
      nonce: 'n',
      given: { where: 'ลาว', people: 30, day: '2026-11-12', photos: [] },
      now: NOW,
    })
    expect(state.asking).toBe('review')
  })
})
