/** What the bot says about satisfaction surveys. */
import type { Item } from './survey.ts'

export const title = 'แบบประเมินความพึงพอใจ'

/** In the review and in the figures. */
export const labels: Readonly<Record<Item | 'comment', string>> = {
  explained: 'การชี้แจง 3 แนวทาง',
  reviewed: 'การทบทวนผลที่ผ่านมา',
  studied: 'การศึกษาดูงาน',
  discussed: 'การแบ่งกลุ่มย่อย',
  able: 'การนำไปใช้',
  network: 'เครือข่าย',
  arranged: 'ระยะเวลาและสถานที่',
  overall: 'ความพึงพอใจโดยรวม',
  comment: 'ข้อเสนอแนะ',
}

/** Each follows an objective, a part of the programme or an expected result of the project paper of fiscal year 2563. */
const questions: Readonly<Record<Item, string>> = {
  explained: 'การชี้แจง 3 แนวทางของแผนขับเคลื่อนฯ ทำให้ท่านเข้าใจเพียงใด',
  reviewed: 'การทบทวนผลการดำเนินความสัมพันธ์ ประโยชน์ และอุปสรรคที่ผ่านมา เป็นประโยชน์ต่องานของท่านเพียงใด',
  studied: 'การศึกษาดูงานตัวอย่างที่ดี (Best Practice) นำไปปรับใช้ได้เพียงใด',
  discussed: 'การแบ่งกลุ่มย่อยแลกเปลี่ยนประสบการณ์และปัญหา เป็นประโยชน์เพียงใด',
  able: 'ท่านนำความรู้ไปดำเนินการและจัดทำแผนงาน/โครงการและคำของบประมาณได้เพียงใด',
  network: 'ท่านได้เครือข่ายกับเจ้าหน้าที่จังหวัดและหน่วยงานอื่นเพียงใด',
  arranged: 'ระยะเวลาและสถานที่เหมาะสมเพียงใด',
  overall: 'โดยรวมแล้วท่านพึงพอใจเพียงใด',
}

export const SCORE_NAMES = ['น้อยที่สุด', 'น้อย', 'ปานกลาง', 'มาก', 'มากที่สุด'] as const

export const asks = {
  item: (item: Item, number: number, total: number) => `(${number}/${total}) ${questions[item]}`,
  comment: 'มีข้อเสนอแนะเพิ่มเติมหรือไม่ (ไม่ต้องระบุชื่อ ไม่ตอบก็ได้)\nเช่น อยากให้มีเวลาแลกเปลี่ยนมากขึ้น',
} as const

export const wrong = {
  score: 'กรุณาตอบเป็นหมายเลข 1 (น้อยที่สุด) ถึง 5 (มากที่สุด) เช่น 4',
  comment: (most: number) =>
    `ข้อเสนอแนะต้องเป็นข้อความไม่เกิน ${most.toLocaleString('en')} ตัวอักษร เช่น อยากให้มีเวลาแลกเปลี่ยนมากขึ้น หรือพิมพ์ “ข้าม”`,
} as const

export const shown = {
  score: (score: number) => `${score} ${SCORE_NAMES[score - 1] ?? ''}`,
} as const

export const answering = {
  intro: (name: string) =>
    `แบบประเมิน “${name}”\nไม่เก็บชื่อผู้ตอบ: ระบบรวมคำตอบเป็นยอดทันที และจำเพียงว่าท่านตอบแล้วเพื่อไม่ให้ตอบซ้ำ แก้ไขได้จนกว่าจะยืนยัน`,
  reviewNote: 'เมื่อยืนยันแล้ว คำตอบจะรวมเป็นยอดโดยไม่มีชื่อ จึงแก้ไขหรือลบภายหลังไม่ได้',
  thanks: (name: string) => `บันทึกคำตอบแล้ว ขอบคุณค่ะ\nแบบประเมิน “${name}” รวมคำตอบเป็นยอดโดยไม่เก็บชื่อ`,
  already: (name: string) => `ท่านตอบแบบประเมิน “${name}” แล้ว ตอบได้ครั้งเดียว ขอบคุณค่ะ`,
  closed: (name: string) => `แบบประเมิน “${name}” ปิดรับคำตอบแล้ว จึงไม่ได้บันทึกคำตอบ ขอบคุณค่ะ`,
  needsCode: 'พิมพ์ “แบบประเมิน” ตามด้วยรหัสสี่ตัวที่ผู้จัดแจ้ง เช่น แบบประเมิน K7QM',
  unknownCode: 'ไม่พบแบบประเมินของรหัสนี้ กรุณาตรวจรหัสสี่ตัวที่ผู้จัดแจ้ง แล้วพิมพ์ เช่น แบบประเมิน K7QM',
  noneOpen: 'ขณะนี้ไม่มีแบบประเมินที่เปิดรับคำตอบ หากได้รับรหัส พิมพ์ เช่น แบบประเมิน K7QM',
  which: (lines: readonly string[]) => `มีแบบประเมินที่เปิดอยู่หลายชุด พิมพ์ “แบบประเมิน” ตามด้วยรหัส\n${lines.join('\n')}`,
  line: (name: string, code: string) => `• ${name}: แบบประเมิน ${code}`,
  say: (code: string) => `แบบประเมิน ${code}`,
} as const

