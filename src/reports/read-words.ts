/** Reads the kind and the form of an activity from a person's own words; only when the words leave no doubt. */
import { normalise } from '../thai/index.ts'
import type { Form, Kind } from './report.ts'

const KIND_WORDS: readonly (readonly [Kind, RegExp])[] = [
  ['trade', /การค้า|ค้าขาย|ธุรกิจ|แสดงสินค้า|ส่งออก|การลงทุน|business matching|otop|caexpo/],
  ['tourism', /ท่องเที่ยว/],
  ['education', /การศึกษา|เยาวชน|นักเรียน|นักศึกษา|ภาษาจีน|สอนภาษา|ทุนการศึกษา|มหาวิทยาลัย|โรงเรียน/],
  ['culture', /วัฒนธรรม|เทศกาล|กีฬา|ประเพณี|นาฏศิลป์|ดนตรี|บั้งไฟ/],
  ['agriculture', /เกษตร|อุตสาหกรรม|อัญมณี/],
  ['health', /สาธารณสุข|โรงพยาบาล|สิ่งแวดล้อม|ภัยพิบัติ|ขยะ|หมอกควัน|ฝุ่น ?pm/],
  ['border', /ชายแดน|ความมั่นคง/],
]
/** Said of nearly every activity, so it counts only when nothing else does. */
const VISIT = /การเยือน|คณะผู้แทน|หารือ|เข้าเยี่ยมคารวะ/

export function readKind(text: string): Kind | undefined {
  const said = normalise(text).toLowerCase()
  const [only, ...others] = KIND_WORDS.filter(([, words]) => words.test(said))
  if (others.length > 0) return undefined
  return only?.[0] ?? (VISIT.test(said) ? 'visit' : undefined)
}

const FORM_WORDS: readonly (readonly [Form, RegExp])[] = [
  ['visit', /ไปเยือน|เดินทางไปเยือน|เดินทางเยือน/],
  ['reception', /ต้อนรับ|รับรองคณะ/],
  ['online', /ออนไลน์|ทางไกล|zoom|vtc|วิดีโอคอล/],
]
const SHORT_FORM_WORDS: readonly (readonly [Form, RegExp])[] = [
  ['visit', /^(?:เรา)?(?:ไป|เยือน|เดินทางไป)/],
  ['reception', /^(?:รับ|เขามา|มาเยือน)/],
]

/** @param how 'short': the answer to the question which form it was; 'sentence': in passing */
export function readForm(text: string, how: 'short' | 'sentence'): Form | undefined {
  const said = normalise(text).toLowerCase()
  const words = how === 'short' ? [...FORM_WORDS, ...SHORT_FORM_WORDS] : FORM_WORDS
  const found = new Set(words.filter(([, pattern]) => pattern.test(said)).map(([form]) => form))
  const [only, ...others] = found
  return others.length === 0 ? only : undefined
}
