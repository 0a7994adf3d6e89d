/** Whether a text that was typed into a dialog asks something: a title, a place or a result must never be taken for one. */
import { normaliseCommand } from '../thai/index.ts'

/** What stands at the end of a question, whatever politeness follows. */
const END =
  /(ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|หรือป่าว|รึเปล่า|รึป่าว|หรือไม่|หรือยัง|รึยัง|ป่ะ|ป่าว|เท่าไหร่|เท่าไร|เมื่อไหร่|เมื่อไร|ยังไง|ยังงัย|ทำไงดี|ว่าไง|อย่างไร|ไหน|ไหนได้|อะไร|(?<!กำ)ไร|ไรด้วย|ใคร|ทำไม|ได้บ้าง|กันแน่)( ?(นะ|อ่ะ|ครับ|คับ|ค่ะ|คะ|ค่า|บ้าง|ดี|ล่ะ|ละ|เนี่ย|กัน))*$/

/** What nobody writes but in a question. */
const ANYWHERE = /(ยังไง|ไหนบ้าง|ไรบ้าง|กันแน่|ได้(ไหม|มั้ย|มั๊ย|ป่ะ)|(ไหม|มั้ย|มั๊ย) |ไหนต้อง|กี่ ?(ครั้ง|คู่|ปี|วัน|คน|จังหวัด|ขั้น))/

const BEGINNING = /^(ทำไม|ใคร|อะไรคือ|ต้อง.*หรือ|how|what|when|where|who|why|can |do |does |is )/

/** 'ใครก็ได้' answers; it does not ask. */
const LEAVES_IT_OPEN = /ก็ได้$/

export function looksLikeQuestion(text: string): boolean {
  const words = normaliseCommand(text)
  if (LEAVES_IT_OPEN.test(words)) return false
  return /[?？]\s*$/.test(text.trim()) || END.test(words) || ANYWHERE.test(words) || BEGINNING.test(words)
}
