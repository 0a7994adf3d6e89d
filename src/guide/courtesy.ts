/** What people say around a question to be polite: it asks nothing, and must not count as a word of it. */
import { remembered } from '../recent.ts'
import { normalise } from '../thai/index.ts'

const POLITE = '(?:ครับผม|ครับ|คับ|ฮะ|ค่ะ|คะ|จ้า|จ๊ะ|จ้ะ|จ๋า)'
const LITTLE = '(?:หน่อย|นิดนึง|นิดหนึ่ง|นิด)?'
const BEFORE = new RegExp(
  `^(?:${[
    `(?:สวัสดี|หวัดดี)(?:ตอนเช้า|ตอนบ่าย)?${POLITE}?`,
    `(?:คุณ)?(?:แอดมิน|แอด(?=${POLITE})|บอท)${POLITE}?`,
    `(?:ขอ|พอดี)?(?:รบกวน|อยาก|ต้องการ)?(?:จะ)?(?:สอบถาม|เรียนถาม|ถาม(?!ถึง)|ทราบ|รู้)${LITTLE}(?:นะ)?${POLITE}?(?:ว่า)?`,
    `รบกวน${LITTLE}${POLITE}?`,
    `(?:คือว่า|พอดี(?:ว่า)?|ช่วยบอก${LITTLE}(?:ว่า)?)`,
    // as letters are written
    '(?:กราบ)?เรียน ?(?:แอดมิน|ผู้ดูแล(?:ระบบ)?|ท่านผู้ดูแล)',
    '(?:จังหวัด)?(?:ใคร่|ประสงค์)(?:จะ)?ขอ?(?:ทราบ|หารือ|สอบถาม|เรียนถาม)(?:ว่า)?',
    '(?:จึง)?ขอ(?:เรียนถาม|หารือ|ความอนุเคราะห์(?:แจ้ง|ชี้แจง|ให้ข้อมูล)?|ความกรุณา(?:แจ้ง|ชี้แจง)?)(?:ว่า)?',
    '(?:อนึ่ง|ทั้งนี้|ตามที่|โปรด(?:แจ้ง)?|กรุณา(?:แจ้ง)?)(?![ก-๎])',
  ].join('|')})[ ,]*`,
)
const AFTER = new RegExp(
  `[ ,]*(?:(?:จัก|จะ)?(?:ขอ)?ขอบ(?:พระ)?คุณ(?:มาก|ล่วงหน้า|ยิ่ง|เป็นอย่างสูง)?|จะเป็นพระคุณ(?:ยิ่ง|อย่างสูง)?|ขอบใจ|${POLITE}|อ่ะ|(?<![เย])อะ|(?<!ช)นะ|เนี่ย)[.!?ๆ ]*$`,
)

/** The question alone; a text that is nothing but courtesy stays as it is. */
export const withoutCourtesy = remembered((text: string): string => {
  const said = normalise(text)
  let rest = said
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = rest.replace(BEFORE, '').replace(AFTER, '').trim()
  }
  return rest === '' ? said : rest
})
