/** How a question is asked, and what is taken for its answer. */
import { describe, expect, it } from 'vitest'
import { NOW, people, Talk, trip, where } from './trip.ts'

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

  it.each(['สอง', 'ข้อสอง', ' สอง '])('takes the number in words %j as the second choice', (typed) => {
    const talk = new Talk()
    talk.says(typed)
    expect(talk.state.answers.where).toEqual({ value: 'โทยามะ' })
  })

  it.each(['สิบ', 'สิบสอง'])('does not guess that %j is a piece of a name: it may be a number', (typed) => {
    const names = ['ยูนนาน', 'โทยามะ', 'สิบสองปันนา'].map((name) => ({ value: name, label: name }))
    const talk = new Talk({ ...trip, steps: [{ ...where, ask: () => ({ text: 'ไปที่ไหน', choices: names }) }] })
    talk.says(typed)
    expect(talk.heard).toContain('เป็นได้ทั้งหมายเลขและส่วนหนึ่งของชื่อ')
    expect(talk.state.answers).toEqual({})
    talk.says('สิบสองปันนา')
    expect(talk.state.answers.where).toEqual({ value: 'สิบสองปันนา' })
  })

  it('does not repeat what introduces it after an answer that was none, and does after a pause', () => {
    const long = {
      ...where,
      ask: () => ({ ...where.ask({ answers: {}, now: NOW }), text: 'ประกาศ\nไปที่ไหน', again: 'ไปที่ไหน' }),
    }
    const talk = new Talk({ ...trip, steps: [long, people] })
    expect(talk.heard).toContain('ประกาศ')
    for (const input of [
      { kind: 'text', text: 'ดาวอังคาร' },
      { kind: 'unusable' },
      { kind: 'skip' },
      { kind: 'again' },
    ] as const) {
      talk.does(input)
      expect(talk.heard).toContain('ไปที่ไหน\n1. ยูนนาน')
      expect(talk.heard).not.toContain('ประกาศ')
    }
    talk.does({ kind: 'resume' })
    expect(talk.heard).toContain('ประกาศ')
  })
})
