/** What the guide says besides its entries, in Thai. */
import type { Entry } from './entry.ts'

const UNIT = 'กองการต่างประเทศ สำนักงานปลัดกระทรวงมหาดไทย'

export const timeSays = {
  eraTitle: 'พ.ศ. และ ค.ศ.',
  toBuddhist: (ce: number, be: number) => `ค.ศ. ${ce} = พ.ศ. ${be} (ค.ศ. + 543)`,
  toGregorian: (be: number, ce: number) => `พ.ศ. ${be} = ค.ศ. ${ce} (พ.ศ. − 543)`,
  quarterTitle: (quarter: number) => `ไตรมาส ${quarter} ของปีงบประมาณ`,
  quarterIs: (quarter: number, first: string, last: string) => `ไตรมาส ${quarter} ของปีงบประมาณ คือ ${first}–${last}`,
  monthIsIn: (month: string, quarter: number) => `เดือน${month}อยู่ในไตรมาส ${quarter} ของปีงบประมาณ`,
  fiscalYearTitle: (fiscalYear: number) => `ปีงบประมาณ ${fiscalYear}`,
  fiscalYearIs: (fiscalYear: number, range: string) => `ปีงบประมาณ ${fiscalYear} คือ ${range}`,
  nowIn: (day: string, fiscalYear: number, range: string) => `วันนี้ (${day}) อยู่ในปีงบประมาณ ${fiscalYear} (${range})`,
  dayIsIn: (days: string, fiscalYear: number, range: string) => `${days} อยู่ในปีงบประมาณ ${fiscalYear} (${range})`,
  noSuchDay: 'ไม่มีวันนี้ในปฏิทิน',
  crossingTitle: 'กิจกรรมที่คร่อมปีงบประมาณ',
  crossing: (days: string, first: number, last: number) =>
    `${days} คร่อมปีงบประมาณ ${first} และ ${last} เอกสารไม่ได้กำหนดว่านับปีใด ระบบนี้นับตามวันเริ่ม คือปีงบประมาณ ${first}`,
  crossingSomeYear: (first: string, last: string) =>
    `งานที่เริ่มเดือน${first}และจบเดือน${last} คร่อมปีงบประมาณ (ปีงบประมาณใหม่เริ่ม 1 ต.ค.) เอกสารไม่ได้กำหนดว่านับปีใด ระบบนี้นับตามวันเริ่ม คือปีงบประมาณที่สิ้นสุด 30 ก.ย. ของปีนั้น`,
  monthTitle: 'เดือนใดอยู่ปีงบประมาณใด',
  monthRule: (month: string, isInNext: boolean) =>
    isInNext
      ? `เดือน${month}นับเป็นปีงบประมาณถัดไป เช่น ${month} 2569 อยู่ในปีงบประมาณ 2570`
      : `เดือน${month}นับเป็นปีงบประมาณของ พ.ศ. เดียวกัน เช่น ${month} 2570 อยู่ในปีงบประมาณ 2570`,
}

/** How sure an answer is, in words; an entry of kind 'system' is about this program and needs none. */
export function certaintyOf({ kind, certainty }: Pick<Entry, 'kind' | 'certainty'>): string {
  if (kind === 'system' || kind === 'refusal') return ''
  if (kind === 'not-found') return 'ค้นในเอกสารทั้งหมดที่ระบบมีแล้วไม่พบ'
  if (kind === 'case') return 'เป็นกรณีที่เกิดขึ้นจริง ไม่ใช่ข้อกำหนด'
  if (certainty === 'A') return 'ความแน่นอน: ระบุไว้ในเอกสาร'
  if (certainty === 'B') return 'ความแน่นอน: มาจากแหล่งเดียวหรือแหล่งรอง หรือสรุปจากหลายเอกสาร โปรดตรวจสอบก่อนอ้างอิง'
  return 'ความแน่นอน: อนุมานจากเอกสาร ไม่ใช่ข้อกำหนด'
}

export const answerSays = {
  sources: 'ที่มา',
  from: (source: string) => `ที่มา: ${source}`,
  inFull: 'อ่านฉบับเต็ม',
  asOf: (day: string) => (day.startsWith('ณ') ? `ข้อมูล ${day}` : `ข้อมูล ณ ${day}`),
  laoRule:
    'สำหรับ อปท.: เมืองพี่เมืองน้องต้องทำในระดับจังหวัดเท่านั้น อปท. ร่วมมือได้ในกรอบความร่วมมืออื่นที่ไม่ใช่ Sister City หรือชื่อที่มีความหมายเดียวกัน เป็นความตกลงสาขาความร่วมมือตามกฎหมาย บนผลประโยชน์ของประเทศ มิได้มีผลผูกพันรัฐบาลไทย และถือปฏิบัติตามแนวทางที่ สถ. กำหนด (หนังสืออำเภอแม่สาย 23 ก.พ. 2569)',
  noLongerThere: 'คำตอบนี้ไม่มีแล้ว พิมพ์คำถามใหม่ได้เลย',
  whichOne: 'หมายถึงเรื่องใด',
  choose: 'แตะเลือก หรือพิมพ์หมายเลข',
  noneOfThese: `หากไม่ใช่เรื่องเหล่านี้ เอกสารที่ระบบมีไม่ได้ระบุไว้ ลองพิมพ์คำถามให้ยาวขึ้นอีกนิด หรือสอบถาม${UNIT}`,
  nearestTitle: 'ไม่พบคำตอบที่ตรงกับคำถามในเอกสาร',
  nearest: 'เรื่องที่ใกล้เคียงที่สุดในเอกสารคือ (แตะเลือก หรือพิมพ์หมายเลข)',
  nearestNote: `หากไม่ใช่เรื่องเหล่านี้ เอกสารที่ระบบมีไม่ได้ระบุเรื่องที่ถาม หรือเรื่องนั้นอยู่นอกขอบเขตของระบบนี้ จึงไม่ขอเดา สอบถามได้ที่${UNIT} และบันทึกคำถามนี้ให้ผู้ดูแลระบบแล้ว`,
  notFoundTitle: 'ไม่พบคำตอบในเอกสาร',
  notFound: `ไม่พบคำตอบในเอกสารที่ระบบมี จึงไม่ขอเดา หากเป็นเรื่องเมืองพี่เมืองน้อง กรุณาสอบถาม${UNIT} เรื่องอื่นอยู่นอกขอบเขตของระบบนี้`,
  passedOn: 'บันทึกคำถามนี้ให้ผู้ดูแลระบบแล้ว ลองถามด้วยคำอื่น หรือพิมพ์ “เมนู” เพื่อดูสิ่งที่ถามได้',
  notUnderstood: 'ไม่พบคำถามในข้อความนี้ พิมพ์คำถามเป็นประโยคได้เลย หรือพิมพ์ “เมนู”',
  welcome: 'ยินดีค่ะ มีเรื่องเมืองพี่เมืองน้องอื่นถามได้เลย หรือพิมพ์ “เมนู”',
  hello: 'สวัสดีค่ะ',
  disliked: 'ไม่ตรงคำถาม',
  menu: 'เมนู',
  steps: 'ขั้นตอน',
}

