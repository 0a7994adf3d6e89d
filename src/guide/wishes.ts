/** What somebody wants done rather than known: 'เมื่อวานจัดงาน คนมา 50 บันทึกให้ที'. The answer is how it is done here. */
import type { Entry } from './entry.ts'

const WANTS_IT_RECORDED =
  /(?:บันทึก|ลงข้อมูล|ลงรายงาน|รายงาน|คีย์|กรอก|ลงระบบ)(?:ลงระบบ|ในระบบ|เข้าระบบ|ไว้|ผล)?ให้(?:ที|หน่อย|ด้วย|นะ|ผม|เลย)(?:หน่อย|ที|ด้วย|นะ)?$/
const TELLS_WHAT_WAS_DONE = /^(?:ขอ|จะ|อยาก)?(?:รายงานผล|แจ้งผล|บันทึกกิจกรรม|ลงกิจกรรม|รายงานว่า).*\d/
/** 'บันทึกผล ขอนแก่น-ดานัง 8 มค 69 คนร่วม 200': a day, or how many came, and nothing asked. */
const BEGINS_A_REPORT =
  /^(?:ขอ|จะ|อยาก)?(?:ส่ง|ลง|คีย์|กรอก)?(?:ราย ?งาน+|บันทึก|แจ้ง|ลงข้อมูล|ลงผล|ส่งผล)(?:กิจกรรม|ผล|งาน)* *(?!ความเข้าใจ|ตาม|ให้)/
const TELLS_DAY_OR_PEOPLE =
  /\d ?(?:คน|ท่าน|ราย)|คน(?:ร่วม|มา)? ?\d|(?<!\d)[0-3]?\d ?(?:[มกพสตธ]\.? ?[คยพ]|มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา)|\d\/\d/
const ASKS = /ไหม|หรือ|อะไร|เท่าไร|เมื่อไร|อย่างไร|ไหน|ใด|ใคร|กี่|ทำไม|\?/
const HOW_TO_REPORT = 'how-to-report'

/** @param said normalised, without courtesy */
export function wishIn(said: string, entries: ReadonlyMap<string, Entry>): Entry | undefined {
  const beginsReport = BEGINS_A_REPORT.test(said) && TELLS_DAY_OR_PEOPLE.test(said) && !ASKS.test(said)
  const wants = WANTS_IT_RECORDED.test(said) || TELLS_WHAT_WAS_DONE.test(said) || beginsReport
  return wants ? entries.get(HOW_TO_REPORT) : undefined
}
