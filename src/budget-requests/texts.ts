/** What the bot says about budget requests. What the ministry's letter does not say is said to be this system's own. */
import { showInstant } from '../thai/index.ts'
import type { Group } from './request.ts'

export const title = 'ขอรับงบประมาณ'

export const GROUP_NAMES: Readonly<Record<Group, string>> = {
  signed: 'ลงนามแล้ว',
  in_progress: 'อยู่ระหว่างดำเนินการ',
  initiative: 'มีความคิดริเริ่ม',
}

/** For the numbered list, as the letter words them. */
export const GROUP_TEXTS: Readonly<Record<Group, string>> = {
  signed: 'มีการลงนามแล้ว',
  in_progress: 'อยู่ระหว่างดำเนินการให้มีการลงนาม',
  initiative: 'ยังไม่มีการสถาปนา แต่มีความคิดริเริ่ม',
}

export const labels = {
  pair: 'คู่',
  province: 'จังหวัด',
  partner: 'คู่ที่สนใจ',
  group: 'กลุ่มจังหวัด',
  fiscalYear: 'ปีงบประมาณที่ขอ',
  title: 'แผนงาน/โครงการ',
  activities: 'กิจกรรม',
  budget: 'งบที่คาดว่าจะใช้',
  reason: 'หลักการและเหตุผล',
} as const

export const asks = {
  pair: 'ขอรับงบประมาณสำหรับคู่ใด',
  province: 'เป็นคำขอของจังหวัดใด',
  partner: 'จะดำเนินการกับเมืองหรือหน่วยการปกครองใดของประเทศใด\nเช่น แขวงบ่อแก้ว สปป.ลาว',
  group: 'คู่นี้อยู่ในกลุ่มใดตามหนังสือกระทรวงมหาดไทย',
  fiscalYear: 'ขอสำหรับปีงบประมาณใด (1 ต.ค.–30 ก.ย.)',
  title: 'ชื่อแผนการดำเนินงาน โครงการ หรือกิจกรรมคืออะไร\nเช่น โครงการแลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน',
  activities: 'จะทำกิจกรรมอะไรบ้าง (สั้น ๆ)\nเช่น ต้อนรับคณะเยาวชน 30 คน จัดแสดงวัฒนธรรม 3 วัน',
  budget: 'งบประมาณที่คาดว่าจะใช้ทั้งหมดกี่บาท\nเช่น 500,000 หรือ 5 แสน',
  reason: 'หลักการและเหตุผลคืออะไร (หัวข้อหนึ่งในเอกสารโครงการของกระทรวง ปีงบประมาณ 2563 ไม่ตอบก็ได้)',
} as const

export const choices = {
  noPair: { value: 'none', label: 'ยังไม่มีคู่', text: 'ยังไม่มีคู่ในทะเบียน (ระบุเอง)' },
  year: (fiscalYear: number) => `ปีงบประมาณ ${fiscalYear}`,
} as const

export const wrong = {
  pair: 'ไม่พบคู่นี้ในจังหวัดของท่าน ขอได้เฉพาะคู่ของจังหวัดตนเอง กรุณาเลือกหมายเลข เช่น 1 หรือพิมพ์ “ยังไม่มีคู่”',
  province: (provinces: readonly string[]) => `กรุณาเลือกจังหวัดของท่าน เช่น ${provinces.join(' หรือ ')}`,
  group: 'กรุณาเลือกหมายเลขกลุ่ม เช่น 1',
  fiscalYear: (first: number) =>
    `ขอได้สำหรับปีงบประมาณถัดไป (${first} ถึง ${first + 2}) เพราะกระทรวงใช้ประกอบคำขอตั้งงบประมาณล่วงหน้า กรุณาพิมพ์ปี พ.ศ. เช่น ${first}`,
  text: (label: string, least: number, most: number, example: string) =>
    `${label}ต้องเป็นข้อความ ${least}–${most.toLocaleString('en')} ตัวอักษร กรุณาพิมพ์ใหม่ เช่น ${example}`,
  tooLong: (label: string, length: number, most: number) =>
    `${label}ยาวเกินไป (${length.toLocaleString('en')} ตัวอักษร) กรุณาย่อให้ไม่เกิน ${most.toLocaleString('en')} ตัวอักษร`,
  budget: 'กรุณาพิมพ์จำนวนเงินเป็นตัวเลขที่มากกว่า 0 เช่น 500,000 หรือ ๕๐๐,๐๐๐ บาท หรือ 5 แสน',
} as const

export const shown = {
  baht: (amount: number) => `${amount.toLocaleString('en')} บาท`,
} as const

export const review = {
  note: 'ใช้เป็นข้อมูลประกอบคำขอตั้งงบประมาณของกระทรวงมหาดไทย ไม่ใช่การอนุมัติงบ และไม่แทนหนังสือราชการ กำหนดส่งและแบบฟอร์มของแต่ละปีให้ดูหนังสือของกระทรวง',
  already: (receiptNos: readonly string[]) =>
    `มีคำขอของคู่นี้ในปีเดียวกันแล้ว: ${receiptNos.join(', ')} หากเป็นเรื่องเดียวกัน พิมพ์ “ยกเลิก” หากเป็นอีกโครงการ ยืนยันได้เลย`,
} as const