export const stepsSay = {
  asked: 'ขั้นตอนการสถาปนาความสัมพันธ์เมืองพี่เมืองน้อง',
  label: 'สรุปจากเอกสารที่มี ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม',
  heading: (order: number, of: number, phase: string) => `ข้อ ${order} จาก ${of} · ${phase}การสถาปนา`,
  responsible: (who: string) => `ผู้เกี่ยวข้อง: ${who}`,
  papers: (papers: string) => `เอกสาร: ${papers}`,
  source: (first: string) => `ที่มา: ${first}`,
  details: 'รายละเอียด',
  next: (from: number) => `ต่อไป: ข้อ ${from}`,
  previous: (to: number) => `ก่อนหน้า: ข้อ ${to}`,
  back: 'กลับไปข้อ 1',
  difficulties: 'ความยุ่งยาก และสิ่งที่ไม่พบในเอกสาร',
  cases: 'กรณีที่เกิดขึ้นจริง (ไม่ใช่ข้อกำหนด)',
  partTitle: (order: number, title: string) => `ข้อ ${order}: ${title}`,
  noResponsible: 'ผู้เกี่ยวข้อง: ไม่พบในเอกสารว่าผู้ใดรับผิดชอบข้อนี้',
  noDifficulties: 'ไม่พบในเอกสารว่าข้อนี้ติดขัดเรื่องใด',
  noCases: 'ไม่พบกรณีตัวอย่างของข้อนี้ในเอกสาร',
  wholeStep: 'ดูข้อนี้ทั้งหมด',
  noPapers: 'เอกสาร: ไม่พบรายการเอกสารที่ต้องใช้ในข้อนี้',
  walk: 'พิมพ์ “ต่อไป” หรือ “ก่อนหน้า” เพื่อเดินทีละข้อ',
  nextWord: 'ต่อไป',
  previousWord: 'ก่อนหน้า',
  readiness: 'ก่อนเริ่ม',
  altText: (from: number, titles: readonly string[]) =>
    `ขั้นตอน (สรุปจากเอกสารที่มี ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม)\n${titles.map((title, i) => `${from + i}. ${title}`).join('\n')}`,
}

export const helpSays = {
  title: 'ช่วยเหลือ',
  body: 'พิมพ์คำถามเป็นประโยคได้เลย ทุกคำตอบบอกที่มา เรื่องที่ไม่มีในเอกสารจะบอกว่าไม่พบ',
  everyone: [
    'ถามได้ เช่น “ต้องจัดกิจกรรมปีละกี่ครั้ง” “เชียงใหม่มีคู่กับเมืองไหนบ้าง”',
    'พิมพ์ ขั้นตอน ดูสรุปขั้นตอนทีละข้อ',
    'พิมพ์ ก่อนเริ่ม ตรวจว่าเข้าเกณฑ์หรือยังขาดอะไร',
    'พิมพ์ ไม่ตรงคำถาม ใต้คำตอบที่ไม่ตรง เพื่อส่งให้ผู้ดูแลระบบตอบ',
    'พิมพ์ เมนู ดูสิ่งที่ทำได้',
  ],
  guest: ['เจ้าหน้าที่: พิมพ์ ลงทะเบียน ตามด้วยรหัสเชิญที่ได้รับ'],
  officer: ['พิมพ์ รายงานกิจกรรม เพื่อรายงาน', 'พิมพ์ คู่ของฉัน ดูคู่ของจังหวัดและสถานะปีนี้'],
  supervisor: ['พิมพ์ คู่ของฉัน ดูคู่ของจังหวัดและสถานะปีนี้'],
  admin: [
    'พิมพ์ สรุป ดูสรุปทั้งปี หรือ สรุป ตามด้วยปีหรือจังหวัด',
    'พิมพ์ คำถามค้าง ดูและตอบคำถามที่ระบบยังตอบไม่ได้',
    'พิมพ์ แก้คำตอบ ถอนคำตอบ หรือ ประวัติคำตอบ ตามด้วยเรื่อง',
  ],
  inDialog: 'ระหว่างรายงาน พิมพ์ได้เสมอ: ย้อนกลับ ข้าม พักไว้ ยกเลิก',
  contact: `สอบถามเรื่องระเบียบ: ${UNIT}`,
}
