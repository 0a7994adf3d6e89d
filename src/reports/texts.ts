/** What the bot says about activity reports. */
import type { Form, Kind } from './report.ts'

export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  visit: 'การเยือน/หารือ',
  trade: 'การค้า/ธุรกิจ',
  tourism: 'การท่องเที่ยว',
  education: 'การศึกษา/เยาวชน',
  culture: 'วัฒนธรรม/กีฬา',
  agriculture: 'เกษตร/อุตสาหกรรม',
  health: 'สาธารณสุข/สิ่งแวดล้อม',
  border: 'ชายแดน/ความมั่นคง',
  other: 'อื่น ๆ',
}

/** For the numbered list, where there is room. */
export const KIND_TEXTS: Readonly<Record<Kind, string>> = {
  visit: 'การเยือน/หารือ (คณะผู้แทน)',
  trade: 'การค้า/จับคู่ธุรกิจ/แสดงสินค้า',
  tourism: 'การท่องเที่ยว',
  education: 'การศึกษา/ภาษา/เยาวชน',
  culture: 'วัฒนธรรม/เทศกาล/กีฬา',
  agriculture: 'เกษตร/อุตสาหกรรม/อัญมณี',
  health: 'สาธารณสุข/สิ่งแวดล้อม/ภัยพิบัติ',
  border: 'ชายแดน/ความมั่นคง',
  other: 'อื่น ๆ (พิมพ์ “อื่น ๆ” ตามด้วยประเภทก็ได้)',
}

export const FORM_NAMES: Readonly<Record<Form, string>> = {
  visit: 'ไปเยือน',
  reception: 'ต้อนรับ',
  online: 'ออนไลน์',
}

/** The three obstacles of the ministry's project paper of fiscal year 2563. */
export const OBSTACLES: readonly { readonly value: string; readonly label: string; readonly text: string }[] = [
  { value: 'form', label: 'รูปแบบ/ร่างต่างกัน', text: 'รูปแบบ/ร่างความตกลงของแต่ละฝ่ายต่างกัน' },
  { value: 'continuity', label: 'ขาดความต่อเนื่อง', text: 'ขาดความต่อเนื่องหลังลงนาม' },
  { value: 'budget', label: 'ขาดงบประมาณ', text: 'ขาดงบประมาณ' },
  { value: 'other', label: 'อื่น ๆ', text: 'อื่น ๆ (พิมพ์อุปสรรคเป็นข้อความได้เลย)' },
  { value: 'none', label: 'ไม่มี', text: 'ไม่มี' },
]

export const title = 'รายงานกิจกรรม'

/** Labels of the steps, in the review and in refusals. */
export const labels = {
  pair: 'คู่',
  title: 'ชื่อกิจกรรม',
  kind: 'ประเภท',
  date: 'วันที่',
  form: 'รูปแบบ',
  place: 'สถานที่',
  result: 'ผลลัพธ์',
  more: 'รายละเอียดเพิ่มเติม',
  partners: 'หน่วยงานร่วม',
  participants: 'จำนวนผู้เข้าร่วม',
  budget: 'งบประมาณ',
  budgetSource: 'แหล่งงบประมาณ',
  obstacle: 'ปัญหาอุปสรรค',
  nextPlan: 'แผนต่อไป',
  files: 'ภาพหรือเอกสาร',
  receiptNo: 'เลขที่รับ',
} as const

/** Of a step that a reviewer named; '' when no one step was meant. */
export function labelOf(step: string | undefined): string {
  return Object.entries(labels).find(([id]) => id === step)?.[1] ?? ''
}

