/** Going back, skipping, laying aside, leaving, and coming back. */
import { describe, expect, it } from 'vitest'
import { atReview, Talk, trip } from './trip.ts'

describe('going back, skipping, leaving', () => {
  it('goes back one question at a time and keeps the answers that follow', () => {
    const talk = new Talk()
    talk.says('1')
    talk.says('30')
    talk.does({ kind: 'back' })
    talk.does({ kind: 'back' })
    expect(talk.heard).toContain('คำตอบเดิม: ยูนนาน')
    talk.says('2')
    expect(talk.state).toMatchObject({ asking: 'day', answers: { where: { value: 'โทยามะ' }, people: { value: 30 } } })
  })

  it('says so at the first question', () => {
    const talk = new Talk()
    talk.does({ kind: 'back' })
    expect(talk.heard).toContain('คำถามแรก')
    expect(talk.heard).toContain('ไปที่ไหน')
  })

  it('skips what is optional, and nothing else', () => {
    const talk = new Talk()
    talk.does({ kind: 'skip' })
    expect(talk.heard).toContain('ข้ามไม่ได้')
    expect(talk.state.asking).toBe('where')
    talk.says('1')
    talk.does({ kind: 'skip' })
    expect(talk.state).toMatchObject({ asking: 'day', answers: { people: { skipped: true } } })
  })

  it('goes back after a slip; at the review it says how to correct', () => {
    const talk = new Talk()
    talk.says('1')
    talk.does({ kind: 'mistaken' })
    expect(talk.heard).toContain('ไปที่ไหน')
    const done = atReview()
    done.does({ kind: 'mistaken' })
    expect(done.heard).toContain('แก้ข้อ 3')
  })

  it.each(['ไม่มี', 'ไม่ทราบค่ะ', '-', 'จำไม่ได้'])('leaves an optional question with %j, and no other', (typed) => {
    const talk = new Talk()
    talk.says(typed)
    expect(talk.state.asking).toBe('where')
    talk.says('1')
    talk.says(typed)
    expect(talk.state).toMatchObject({ asking: 'day', answers: { people: { skipped: true } } })
  })

  it('says where the draft stands when its owner comes back after days and simply goes on', () => {
    const talk = new Talk()
    talk.says('1')
    talk.does({ kind: 'text', text: '30' }, new Date('2026-12-01T03:00:00Z'))
    expect(talk.heard).toContain('หลังพักไว้ 12 วัน')
    expect(talk.heard).toContain('ไปวันใด')
    talk.does({ kind: 'text', text: 'เมื่อวาน' }, new Date('2026-12-01T04:00:00Z'))
    expect(talk.heard).not.toContain('หลังพักไว้')
  })

  it('cancels and parks with a word, and keeps the answers for the caller', () => {
    for (const [kind, done] of [
      ['cancel', 'cancelled'],
      ['park', 'parked'],
    ] as const) {
      const talk = new Talk()
      talk.says('1')
      const { done: ended, state } = talk.does({ kind })
      expect(ended).toBe(done)
      expect(talk.heard).toContain('การเดินทาง')
      expect(state.answers).toEqual({ where: { value: 'ยูนนาน' } })
    }
  })

  it('says after weeks where the draft stands', () => {
    const talk = new Talk()
    talk.says('1')
    talk.does({ kind: 'park' })
    talk.does({ kind: 'resume' }, new Date('2026-12-19T03:00:00Z'))
    expect(talk.heard).toContain('30 วัน')
    expect(talk.heard).toContain('ตอบแล้ว 1 จาก 4 ข้อ')
    expect(talk.heard).toContain('ไปกี่คน')
  })

  it('asks the same question once more after a side question', () => {
    const talk = new Talk()
    talk.says('1')
    const before = talk.heard
    talk.does({ kind: 'again' })
    expect(talk.heard).toBe(before)
  })
})

it('a step can end the dialog, with its own word', () => {
  const [first, ...rest] = trip.steps
  const refusing = { ...first, parse: () => ({ ok: false, say: 'ไม่เป็นไร', ends: true }) } as typeof first
  const talk = new Talk({ ...trip, steps: refusing ? [refusing, ...rest] : rest })
  expect(talk.says('1').done).toBe('cancelled')
  expect(talk.heard).toBe('ไม่เป็นไร')
})