export const refusals = {
  guest: 'การขอรับงบประมาณเป็นของเจ้าหน้าที่จังหวัดที่ลงทะเบียนแล้ว หากได้รับรหัสเชิญ พิมพ์ “ลงทะเบียน” ตามด้วยรหัส เช่น ลงทะเบียน K7QM-4RXT',
  supervisor: 'เจ้าหน้าที่จังหวัดเป็นผู้ยื่นคำขอ ท่านดูคำขอของจังหวัดที่ดูแลได้โดยพิมพ์ “คำของบประมาณ”',
  admin: 'เจ้าหน้าที่จังหวัดเป็นผู้ยื่นคำขอ ท่านดูคำขอทั้งหมดได้โดยพิมพ์ “คำของบประมาณ”',
  otherProvince: (provinces: readonly string[]) =>
    `ขอได้เฉพาะคู่ของจังหวัดตนเอง (${provinces.join(', ')}) พิมพ์ “ขอรับงบประมาณ” เพื่อเลือกคู่`,
  incomplete: 'คำขอนี้มีข้อมูลไม่ครบหรือไม่ถูกต้อง จึงยังไม่ได้บันทึก พิมพ์ “ขอรับงบประมาณ” เพื่อทำใหม่',
  list: 'คำของบประมาณดูได้เฉพาะผู้ที่ลงทะเบียนแล้ว หากได้รับรหัสเชิญ พิมพ์ “ลงทะเบียน” ตามด้วยรหัส',
  export: 'ส่งออกคำของบประมาณได้เฉพาะผู้ดูแลระบบ ท่านดูคำขอของจังหวัดได้โดยพิมพ์ “คำของบประมาณ”',
} as const

export const receipt = {
  title: 'บันทึกคำขอแล้ว เลขที่รับ',
  text: 'ส่งข้อมูลให้ผู้ดูแลระบบแล้ว ขอบคุณค่ะ',
  note: (receiptNo: string) =>
    `เป็นข้อมูลประกอบคำขอตั้งงบประมาณของกระทรวง ไม่ใช่การอนุมัติงบ หากต้องการแก้ไข พิมพ์ “ถอนคำของบ ${receiptNo}” แล้วยื่นใหม่`,
  altText: (receiptNo: string, partner: string, fiscalYear: number, baht: number) =>
    `บันทึกคำขอแล้ว เลขที่รับ ${receiptNo} · ${partner} · ปีงบประมาณ ${fiscalYear} · ${shown.baht(baht)}`,
} as const

export const withdrawal = {
  unknown: (receiptNo: string) => `ไม่พบคำขอเลขที่ ${receiptNo} ในจังหวัดของท่าน พิมพ์ “คำของบประมาณ” เพื่อดูเลขที่รับ`,
  already: (receiptNo: string) => `คำขอ ${receiptNo} ถูกถอนไปแล้ว พิมพ์ “ขอรับงบประมาณ” เพื่อยื่นใหม่`,
  sure: (receiptNo: string, what: string) =>
    `จะถอนคำขอ ${receiptNo}\n${what}\n\nยืนยันโดยพิมพ์ “ยืนยันถอนคำของบ ${receiptNo}” หากไม่ต้องการถอน ไม่ต้องทำอะไร`,
  confirm: (receiptNo: string) => `ยืนยันถอนคำของบ ${receiptNo}`,
  button: 'ยืนยันถอน',
  done: (receiptNo: string) => `ถอนคำขอ ${receiptNo} แล้ว และบันทึกไว้เป็นหลักฐาน พิมพ์ “ขอรับงบประมาณ” เพื่อยื่นใหม่`,
} as const

export const list = {
  title: (fiscalYear: number) => `คำของบประมาณ ปีงบประมาณ ${fiscalYear}`,
  subtitle: (asOf: Date) => `ข้อมูล ณ ${showInstant(asOf)}`,
  figures: { requests: 'คำขอ', provinces: 'จังหวัด', baht: 'บาท' },
  byGroup: 'ตามกลุ่ม',
  requests: 'คำขอ',
  count: (count: number, baht: number) => `${count} คำขอ · ${shown.baht(baht)}`,
  more: (count: number) => `และอีก ${count} คำขอ`,
  none: (fiscalYear: number, provinces: readonly string[]) =>
    `ยังไม่มีคำของบประมาณของปีงบประมาณ ${fiscalYear}${provinces.length > 0 ? ` จากจังหวัด${provinces.join(', ')}` : ''} ปีอื่นพิมพ์ เช่น “คำของบประมาณ ${fiscalYear + 1}”`,
  note: 'เป็นข้อมูลประกอบคำขอตั้งงบประมาณ ไม่ใช่การอนุมัติงบ',
  altText: (fiscalYear: number, line: string) => `คำของบประมาณ ปีงบประมาณ ${fiscalYear}: ${line}`,
} as const

export const exported = {
  fileName: (fiscalYear: number) => `คำของบประมาณ-${fiscalYear}.csv`,
  columns: ['เลขที่รับ', 'จังหวัด', 'คู่', 'กลุ่ม', 'แผนงาน/โครงการ', 'กิจกรรม', 'งบที่คาดว่าจะใช้ (บาท)', 'หลักการและเหตุผล', 'ส่งเมื่อ'],
  ready: (fiscalYear: number, count: number, url: string, until: string) =>
    `คำของบประมาณ ปีงบประมาณ ${fiscalYear} จำนวน ${count} คำขอ (เปิดด้วย Excel ได้)\n${url}\nลิงก์ใช้ได้ถึง ${until}`,
  unreachable: 'ยังส่งลิงก์ไฟล์ไม่ได้ เพราะเครื่องนี้ยังไม่ได้ตั้งค่า PUBLIC_URL โปรดแจ้งผู้ดูแลเครื่อง หรือพิมพ์ “คำของบประมาณ” เพื่อดูในแชท',
} as const

export const buttons = { list: 'คำของบประมาณ', export: 'ส่งออก', menu: 'เมนู' } as const
export const exportWords = (fiscalYear: number) => `คำของบประมาณ ส่งออก ${fiscalYear}`