export const managing = {
  refused: 'แบบประเมินเปิด ปิด และดูผลได้เฉพาะผู้ดูแลระบบ หากต้องการตอบ พิมพ์ “แบบประเมิน”',
  needsTitle: 'พิมพ์ “เปิดแบบประเมิน” ตามด้วยชื่องาน 5–150 ตัวอักษร เช่น เปิดแบบประเมิน ประชุมเชิงปฏิบัติการเมืองพี่เมืองน้อง 2570',
  opened: (name: string, code: string) =>
    `เปิดแบบประเมิน “${name}” แล้ว แจ้งผู้เข้าร่วมให้พิมพ์\nแบบประเมิน ${code}\n\nดูผลเมื่อมีผู้ตอบพอ พิมพ์ “ผลแบบประเมิน ${code}” ปิดรับคำตอบ พิมพ์ “ปิดแบบประเมิน ${code}”`,
  closed: (name: string, answered: number) => `ปิดแบบประเมิน “${name}” แล้ว มีผู้ตอบ ${answered} คน`,
  alreadyClosed: (name: string) => `แบบประเมิน “${name}” ปิดไปก่อนแล้ว`,
  none: 'ยังไม่มีแบบประเมิน พิมพ์ “เปิดแบบประเมิน” ตามด้วยชื่องาน เพื่อเปิดชุดแรก',
  which: (doing: string, lines: readonly string[]) => `พิมพ์ “${doing}” ตามด้วยรหัส เช่น\n${lines.join('\n')}`,
  line: (doing: string, name: string, code: string) => `• ${doing} ${code}: ${name}`,
  unknown: (doing: string) => `ไม่พบแบบประเมินของรหัสนี้ พิมพ์ “${doing}” เพื่อดูรหัสทั้งหมด`,
} as const

export const results = {
  tooFew: (name: string, answered: number, least: number) =>
    `แบบประเมิน “${name}” มีผู้ตอบ ${answered} คน จะแสดงผลเมื่อมีอย่างน้อย ${least} คน เพื่อไม่ให้รู้ว่าเป็นคำตอบของใคร`,
  title: 'ผลแบบประเมิน',
  figures: { answered: 'ผู้ตอบ', overall: 'โดยรวม (เต็ม 5)' },
  byItem: 'คะแนนเฉลี่ย (เต็ม 5)',
  comments: 'ข้อเสนอแนะ',
  moreComments: (count: number) => `และอีก ${count} ข้อ ดูทั้งหมดในไฟล์ส่งออก`,
  average: (average: number | undefined) => (average === undefined ? '–' : average.toFixed(2)),
  note: 'คำถามจัดทำตามวัตถุประสงค์และกิจกรรมในเอกสารโครงการ ปีงบประมาณ 2563 ซึ่งไม่ได้กำหนดคำถามและมาตรวัดไว้',
  altText: (name: string, answered: number, overall: string) =>
    `ผลแบบประเมิน “${name}”: ผู้ตอบ ${answered} คน ความพึงพอใจโดยรวม ${overall} จาก 5`,
  fileName: (code: string) => `ผลแบบประเมิน-${code}.csv`,
  columns: ['ข้อ', ...SCORE_NAMES.map((name, at) => `${at + 1} ${name}`), 'เฉลี่ย'],
  ready: (name: string, url: string, until: string) =>
    `ผลแบบประเมิน “${name}” (เปิดด้วย Excel ได้)\n${url}\nลิงก์ใช้ได้ถึง ${until}`,
  unreachable: 'ยังส่งลิงก์ไฟล์ไม่ได้ เพราะเครื่องนี้ยังไม่ได้ตั้งค่า PUBLIC_URL โปรดแจ้งผู้ดูแลเครื่อง หรือพิมพ์ “ผลแบบประเมิน” เพื่อดูในแชท',
} as const

export const words = {
  answer: 'แบบประเมิน',
  open: 'เปิดแบบประเมิน',
  close: 'ปิดแบบประเมิน',
  results: 'ผลแบบประเมิน',
  export: 'ผลแบบประเมิน ส่งออก',
  menu: 'เมนู',
  exportButton: 'ส่งออก',
} as const