export const asks = {
  pair: 'รายงานกิจกรรมของคู่ใด',
  title: 'ชื่อกิจกรรมคืออะไร\nเช่น แลกเปลี่ยนเยาวชนเชียงราย–ยูนนาน ครั้งที่ 3',
  kind: 'กิจกรรมเป็นประเภทใด',
  date: 'จัดกิจกรรมวันที่เท่าไร (วันเดียวหรือเป็นช่วงก็ได้)\nเช่น 12 พ.ย. 2569 หรือ 12–14 พ.ย. 69 หรือ เมื่อวาน',
  form: 'รูปแบบกิจกรรมเป็นแบบใด',
  place: 'สถานที่จัดกิจกรรมอยู่ที่ใด\nเช่น ศาลากลางจังหวัดเชียงราย (หากออนไลน์ พิมพ์ชื่อระบบ เช่น Zoom)',
  result: 'ผลลัพธ์หรือประโยชน์ที่ได้คืออะไร (สั้น ๆ 1–3 ประโยค)',
  more: 'ต้องการเพิ่มรายละเอียดอื่นหรือไม่ (หน่วยงานร่วม จำนวนคน งบประมาณ อุปสรรค แผนต่อไป ภาพถ่าย)',
  partners: 'หน่วยงานร่วมมีใครบ้าง (ภาครัฐ เอกชน หรือฝ่ายต่างประเทศ)\nเช่น หอการค้าจังหวัด มหาวิทยาลัยราชภัฏ',
  participants: 'จำนวนผู้เข้าร่วมทั้งหมดกี่คน\nเช่น 30',
  budget: 'ใช้งบประมาณเท่าไร (บาท)\nเช่น 50,000 หากไม่ได้ใช้ พิมพ์ 0',
  budgetSource: 'แหล่งงบประมาณมาจากที่ใด (เลือกหรือพิมพ์เอง)',
  obstacle: 'ปัญหาอุปสรรคมีอะไรบ้าง (เลือกหรือพิมพ์เอง)',
  nextPlan: 'แผนต่อไปคืออะไร\nเช่น เชิญคณะยูนนานเยือนเชียงราย มี.ค. 2570',
  files: 'แนบภาพหรือเอกสารได้หลายไฟล์ ส่งครบแล้วพิมพ์ “เสร็จแล้ว”',
  filesSoFar: (count: number) => `แนบแล้ว ${count} ไฟล์ ส่งเพิ่มได้ ครบแล้วพิมพ์ “เสร็จแล้ว”`,
} as const

export const choices = {
  more: 'เพิ่มรายละเอียด',
  noMore: 'ไม่เพิ่ม',
  filesDone: 'เสร็จแล้ว',
  budgetSources: ['งบจังหวัด', 'งบกลุ่มจังหวัด', 'งบท้องถิ่น (อปท.)', 'ภาคเอกชน', 'ฝ่ายต่างประเทศ'],
} as const

export const wrong = {
  pair: 'ไม่พบคู่นี้ในจังหวัดของท่าน ท่านรายงานได้เฉพาะคู่ของจังหวัดตนเอง กรุณาเลือกหมายเลข เช่น 1',
  severalPairs: (names: readonly string[]) => `หมายถึงคู่ใด: ${names.join(' หรือ ')} กรุณาเลือกหมายเลข`,
  text: (label: string, least: number, most: number, example: string) =>
    `${label}ต้องเป็นข้อความ ${least}–${most.toLocaleString('en')} ตัวอักษร กรุณาพิมพ์ใหม่ เช่น ${example}`,
  tooLong: (label: string, length: number, most: number) =>
    `${label}ยาวเกินไป (${length.toLocaleString('en')} ตัวอักษร) กรุณาย่อให้ไม่เกิน ${most.toLocaleString('en')} ตัวอักษร`,
  kind: 'กรุณาเลือกหมายเลขประเภท 1–9 หรือพิมพ์ “อื่น ๆ” ตามด้วยประเภท เช่น อื่น ๆ ประกวดภาพถ่าย',
  future: (shown: string, today: string) =>
    `${shown} ยังมาไม่ถึง รายงานนี้สำหรับกิจกรรมที่จัดแล้ว (วันนี้ ${today}) หากพิมพ์ปีผิด กรุณาพิมพ์ใหม่ หรือพิมพ์ “พักไว้” แล้วกลับมาเมื่อจัดเสร็จ`,
  notOver: (shown: string, today: string) =>
    `กิจกรรม ${shown} ยังไม่สิ้นสุด (วันนี้ ${today}) กรุณารายงานเมื่อจัดเสร็จ หรือพิมพ์เฉพาะวันที่จัดแล้ว เช่น ${today}`,
  tooLongAgo: (shown: string, first: string) =>
    `${shown} นานเกินไป รับรายงานตั้งแต่ ${first} กรุณาตรวจปีแล้วพิมพ์ใหม่ เช่น 12 พ.ย. 2569`,
  tooManyDays: (shown: string) => `${shown} ยาวเกินหนึ่งปี กรุณาตรวจวันที่ หรือแยกรายงานเป็นครั้ง เช่น 12–14 พ.ย. 2569`,
  form: 'กรุณาเลือก 1–3: ไปเยือน ต้อนรับ หรือออนไลน์',
  more: 'กรุณาเลือก 1 เพื่อเพิ่มรายละเอียด หรือ 2 (หรือพิมพ์ “ข้าม”) เพื่อไปตรวจทาน',
  participants: 'กรุณาพิมพ์จำนวนคนเป็นตัวเลข เช่น 30 หรือ ๓๐ คน หากไม่ทราบพิมพ์ “ข้าม”',
  budget: 'กรุณาพิมพ์งบประมาณเป็นตัวเลข เช่น 50,000 หรือ ๕๐,๐๐๐ บาท หากไม่ทราบพิมพ์ “ข้าม”',
  files: 'กรุณาส่งภาพหรือไฟล์ เมื่อครบแล้วพิมพ์ “เสร็จแล้ว” หากไม่มีพิมพ์ “ข้าม”',
  tooManyFiles: (most: number) => `แนบได้ไม่เกิน ${most} ไฟล์ต่อรายงาน เก็บ ${most} ไฟล์แรกไว้แล้ว พิมพ์ “เสร็จแล้ว” เพื่อไปต่อ`,
} as const

