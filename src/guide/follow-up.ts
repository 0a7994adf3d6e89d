/** Questions that only mean something after the one before: "ลาวละ", "แล้วเชียงรายล่ะ", "ขอฉบับเต็ม". */
import type { Memory } from '../bot/types.ts'
import { type Pair, sayOfAnother } from '../pairs/index.ts'
import { normaliseCommand } from '../thai/index.ts'
import { sayOfAnotherBody } from './local-bodies.ts'

/** What was talked about longer ago is no longer what "that" means. */
const REMEMBERED_MS = 30 * 60_000
const LONGEST = 40

const ENDS_OPEN = /(ล่ะ|ละ|หล่ะ|อ่ะ|ล่า)( ?(ครับ|คับ|ค่ะ|คะ|ค่า|จ๊ะ))?[?]?$/
const BEGINS_OPEN = /^(แล้ว|ส่วน|กรณี|สำหรับ)/
const COURTESY = /(ครับ|คับ|ค่ะ|คะ|ค่า|จ๊ะ|[?])+$/
const WANTS_MORE = /^(ขอ)?(อ่าน)?(ดู)?(รายละเอียด|เพิ่มเติม|ฉบับเต็ม|ตัวเต็ม|ต่อ|ทั้งหมด|แบบเต็ม)(เพิ่ม|เพิ่มเติม|หน่อย)?$/

/** A question that names nothing: 'ปีไหน', 'ใครเซ็น', 'อยู่ประเทศอะไร' are about what was just talked of. */
const NAMES_NOTHING =
  /^((แล้ว|ส่วน|เซ็น|ลงนาม|อยู่|เป็น|คู่|กี่|ปี|วัน|เดือน|ที่|ประเทศ|จังหวัด|เมือง|ใคร|อะไร|ไหน|ใด|เมื่อ(ไหร่|ไร|ใด)|เท่า(ไหร่|ไร)|ตั้งแต่|ไร|ของ|คือ|กับ|มี|ได้|บ้าง|พ\.?ศ\.?|กัน|นะ|อ่ะ|อะ|ล่ะ|ละ|หรอ|เหรอ|ครับ|คับ|ค่ะ|คะ) *)+[?]?$/

export function isFresh(memory: Memory, now: Date): boolean {
  return memory.at !== undefined && now.getTime() - Date.parse(memory.at) <= REMEMBERED_MS
}

export function wantsMore(text: string): boolean {
  return WANTS_MORE.test(normaliseCommand(text).replace(COURTESY, '').trim())
}

/** What a short question may mean after the one before. */
export interface InFull {
  /** The question before, asked of the place that is named now: then this is what is meant. */
  readonly ofAnother?: string
  /** Nothing is named: alone it means nothing, whatever it may be like. */
  readonly namesNothing: boolean
  /** Both questions together: what is meant when this one alone says too little. */
  readonly together: string
}

/** Undefined when there was no question before, or this one is not put as its continuation. */
export function inFull(text: string, memory: Memory, pairs: readonly Pair[]): InFull | undefined {
  const said = normaliseCommand(text)
  if (memory.question === undefined || said.length > LONGEST) return undefined
  const namesNothing = NAMES_NOTHING.test(said)
  if (!namesNothing && !ENDS_OPEN.test(said) && !BEGINS_OPEN.test(said)) return undefined
  const topic = said.replace(ENDS_OPEN, '').replace(BEGINS_OPEN, '').replace(COURTESY, '').trim()
  if (topic === '') return undefined
  return {
    namesNothing,
    ofAnother: sayOfAnotherBody(topic, memory.question) ?? sayOfAnother(topic, memory.question, pairs),
    together: `${memory.question} ${topic}`,
  }
}
