/** What somebody wants done rather than known: 'เมื่อวานจัดงาน คนมา 50 บันทึกให้ที'. The answer is how it is done here. */
import type { Entry } from './entry.ts'

const WANTS_IT_RECORDED =
  /(?:บันทึก|ลงข้อมูล|ลงรายงาน|รายงาน|คีย์|กรอก|ลงระบบ)(?:ลงระบบ|ในระบบ|เข้าระบบ|ไว้|ผล)?ให้(?:ที|หน่อย|ด้วย|นะ|ผม|เลย)(?:หน่อย|ที|ด้วย|นะ)?$/
const TELLS_WHAT_WAS_DONE = /^(?:ขอ|จะ|อยาก)?(?:รายงานผล|แจ้งผล|บันทึกกิจกรรม|ลงกิจกรรม|รายงานว่า).*\d/
const HOW_TO_REPORT = 'how-to-report'

/** @param said normalised, without courtesy */
export function wishIn(said: string, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  return WANTS_IT_RECORDED.test(said) || TELLS_WHAT_WAS_DONE.test(said) ? entries.get(HOW_TO_REPORT) : undefined
}