export const shown = {
  baht: (amount: number) => `${amount.toLocaleString('en')} บาท`,
  people: (count: number) => `${count.toLocaleString('en')} คน`,
  files: (count: number) => `${count} ไฟล์`,
  otherKind: (words: string) => `อื่น ๆ: ${words}`,
  dateInYear: (days: string, fiscalYear: number) => `${days} (ปีงบประมาณ ${fiscalYear})`,
  countsIn: (days: string, fiscalYear: number) => `${days} นับเป็นปีงบประมาณ ${fiscalYear}`,
  countsByFirstDay: (days: string, fiscalYear: number) =>
    `${days} คาบเกี่ยวสองปีงบประมาณ ระบบนับตามวันแรก: ปีงบประมาณ ${fiscalYear}`,
} as const

export const refusals = {
  guest: 'การรายงานกิจกรรมเป็นของเจ้าหน้าที่จังหวัดที่ลงทะเบียนแล้ว\nหากได้รับรหัสเชิญ พิมพ์ “ลงทะเบียน” ตามด้วยรหัส เช่น ลงทะเบียน K7QM-4RXT',
  supervisor: 'เจ้าหน้าที่จังหวัดเป็นผู้รายงานกิจกรรม ท่านดูสถานะได้โดยพิมพ์ “คู่ของฉัน”',
  admin: 'เจ้าหน้าที่จังหวัดเป็นผู้รายงานกิจกรรม ท่านดูสถานะได้โดยพิมพ์ “สรุป”',
  noPairs: (provinces: string) =>
    `ยังไม่มีคู่ของจังหวัด${provinces}ในทะเบียน จึงยังรายงานไม่ได้ กรุณาแจ้งผู้ดูแลระบบ (กองการต่างประเทศ สป.มท.) ให้เพิ่มคู่ก่อน`,
  otherProvince: (provinces: string) =>
    `คู่นี้ไม่ใช่ของจังหวัด${provinces} ท่านรายงานได้เฉพาะคู่ของจังหวัดตนเอง พิมพ์ “รายงานกิจกรรม” เพื่อเลือกคู่`,
  unknownReport: (receiptNo: string) =>
    `ไม่พบรายงานเลขที่ ${receiptNo} ในจังหวัดของท่าน กรุณาตรวจเลขที่รับ เจ้าหน้าที่ดูได้โดยพิมพ์ “รายงานของฉัน”`,
  incomplete: 'รายงานนี้มีข้อมูลไม่ครบหรือไม่ถูกต้อง จึงยังไม่ได้บันทึก กรุณาพิมพ์ “รายงานกิจกรรม” เพื่อทำใหม่',
} as const

