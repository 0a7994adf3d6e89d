/** A small dialog with every kind of step, and someone who talks to it. */
import {
  type Advanced,
  advance,
  begin,
  type Dialog,
  type DialogState,
  type Input,
  type Json,
  type Say,
  type Step,
} from '../../../src/dialogs/index.ts'

export const NOW = new Date('2026-11-19T03:00:00Z')

export const where: Step = {
  id: 'where',
  label: 'ที่ไหน',
  ask: () => ({ text: 'ไปที่ไหน', choices: ['ยูนนาน', 'โทยามะ', 'ลาว'].map((name) => ({ value: name, label: name })) }),
  parse: (given) => (given.kind === 'choice' ? { ok: true, value: given.value } : { ok: false, say: 'กรุณาเลือก เช่น 1' }),
  show: String,
}

export const people: Step = {
  id: 'people',
  label: 'กี่คน',
  optional: true,
  ask: () => ({ text: 'ไปกี่คน' }),
  parse: (given) =>
    given.kind === 'text' && /^\d+$/.test(given.text)
      ? { ok: true, value: Number(given.text), note: `นับได้ ${given.text} คน` }
      : { ok: false, say: 'กรุณาพิมพ์ตัวเลข เช่น 30' },
  show: (value) => `${String(value)} คน`,
}

export const names: Step = {
  id: 'names',
  label: 'ใครบ้าง',
  ask: () => ({ text: 'ใครไปบ้าง' }),
  parse: (given) =>
    given.kind === 'text' && given.text.length <= 100
      ? { ok: true, value: given.text }
      : { ok: false, say: 'กรุณาพิมพ์ชื่อ เช่น สมชาย' },
  show: String,
  when: ({ answers }) => answers.people !== undefined && 'value' in answers.people && Number(answers.people.value) < 5,
}

const day: Step = {
  id: 'day',
  label: 'วันใด',
  ask: () => ({ text: 'ไปวันใด', pickDay: { max: '2026-11-19' } }),
  parse: (given) =>
    given.kind === 'day' ? { ok: true, value: given.day } : { ok: false, say: 'กรุณาเลือกวัน เช่น 12 พ.ย. 2569' },
  show: String,
}

export const photos: Step = {
  id: 'photos',
  label: 'ภาพ',
  optional: true,
  ask: () => ({ text: 'ส่งภาพ', takesFiles: true }),
  parse(given, { answers }) {
    const before = answers.photos && 'value' in answers.photos ? (answers.photos.value as Json[]) : []
    if (given.kind === 'files') {
      const all = [...before, ...given.files.map(({ messageId }) => ({ messageId, kind: 'image' }))]
      return { ok: true, value: all, more: `ได้ ${all.length} ภาพ` }
    }
    const isDone = given.kind === 'text' && given.text === 'เสร็จแล้ว' && before.length > 0
    return isDone ? { ok: true, value: before } : { ok: false, say: 'ส่งภาพ หรือพิมพ์ “เสร็จแล้ว”' }
  },
  show: (value) => `${(value as Json[]).length} ภาพ`,
}

export const trip: Dialog = {
  id: 'trip',
  version: 1,
  title: 'การเดินทาง',
  steps: [where, people, names, day, photos],
  reviewNote: ({ answers }) => (answers.where ? 'เดินทางแล้ว' : undefined),
}

/** Somebody who talks to a dialog; every input must leave the state it was given as it was. */
export class Talk {
  state: DialogState
  last: Advanced
  readonly #dialog: Dialog

  constructor(dialog: Dialog = trip, given: Readonly<Record<string, Json>> = {}) {
    this.#dialog = dialog
    this.state = begin(dialog, { nonce: 'n1', given, now: NOW })
    this.last = this.does({ kind: 'begin' })
  }

  does(input: Input, now: Date = NOW): Advanced {
    const before = structuredClone(this.state)
    this.last = advance(this.#dialog, this.state, input, now)
    if (JSON.stringify(before) !== JSON.stringify(this.state)) throw new Error('the state was changed in place')
    this.state = this.last.state
    return this.last
  }

  says(text: string): Advanced {
    return this.does({ kind: 'text', text })
  }

  /** All that was said last. */
  get heard(): string {
    return this.last.say.map(wordsOf).join('\n')
  }
}

export function wordsOf(say: Say): string {
  if (say.kind === 'note' || say.kind === 'ask') return say.text
  return [say.title, say.note ?? '', ...say.items.map((item) => `${item.number}. ${item.label}: ${item.shown}`)].join(
    '\n',
  )
}

/** Answered up to the review. */
export function atReview(): Talk {
  const talk = new Talk()
  talk.says('1')
  talk.says('30')
  talk.does({ kind: 'day', nonce: 'n1', stepId: 'day', day: '2026-11-12' })
  talk.does({ kind: 'skip' })
  return talk
}
