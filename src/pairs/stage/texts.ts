/** What is said of the stages of a pair. */
import type { Desk, Stage } from './stage.ts'

/** As the guide calls its steps, since people know them by those names. */
export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  initiated: 'ริเริ่มและเลือกคู่',
  suitability: 'พิจารณาความเหมาะสม',
  preparation: 'เตรียมความพร้อม',
  committee: 'คณะทำงานระดับจังหวัดพิจารณา',
  ministry: 'หารือกระทรวงมหาดไทย',
  loi: 'หนังสือแสดงเจตจำนง (LOI)',
  draft: 'จัดทำและเจรจาร่าง MOU',
  legal: 'ตรวจถ้อยคำและสถานะทางกฎหมาย',
  cabinet: 'เสนอคณะรัฐมนตรี (เฉพาะที่เสนอจริง)',
  paused: 'ชะลอไว้',
  signed: 'ลงนามแล้ว',
}

/** At most 20 letters, for a button. */
export const STAGE_LABELS: Readonly<Record<Stage, string>> = {
  ...STAGE_NAMES,
  committee: 'คณะทำงานพิจารณา',
  loi: 'LOI',
  legal: 'ตรวจถ้อยคำ/กฎหมาย',
  cabinet: 'เสนอคณะรัฐมนตรี',
}

export const DESK_NAMES: Readonly<Record<Desk, string>> = {
  province: 'จังหวัด',
  moi: 'กองการต่างประเทศ สป.มท.',
  mfa: 'กระทรวงการต่างประเทศ',
  cabinet: 'สำนักเลขาธิการคณะรัฐมนตรี',
  partner: 'ฝ่ายต่างประเทศ (คู่)',
  other: 'หน่วยงานอื่น',
}

export const DESK_LABELS: Readonly<Record<Desk, string>> = {
  ...DESK_NAMES,
  moi: 'กต. สป.มท.',
  mfa: 'ก.การต่างประเทศ',
  cabinet: 'สลค.',
}

export const stageSays = {
  word: 'ขั้นตอนคู่',
  title: 'ขั้นตอนของคู่',
  guest: 'ขั้นตอนของคู่บันทึกได้เฉพาะเจ้าหน้าที่ของจังหวัดและผู้ดูแลระบบ ดูขั้นตอนการสถาปนาทั่วไปได้ พิมพ์ ขั้นตอน',
  supervisor: 'ผู้บังคับบัญชาดูขั้นตอนได้ พิมพ์ "คู่ของฉัน" ตามด้วยรหัสคู่ เจ้าหน้าที่ของจังหวัดเป็นผู้บันทึก',
  notYours: (provinces: string) => `คู่นี้ไม่ใช่ของจังหวัดที่ท่านดูแล (${provinces}) จึงบันทึกขั้นตอนไม่ได้ พิมพ์ "คู่ของฉัน" เพื่อดูคู่ของท่าน`,
  which: (word: string, lines: readonly string[]) =>
    ['บันทึกขั้นตอนของคู่ใด พิมพ์ เช่น', ...lines.map((line) => `${word} ${line}`)].join('\n'),
  nothing: 'จังหวัดของท่านไม่มีคู่ที่อยู่ระหว่างดำเนินการหรือสนใจในทะเบียน หากมี แจ้งผู้ดูแลระบบให้เพิ่ม',
  signedAlready: (name: string) => `${name} ลงนามแล้ว จึงไม่มีขั้นตอนที่ต้องบันทึกอีก`,
  ended: (name: string) => `${name} สิ้นสุดความสัมพันธ์แล้ว หากเริ่มใหม่ แจ้งผู้ดูแลระบบ`,
  notConfirmed: (name: string) => `${name} ยังยืนยันไม่ได้ว่าลงนามแล้วหรือไม่ แจ้งผู้ดูแลระบบให้ตรวจก่อน`,
  gone: 'ไม่พบคู่นี้ในทะเบียน พิมพ์ "คู่ของฉัน" เพื่อดูรหัส',
  now: (stage: string) => `ขั้นล่าสุดที่บันทึกไว้: ${stage}`,
  stageLabel: 'ขั้นตอน',
  stageAsk: 'คู่นี้ถึงขั้นใดแล้ว (สรุปจากเอกสารที่มี ไม่ใช่ลำดับขั้นตามมติ ครม. ฉบับเต็ม เลือกขั้นใดก็ได้)',
  stageWrong: 'กรุณาเลือกหมายเลขของขั้นตอน เช่น 5',
  onlyAdminSigns: 'การบันทึกว่าลงนามแล้วทำให้คู่มีหน้าที่รายปี จึงทำได้เฉพาะผู้ดูแลระบบ แจ้งเลขที่หนังสือและวันลงนามให้ผู้ดูแล ระหว่างนี้เลือกขั้นอื่นได้',
  onLabel: 'วันที่ของขั้นนี้',
  onAsk: 'ขั้นนี้เกิดขึ้นวันที่ใด (ถ้าลงนามแล้ว คือวันลงนาม) เช่น 12 พ.ย. 2569',
  numberLabel: 'เลขที่หนังสือ',
  numberAsk: 'เลขที่หนังสือ เช่น ชร 0017.3/ว 4634 หรือ มท 0204.1/1595',
  numberWrong: 'ไม่ใช่รูปแบบเลขที่หนังสือ กรุณาพิมพ์รหัสสองตัวอักษร เลข ทับ เลข เช่น ชร 0017.3/ว 4634',
  numberWrongOptional: 'ไม่ใช่รูปแบบเลขที่หนังสือ กรุณาพิมพ์ เช่น ชร 0017.3/ว 4634 ถ้าไม่มีหนังสือ พิมพ์ ข้าม',
  deskLabel: 'เรื่องอยู่ที่',
  deskAsk: 'ตอนนี้เรื่องอยู่ที่หน่วยงานใด',
  deskWrong: 'กรุณาเลือกหมายเลขของหน่วยงาน เช่น 2',
  sinceLabel: 'อยู่ที่นั่นตั้งแต่',
  sinceAsk: 'เรื่องอยู่ที่หน่วยงานนั้นตั้งแต่วันที่ใด',
  sameDay: 'วันเดียวกับขั้นนี้',
  noteLabel: 'บันทึกเพิ่มเติม',
  noteAsk: 'มีอะไรจะบันทึกเพิ่มหรือไม่ เช่น ชื่อหน่วยงานอื่น หรือสิ่งที่รออยู่',
  done: (name: string, stage: string) => `บันทึกแล้ว: ${name} ถึงขั้น ${stage}`,
  nowSigned: 'คู่นี้อยู่กลุ่มลงนามแล้ว ระบบจะติดตามกิจกรรมรายปีตามกติกา',
  nowInProgress: 'คู่นี้ย้ายมาอยู่กลุ่มอยู่ระหว่างดำเนินการ',
  letter: (documentNo: string) => `หนังสือ ${documentNo}`,
  noLetter: 'บันทึกขั้นตอนในแชต',
  line: (day: string, stage: string, parts: readonly string[]) => [`${day} ${stage}`, ...parts].join(' · '),
  at: (desk: string, since: string) => `อยู่ที่ ${desk} ตั้งแต่ ${since}`,
  none: 'ยังไม่มีการบันทึกขั้นตอน',
  history: 'ขั้นตอนที่ผ่านมา',
}