export const receipt = {
  title: 'ส่งรายงานแล้ว เลขที่รับ',
  text: 'บันทึกรายงานและส่งตรวจแล้ว ขอบคุณค่ะ ผลการตรวจดูได้ใน “รายงานของฉัน”',
  correct: (receiptNo: string) => `แก้ไขรายงาน ${receiptNo}`,
  note: (receiptNo: string, fiscalYear: number) =>
    `เก็บเลขที่รับไว้อ้างอิง ระบบจะไม่เตือนคู่นี้อีกสำหรับปีงบประมาณ ${fiscalYear} หากต้องการแก้ไข พิมพ์ “แก้ไขรายงาน ${receiptNo}”`,
  fiscalYear: 'ปีงบประมาณ',
  altText: (heading: string, receiptNo: string, pair: string, fiscalYear: number) =>
    `${heading} ${receiptNo} · ${pair} · ปีงบประมาณ ${fiscalYear} หากต้องการแก้ไข พิมพ์ “แก้ไขรายงาน ${receiptNo}”`,
} as const

/** Offered beside the first question after the pair. */
export const sameAsLast = {
  label: 'เหมือนครั้งก่อน',
  text: (receiptNo: string, told: readonly string[]) => `เหมือนครั้งก่อน (${receiptNo}): ${told.join(' · ')}`,
} as const

/** On top of the review, when what is to be sent seems to be there already. */
export const duplicate = {
  line: (receiptNo: string, what: string, days: string) => `• ${receiptNo} ${what} (${days})`,
  warning: (others: readonly string[], receiptNo: string) =>
    [
      '⚠️ อาจซ้ำกับรายงานที่ส่งแล้ว',
      ...others,
      'หากเป็นคนละกิจกรรม พิมพ์ “ยืนยัน” ได้เลย',
      `หากเป็นกิจกรรมเดียวกัน พิมพ์ “ยกเลิก” แล้วพิมพ์ “แก้ไขรายงาน ${receiptNo}” เพื่อแก้ฉบับเดิม`,
    ].join('\n'),
} as const

/** Files that LINE had no more. */
export const lost = {
  atReview: (numbers: readonly number[]) =>
    `⚠️ ไฟล์ที่ ${numbers.join(', ')} รับจาก LINE ไม่ได้ จึงจะไม่อยู่ในรายงาน หากยังมีอยู่ พิมพ์ “แก้ข้อ ${labels.files}” แล้วส่งใหม่`,
  inList: (receiptNos: readonly string[]) =>
    `⚠️ ${receiptNos.join(', ')} มีไฟล์ที่รับจาก LINE ไม่ได้ หากยังมีอยู่ พิมพ์ “แก้ไขรายงาน” ตามด้วยเลขที่รับแล้วส่งใหม่`,
  pushed: (receiptNo: string) =>
    `รายงาน ${receiptNo} ได้รับแล้ว แต่มีไฟล์แนบที่รับจาก LINE ไม่ได้ (LINE ไม่มีไฟล์แล้ว หรือไฟล์ใหญ่เกินไป)\nหากยังมีอยู่ แตะปุ่มหรือพิมพ์ “แก้ไขรายงาน ${receiptNo}” แล้วพิมพ์ “แก้ข้อ ${labels.files}” เพื่อส่งใหม่`,
} as const

/** A report as it stands. */
export const shows = {
  title: (receiptNo: string) => `รายงาน ${receiptNo}`,
  how: (ways: readonly string[]) => `พิมพ์ได้: ${ways.join(' · ')}`,
} as const

export const buttons = {
  report: 'รายงานกิจกรรม',
  myPairs: 'คู่ของฉัน',
  menu: 'เมนู',
  correct: 'แก้ไขรายงาน',
  withdraw: 'ถอนรายงาน',
  history: 'ประวัติ',
} as const

/** Who reported, once the person's data is erased. */
export function postOfProvince(provinceTh: string): string {
  return `เจ้าหน้าที่จังหวัด${provinceTh}`
}
