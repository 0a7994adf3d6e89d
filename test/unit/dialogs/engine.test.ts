/** What a guided dialog does with everything a person may do to it. */
import { describe, expect, it } from 'vitest'
import { begin } from '../../../src/dialogs/index.ts'
import { atReview, NOW, Talk, trip } from './trip.ts'

describe('a question', () => {
  it('can be answered by typing alone: choices are numbered, and the words that work are named', () => {
    const talk = new Talk()
    expect(talk.heard).toContain('ไปที่ไหน\n1. ยูนนาน\n2. โทยามะ\n3. ลาว')
    expect(talk.heard).toContain('พักไว้ · ยกเลิก')
    expect(talk.heard).not.toContain('ข้าม')
    expect(talk.heard).not.toContain('ย้อนกลับ')
    talk.says('1')
    expect(talk.heard).toContain('ข้าม · ย้อนกลับ · พักไว้ · ยกเลิก')
  })

  it.each([
    '2',
    '๒',
    ' 2. ',
    '(๒)',
    'ข้อ 2',
    'ข้อที่ ๒',
    'เลือก 2',
    '2️⃣',
    'โทยามะ',
    ' โทยามะ ',
    'โท ยามะ',
    'ยามะ',
    'โทยา\u200bมะ',
  ])('takes %j as the second choice', (typed) => {
    const talk = new Talk()
    talk.says(typed)
    expect(talk.state.answers.where).toEqual({ value: 'โทยามะ' })
  })

  it.each(['4', '๐', '99'])('says which numbers there are when %s is none of them', (typed) => {
    const talk = new Talk()
    talk.says(typed)
    expect(talk.heard).toContain('1–3')
    expect(talk.state).toMatchObject({ asking: 'where', answers: {} })
  })

  it('says what was wrong, and asks again', () => {
    const talk = new Talk()
    talk.says('ดาวอังคาร')
    expect(talk.heard).toContain('กรุณาเลือก เช่น 1')
    expect(talk.heard).toContain('ไปที่ไหน')
    expect(talk.state.answers).toEqual({})
  })

  it.each([
    ['   ', 'ว่าง'],
    ['\u200b\u200b', 'ว่าง'],
    ['🙂🙂', 'ไม่มีตัวอักษร'],
    ['...', 'ไม่มีตัวอักษร'],
    ['ก'.repeat(10_000), '10,000'],
  ])('has a clear word for an answer such as %j', (typed, word) => {
    const talk = new Talk()
    talk.says(typed)
    expect(talk.heard).toContain(word)
    expect(talk.state).toMatchObject({ asking: 'where', answers: {} })
  })

  it('says that a sticker is no answer, and that a photo is none here', () => {
    const talk = new Talk()
    talk.does({ kind: 'unusable' })
    expect(talk.heard).toContain('ตอบเป็นข้อความ')
    talk.does({ kind: 'files', files: [{ messageId: '1', kind: 'image' }] })
    expect(talk.heard).toContain('ไม่รับภาพ')
    expect(talk.state.answers).toEqual({})
  })

  it('says what follows from an answer before it asks the next', () => {
    const talk = new Talk()
    talk.says('1')
    talk.says('30')
    expect(talk.last.say.map((say) => say.kind)).toEqual(['note', 'ask'])
    expect(talk.heard).toContain('นับได้ 30 คน')
  })

  it('is skipped over when it does not apply', () => {
    const talk = new Talk()
    talk.says('1')
    talk.says('30')
    expect(talk.state.asking).toBe('day')
    talk.does({ kind: 'back' })
    talk.says('3')
    expect(talk.state.asking).toBe('names')
  })
})

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

it('a step can end the dialog, with its own word', () => {
  const [first, ...rest] = trip.steps
  const refusing = { ...first, parse: () => ({ ok: false, say: 'ไม่เป็นไร', ends: true }) } as typeof first
  const talk = new Talk({ ...trip, steps: refusing ? [refusing, ...rest] : rest })
  expect(talk.says('1').done).toBe('cancelled')
  expect(talk.heard).toBe('ไม่เป็นไร')
})
