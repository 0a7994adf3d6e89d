/** Whether a text that was typed into a dialog asks something: a title, a place or a result must never be taken for one. */
import { normaliseCommand } from '../thai/index.ts'

const ASKING =
  /(ไหม|มั้ย|มั๊ย|ไม๊|หรือเปล่า|หรือป่าว|รึเปล่า|รึป่าว|หรือไม่|หรือยัง|รึยัง|ป่ะ|เท่าไหร่|เท่าไร|เมื่อไหร่|เมื่อไร|ยังไง|ยังงัย|อย่างไร|ที่ไหน|อันไหน|แบบไหน|ปีไหน|วันไหน|อะไร|ใคร|ทำไม|ได้บ้าง|อะไรบ้าง|กี่(ครั้ง|คู่|ปี|วัน|คน|จังหวัด|ขั้น))( ?(นะ|อ่ะ|ครับ|คับ|ค่ะ|คะ|ค่า|บ้าง|ดี|ล่ะ|ละ|เนี่ย|กัน))*$|^(ทำไม|ใคร|อะไรคือ|how|what|when|where|who|why|can |do |does |is )/

export function looksLikeQuestion(text: string): boolean {
  return /[?？]\s*$/.test(text.trim()) || ASKING.test(normaliseCommand(text))
}
