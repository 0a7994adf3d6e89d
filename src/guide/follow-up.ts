/** How a question shows that it goes on from the one before: "ลาวละ", "แล้วใครเซ็น", "ขอฉบับเต็ม". */
import type { Memory } from '../bot/types.ts'
import { remembered } from '../recent.ts'
import { normaliseCommand } from '../thai/index.ts'
import { withoutCourtesy } from './courtesy.ts'
import { inPlainWords } from './everyday.ts'

/** What was talked about longer ago is no longer what "that" means. */
const REMEMBERED_MS = 30 * 60_000
const LONGEST = 60

const ENDS_OPEN = /(?<![ก-๎]เ)(ล่ะ|ละ|หล่ะ|ล่า|อ่ะ|(?<![เย])อะ) ?(ครับ|คับ|ค่ะ|คะ|ค่า|จ๊ะ)?[?]?$/
const BEGINS_OPEN =
  /^((แล้ว|ละ(?!คร|เอียด|เลย|ลาย|ทิ้ง|เว้น|เมิด)(?=[ก-ฮเ-ไ])|ส่วน|กรณี|สำหรับ|(ถ้า)?(งั้น|อย่างนั้น)|แต่|อ้าว|เอ๊ะ|ถ้า(เป็น)?(?!อยาก|จะ)|ตกลง|หรือว่า) ?)+/
/** What is put so goes on as well, and is a part of what is asked. */
const POINTS_BACK = /^(อันที่|ข้อที่|ที่ว่า|แบบนี้|อันนี้|เรื่องนี้|แผนที่ว่า|อันนั้น|ตัวนี้|คู่นี้|ที่กำลัง)/
const COURTESY = /(ครับ|คับ|ค่ะ|คะ|ค่า|จ๊ะ|[?])+$/
const WANTS_MORE = /^(ขอ)?(อ่าน)?(ดู)?(รายละเอียด|เพิ่มเติม|ฉบับเต็ม|ตัวเต็ม|ต่อ|ทั้งหมด|แบบเต็ม)(เพิ่ม|เพิ่มเติม|หน่อย)?$/

/** Words that hold a question together; with nothing else in it, it names nothing. */
const HOLDING =
  'แล้ว|ส่วน|อยู่|เป็น|คือ|ของ|กับ|มี|ได้|บ้าง|กัน|นะ|อ่ะ|อะ|ล่ะ|ละ|หรอ|เหรอ|หรือ|ครับ|คับ|ค่ะ|คะ|ที่|ไป|มา|ให้|จะ|ก็|ว่า|ถ้า|งั้น|เลย|ด้วย|ไหม|ยัง|ไม่|ต้อง|ควร|ทำ|ใช้|เอา|ตอน|ถึง|กว่า|เรา|ผม|พวก|ฝ่าย|ฝั่ง|ไทย|เขา|ท่าน|คน|ตัว|นี้|นั้น|เอง|สุด|อีก|ปกติ|กี่|ใคร|อะไร|ไหน|ใด|ไร|อย่างไร|ยังไง|เมื่อ(ไหร่|ไร|ใด)|เท่า(ไหร่|ไร|ใด)|ตั้งแต่|ทำไม|จริง|แน่|เคย|ก่อน|หลัง|เสร็จ|ขอ|ดู'
/** What may be asked of whatever is talked about, and with nothing talked about is asked of nothing. */
const OPEN_ASPECTS = 'เซ็น|ลงนาม|ใช้เวลา|เวลา|นาน|เอกสาร|หลักฐาน|แนบ|แบบฟอร์ม|ฟอร์ม|รับผิดชอบ|ดูแล|อนุมัติ|บังคับ|จำเป็น|ส่ง|ยื่น'
/** What may be asked so as well, but says enough by itself where it is the first word. */
const ASPECTS =
  'คู่มือ|คู่|ปี|วัน|เดือน|ประเทศ|จังหวัด|เมือง|พ\\.?ศ\\.?|ค่าใช้จ่าย|หน่วยงาน|หน่วย|ปัญหา|อุปสรรค|ยาก|ตัวอย่าง|แทน|เก็บ|กำหนด|ภาษา|ผูกพัน|ยกเลิก|อายุ|พยาน|แนวทาง|ขั้นตอน|งบ|เงิน|นับ|จัด|เริ่ม|หมด'
const BARE = new RegExp(`^(?:(?:${HOLDING}|${OPEN_ASPECTS}|${ASPECTS}) *)+[?]?$`)
const HAS_OPEN_ASPECT = new RegExp(OPEN_ASPECTS)

export function isFresh(memory: Memory, now: Date): boolean {
  return memory.at !== undefined && now.getTime() - Date.parse(memory.at) <= REMEMBERED_MS
}

export function wantsMore(text: string): boolean {
  return WANTS_MORE.test(normaliseCommand(text).replace(COURTESY, '').trim())
}

const ASKS_WHY =
  /^(?:(?:แล้ว)?(?:ทำไม|เพราะอะไร)(?:ล่ะ|ละ|อะ|อ่ะ|เหรอ|หรอ)?|(?:ข้อมูล)?(?:นี้|อันนี้)?(?:เอา)?มาจาก(?:ไหน|เอกสารไหน|อะไร)|อ้าง(?:อิง)?(?:จาก|ตาม)?(?:เอกสาร|หนังสือ|มติ)?(?:ไหน|อะไร|ใด)|(?:ที่มา|แหล่งที่มา)(?:คือ)?(?:อะไร|ไหน)?|เอกสารไหน|ใครบอก|จริงเหรอ|จริงหรอ|จริงไหม|แน่ใจ(?:ไหม|เหรอ|หรอ|นะ)|(?:จะ|ขอ)?(?:เอา)?ไปอ้าง(?:อิง)?(?:ใน(?:บันทึก|หนังสือ|รายงาน|เอกสาร))?|อะ|อ่ะ| )+$/

/** 'ทำไมอะ เอามาจากไหน': all that is known of what was just said, with its sources. */
export function asksWhy(text: string): boolean {
  return ASKS_WHY.test(
    normaliseCommand(inPlainWords(withoutCourtesy(text)))
      .replace(COURTESY, '')
      .trim(),
  )
}

export interface FollowUp {
  /** What is asked, without the words that tie it to what was said before. */
  readonly topic: string
  /** It names nothing of its own. */
  readonly isBare: boolean
  /** With nothing talked about it is asked of nothing, whatever it may be like. */
  readonly isOpen: boolean
  /** It says that it goes on: 'แล้ว…', '…ล่ะ'. */
  readonly isTied: boolean
}

/** Undefined when the text stands alone as it is put. */
export function followUpIn(text: string): FollowUp | undefined {
  return followUps(text).found
}

const followUps = remembered((text) => ({ found: followUp(text) }))

function followUp(text: string): FollowUp | undefined {
  const said = normaliseCommand(inPlainWords(withoutCourtesy(text)))
  const typed = normaliseCommand(text)
  if (typed.length > LONGEST) return undefined
  const isBare = BARE.test(said)
  const isTied = ENDS_OPEN.test(typed) || BEGINS_OPEN.test(said) || POINTS_BACK.test(said)
  if (!isBare && !isTied) return undefined
  const topic = said.replace(ENDS_OPEN, '').replace(BEGINS_OPEN, '').replace(COURTESY, '').trim()
  return topic === '' ? undefined : { topic, isBare, isTied, isOpen: isBare && HAS_OPEN_ASPECT.test(said) }
}
