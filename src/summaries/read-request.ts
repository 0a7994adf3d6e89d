/** Reads what an admin wants summed up: 'สรุป 2570', 'สรุป เชียงใหม่', 'ยอดรายงานแยกตามประเทศ', 'สรุป ไม่มีกิจกรรม หน้า 2'. */
import { type Place, readPlace } from './read-place.ts'

export type View = 'overview' | 'province' | 'country' | 'kind' | 'quarter' | 'missing' | 'uncertain'

export interface SummaryRequest {
  readonly view: View
  /** Buddhist fiscal year, or one that depends on the day. */
  readonly year?: number | 'this' | 'last'
  /** undefined: the whole register. */
  readonly place?: Place
  /** From 1. */
  readonly page: number
}

const ADMIN_WORD = /^(?:ขอ|ดู|ขอดู|อยากดู)?\s*สรุป/

/** Questions that only the figures can answer, asked without the word. */
const ADMIN_QUESTIONS = [
  /^(?:ขอ|ดู|ขอดู|อยากดู)?\s*(?:ยอด|สถิติ|จำนวน)\s*(?:การ)?(?:รายงาน|กิจกรรม)/,
  /^(?:มี)?(?:จังหวัด|คู่(?:เมือง)?)\s*(?:ใด|ไหน|อะไร|ที่)(?:บ้าง)?(?:ที่)?\s*(?:ยัง)?ไม่(?:ได้)?(?:มี|พบ|ส่ง|จัด)?(?:การ)?(?:รายงาน|กิจกรรม)/,
  // 'ปีนี้เชียงใหม่รายงานกี่คู่แล้ว', 'มีกี่คู่ที่ยังไม่มีกิจกรรม'
  /(?:รายงาน|มีกิจกรรม|จัดกิจกรรม).*กี่\s*(?:คู่|จังหวัด|รายการ|รายงาน|ฉบับ)/,
  /กี่\s*(?:คู่|จังหวัด).*(?:รายงาน|กิจกรรม)/,
  /^ใคร\s*(?:ที่)?ยังไม่(?:ได้)?(?:ส่ง)?(?:การ)?รายงาน/,
  /รายงาน(?:กิจกรรม)?(?:แล้ว)?\s*(?:หรือยัง|รึยัง)$/,
  /^(?:อัตรา|ร้อยละ|เปอร์เซ็นต์)\s*(?:ของ)?(?:การ)?(?:คู่ที่)?(?:มี)?(?:รายงาน|กิจกรรม)/,
]

/** The first that is found is what is wanted. */
const VIEWS: readonly (readonly [View, RegExp])[] = [
  ['uncertain', /ไม่(?:แน่ชัด|แน่นอน|แน่ใจ)/],
  ['missing', /(?:ไม่|ขาด|ค้าง)(?:ได้)?(?:มี|พบ|ส่ง|จัด)?(?:การ)?(?:รายงาน|กิจกรรม)(?:กิจกรรม)?/],
  ['quarter', /(?:ตาม|ราย)?\s*ไตรมาส(?:ที่)?\s*[1-4]?(?!\d)/],
  ['kind', /(?:ตาม|ราย)?\s*(?:ประเภท|ชนิด)/],
  ['province', /(?:ตาม|ราย|ทุก|แต่ละ)\s*จังหวัด|^\s*(?:แยก)?\s*จังหวัด\s*$/],
  ['country', /(?:ตาม|ราย|ทุก|แต่ละ)\s*ประเทศ|^\s*(?:แยก)?\s*ประเทศ\s*$/],
]

const PAGE = /หน้า(?:ที่)?\s*(\d{1,2})(?!\d)/
const LAST_YEAR = /ปี(?:งบประมาณ|งบ)?\s*(?:ที่แล้ว|ก่อน|ที่ผ่านมา)/
const THIS_YEAR = /ปี(?:งบประมาณ|งบ)?\s*นี้/
const YEAR = /(?:พ\.?ศ\.?|ค\.?ศ\.?)?\s*(?<!\d)(\d{4}|\d{2})(?!\d)/

/** Words around what was asked, none of which is part of a province's or a country's name. */
const FILLERS =
  /ปีงบประมาณ|ปีงบ|ปี|ภาพรวม|ทั้งหมด|รวม|ยอด|สถิติ|จำนวน|อัตรา|ร้อยละ|เปอร์เซ็นต์|การรายงาน|รายงาน|กิจกรรม|คู่เมือง|คู่|จังหวัด|จ\.|ประเทศ|แยก|ของ|ใน|ที่|ใด|ไหน|อะไร|บ้าง|หรือยัง|รึยัง|ยัง|มี|กี่|แล้ว|ส่ง|จัด|ใคร|รายการ|ฉบับ|เหลือ|หน่อย|ให้|ครับ|ค่ะ|คะ/g

/** @returns undefined when the text is not about the figures of a year, such as 'สรุปขั้นตอนการสถาปนา' */
export function readRequest(text: string): SummaryRequest | undefined {
  const isAsked = ADMIN_WORD.test(text) || ADMIN_QUESTIONS.some((question) => question.test(text))
  if (!isAsked) return undefined
  const rest = new Words(text.replace(ADMIN_WORD, ' '))
  const page = Number(rest.take(PAGE)?.[1] ?? 1)
  const view = VIEWS.find(([, words]) => rest.take(words))?.[0] ?? 'overview'
  const year = takeYear(rest)
  const name = rest.left().replace(FILLERS, ' ').replace(/\s+/g, ' ').trim()
  const place = name === '' ? undefined : readPlace(name)
  if (name !== '' && !place) return undefined
  return { view, page: Math.max(1, page), ...(year === undefined ? {} : { year }), ...(place ? { place } : {}) }
}

function takeYear(rest: Words): SummaryRequest['year'] {
  if (rest.take(LAST_YEAR)) return 'last'
  if (rest.take(THIS_YEAR)) return 'this'
  const digits = rest.take(YEAR)?.[1]
  return digits === undefined ? undefined : buddhistYear(digits)
}

/** '2570', '2027', '70' and '27' are one year. */
export function buddhistYear(digits: string): number {
  const year = Number(digits)
  if (digits.length === 2) return year >= 40 ? 2500 + year : 2543 + year
  return year < 2400 ? year + 543 : year
}

/** A text from which pieces are taken until only a name is left. */
class Words {
  #left: string

  constructor(text: string) {
    this.#left = text
  }

  take(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.#left)
    if (found) this.#left = `${this.#left.slice(0, found.index)} ${this.#left.slice(found.index + found[0].length)}`
    return found
  }

  left(): string {
    return this.#left
  }
}
