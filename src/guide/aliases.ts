/**
 * One word for what officers write in many ways: abbreviations, English, romanised Thai, everyday speech and the usual
 * misspellings. Applied alike to what is indexed and to what is asked, after `normalise` and in lower case.
 */

/** The word that stands for all of them, and the regular expression that finds them. Order matters: longer names first. */
const ALIASES: readonly (readonly [string, RegExp])[] = [
  // the subject itself
  [
    'sistercity',
    /(เมือง|บ้าน|เมอง)(พี่|ที่|พี)(เมือง|บ้าน)?น้อง|พี่เมืองน้อง|sister[\s-]*(cit(y|ies)|provinces?)|ซิสเตอร์ ?ซิตี้|บ้านพี่เมืองน้อง|mueang ?phi ?mueang ?nong|muang ?pee ?muang ?nong/g,
  ],
  ['twincity', /เมือง(คู่)?แฝด|twin[\s-]*(cit(y|ies)|towns?)|ทวินซิตี้|(?<![a-z])twin(?![a-z])/g],
  ['เมืองคู่มิตร', /เมืองมิตรภาพ|friendship[\s-]*cit(y|ies)|คู่มิตร/g],
  ['สถาปนา', /สถาปะนา|สถาปณา|สะถาปนา|สถาปานา|จัดตั้งความสัมพันธ์|จับคู่เมือง/g],
  // documents
  ['mou', /บันทึกความเข้าใจ|เอ็ม ?โอ ?ยู|memorandum( of understanding)?|m\.o\.u\.?|(?<![a-z])moa(?![a-z])/g],
  ['loi', /หนังสือแสดง(เจตจำนง|ความจำนง)|แอล ?โอ ?ไอ|letter ?of ?intent|l\.o\.i\.?|เจตจำนง/g],
  ['ร่าง', /draft|แม่แบบ|template|เทมเพลต/g],
  ['แบบฟอร์ม', /ฟอร์ม|form(?![a-z])/g],
  ['ดาวน์โหลด', /(?<!ดาวน์)โหลด|download/g],
  ['ไฟล์', /files?(?![a-z])|pdf/g],
  ['กฎหมาย', /ข้อกฎหมาย|กฏหมาย/g],
  ['คู่มือ', /manual|handbook/g],
  // authorities
  ['ครม', /คณะรัฐมนตรี|ค\.ร\.ม\.?|ครม\./g],
  ['กองการต่างประเทศ', /กอง ?กต\.?|กองต่างประเทศ|กองการตปท\.?/g],
  ['มท', /กระทรวงมหาดไทย|มหาดไทย|สป\. ?มท\.?|มท\.|(?<![a-z])moi(?![a-z])/g],
  ['กต', /กระทรวงการต่างประเทศ|กระทรวงต่างประเทศ|บัวแก้ว|กต\.|(?<![a-z])mfa(?![a-z])/g],
  ['สถ', /กรมส่งเสริมการปกครอง(ส่วน)?ท้องถิ่น|กรมส่งเสริม(ฯ| ?สถ)|สถ\.|(?<![a-z])dla(?![a-z])/g],
  ['ผู้ว่า', /ผู้ว่าราชการจังหวัด|ผู้ว่าราชการ|ผู้ว่าฯ|ท่านผู้ว่า|ผวจ\.?|พ่อเมือง|governors?/g],
  ['อบจ', /องค์การบริหารส่วนจังหวัด|อ\.?บ\.?จ\.?/g],
  ['อบต', /องค์การบริหารส่วนตำบล|อ\.บ\.ต\.?|อบต\./g],
  ['อปท', /องค์กรปกครองส่วนท้องถิ่น|ส่วนท้องถิ่น|อ\.ป\.ท\.?|อปท\.?|(?<!ปกครอง)ท้องถิ่น/g],
  ['เทศบาล', /ทน\.|ทม\.|ทต\.|municipality/g],
  ['กรอ', /ก\.ร\.อ\.?|กรอ\.|คณะกรรมการร่วมภาครัฐ(และ)?เอกชน(เพื่อแก้ไขปัญหาทางเศรษฐกิจ)?/g],
  ['ศอบต', /ศอ\. ?บต\.?|ศอบต\.?/g],
  ['กทม', /กรุงเทพ(มหานคร|ฯ)?|กทม\.?|bangkok/g],
  ['หัวหน้า', /ผู้บังคับบัญชา|ผู้กำกับ|เจ้านาย|boss/g],
  ['เจ้าหน้าที่', /จนท\.?|จ\.น\.ท\.?|officers?/g],
  // time and money
  ['ปีงบ', /ปีงบประมาณ|ปี งปม\.?|fiscal ?year|fy(?=\d|\s|$)/g],
  ['งบ', /งบประมาณ|งปม\.?|ตังค์|ตังค์|เงินทุน|budget|(?<![ก-ฮ])เงิน/g],
  ['ไตรมาส', /ไตรมาศ|quarter/g],
  ['ตัวชี้วัด', /kpis?(?![a-z])|ตชว\.?|เคพีไอ|ตัวชิ้วัด/g],
  ['กำหนดเวลา', /เดดไลน์|deadline|เส้นตาย/g],
  // doing
  ['ลงนาม', /เซ็นต์|เซ็น|เซนต์|(?<!ชั้)เซน(?!ต)|ลงชื่อ|sign(ed|ing)?(?![a-z])/g],
  ['แจ้งเตือน', /เตือน(ความจำ)?(?!ใจ)|(?<=แจ้ง)แจ้งเตือน|ทวง|notify|notification|reminder/g],
  ['รายงาน', /รีพอร์ต|report/g],
  ['กิจกรรม', /activity|activities|กิจกรม/g],
  ['หมดอายุ', /สิ้นอายุ|ขาดอายุ|expire[ds]?/g],
  ['ลบ', /delete/g],
  ['ลงทะเบียน', /สมัคร|register/g],
  ['ไลน์', /(?<![a-z])line(?![a-z])/g],
  // questions
  ['อย่างไร', /ยังไง|ยังงัย|ยังไ(?![ก-ฮ])|ไงบ้าง|ไงดี|อย่างงัย|ทำไง/g],
  ['เท่าไร', /เท่าไหร่|เท่าไหร|เท่าใด|เท่ารัย/g],
  ['เมื่อไร', /เมื่อไหร่|เมื่อไหร|เมื่อใด|ตอนไหน|when/g],
  ['ไหม', /หรือเปล่า|หรือป่าว|รึเปล่า|รึป่าว|หรือไม่|หรือยัง|รึยัง|มั้ย|มั๊ย|ไม๊|มัย(?![ก-ฮ])|ป่ะ|ป่าว|เปล่า/g],
  ['อะไร', /อาไร|อารัย|(?<!อะ|เท่|เมื่|อ)(?<![เแโใไ])ไร(?=$|\s|บ้าง|มั่ง|ด้วย|ครับ|คะ|ค่ะ|คับ|มั้ย|ไหม)|what/g],
  ['เป็น', /เปน/g],
  ['ต้อง', /จำเป็นต้อง|จำเป็น|ต้อง/g],
  ['ก่อน', /ก้อน(?=ปี)/g],
  ['คู่', /(?<![a-z])pairs?(?![a-z])/g],
]

/** Words of courtesy and filling: they say nothing about what is asked. */
const FILLERS =
  /ครับผม|ครับ|คร้าบ|คับ|ค่ะ|คะ|ค่า(?=$|\s)|จ้า|จ๊ะ|น่ะ|นะ(?=$|\s|ครับ|คะ|ค่ะ)|หน่อย|ช่วยบอก|ขอทราบ|อยากทราบ(ว่า)?|อยากรู้(ว่า)?|อยากถาม(ว่า)?|ขอถาม|สอบถาม(?=$|\s)|รบกวน|ขอบคุณ|ด้วย(?=$|\s)|ฯ|ๆ/g

/** The text with every alias as its one word, spaced apart, and without fillers. */
export function unify(text: string): string {
  let unified = text.toLowerCase().replace(FILLERS, ' ')
  for (const [word, pattern] of ALIASES) unified = unified.replace(pattern, ` ${word} `)
  return unified.replace(/\s+/g, ' ').trim()
}
