/** What the bot says about reviewing reports: to reviewers, and to the officer whose report comes back. */
import type { ReviewState } from '../report.ts'

export const words = {
  list: 'รายงานรอตรวจ',
  review: 'ตรวจรายงาน',
  accept: 'รับรายงาน',
  giveBack: 'ส่งกลับ',
} as const

/** How a report stands, in a list. */
export const states: Readonly<Record<ReviewState, string>> = {
  waiting: 'รอตรวจ',
  returned: 'ส่งกลับให้แก้ไข',
  accepted: 'รับแล้ว',
}

/** The same with all that is known of it, on the report itself. */
export const stands = {
  withdrawn: 'ถอนแล้ว ไม่นับเป็นกิจกรรม',
  submitted: 'ส่งแล้ว',
  version: (state: string, version: number) => (version > 1 ? `${state} · ฉบับที่ ${version}` : state),
  returned: (reason: string) => `${states.returned}: ${reason}`,
} as const

export const waiting = {
  title: words.list,
  text: (shown: number, all: number) =>
    shown < all
      ? `รอตรวจ ${all} รายการ แสดง ${shown} รายการแรก (เก่าสุดก่อน) แตะเพื่อเปิด หรือพิมพ์หมายเลข`
      : `รอตรวจ ${all} รายการ (เก่าสุดก่อน) แตะเพื่อเปิด หรือพิมพ์หมายเลข`,
  how: 'พิมพ์ได้: “ตรวจรายงาน” “รับรายงาน” หรือ “ส่งกลับ” ตามด้วยเลขที่รับ',
  none: 'ไม่มีรายงานรอตรวจ รายงานที่ส่งใหม่หรือแก้ไขแล้วจะเข้ารายการนี้ พิมพ์ “รายงานรอตรวจ” ได้ทุกเมื่อ',
} as const

export const refusals = {
  officer: 'การตรวจรายงานเป็นของผู้บังคับบัญชาของจังหวัดหรือผู้ดูแลระบบ ท่านดูสถานะรายงานได้โดยพิมพ์ “รายงานของฉัน”',
  guest: 'การตรวจรายงานเป็นของผู้บังคับบัญชาของจังหวัดหรือผู้ดูแลระบบที่ลงทะเบียนแล้ว พิมพ์ “ลงทะเบียน” ตามด้วยรหัสเชิญ',
  own: (receiptNo: string) =>
    `รายงาน ${receiptNo} ท่านเป็นผู้ส่งหรือผู้แก้ไขเอง จึงตรวจเองไม่ได้ กรุณาให้ผู้บังคับบัญชาท่านอื่นหรือผู้ดูแลระบบตรวจ`,
} as const

export const review = {
  which: (word: string) => `กรุณาพิมพ์ “${word}” ตามด้วยเลขที่รับ เช่น ${word} R2570-000001 หรือเลือกจากรายการ`,
  accepted: (receiptNo: string, left: number) =>
    `รับรายงาน ${receiptNo} แล้ว ${left > 0 ? `ยังรอตรวจอีก ${left} รายการ พิมพ์ “รายงานรอตรวจ”` : 'ไม่มีรายงานรอตรวจแล้ว'}`,
  acceptedBy: (receiptNo: string, who: string, when: string) =>
    `รายงาน ${receiptNo} ${who} รับแล้วเมื่อ ${when} จึงไม่มีอะไรเปลี่ยนแปลง`,
  wasAccepted: (receiptNo: string, who: string, when: string) =>
    `รายงาน ${receiptNo} ${who} รับไปแล้วเมื่อ ${when} การส่งกลับจะยกเลิกการรับ`,
  returnedBy: (receiptNo: string, who: string, when: string, reason: string) =>
    `รายงาน ${receiptNo} ${who} ส่งกลับให้แก้ไขแล้วเมื่อ ${when} เหตุผล: ${reason} จึงไม่มีอะไรเปลี่ยนแปลง`,
  changedSince: (receiptNo: string) => `รายงาน ${receiptNo} เปลี่ยนไปหลังจากที่ท่านเปิดดู จึงยังไม่ได้บันทึกผล กรุณาดูฉบับล่าสุด`,
  withdrawn: (receiptNo: string) => `รายงาน ${receiptNo} ถูกถอนไปแล้ว จึงไม่ต้องตรวจ พิมพ์ “รายงานรอตรวจ” เพื่อดูรายการอื่น`,
  numbers: (ways: readonly string[]) => `พิมพ์ได้: ${ways.map((way, index) => `${index + 1} = ${way}`).join(' · ')}`,
} as const

export const giveBack = {
  title: 'ส่งกลับรายงาน',
  of: (receiptNo: string) => `ส่งกลับรายงาน ${receiptNo} ให้จังหวัดแก้ไข เจ้าหน้าที่จะได้รับเหตุผลนี้`,
  reason: {
    label: 'เหตุผล',
    ask: 'ส่งกลับเพราะอะไร (เจ้าหน้าที่จะได้อ่านข้อความนี้)\nเช่น สถานที่ไม่ตรงกับภาพถ่าย',
    example: 'สถานที่ไม่ตรงกับภาพถ่าย',
  },
  item: {
    label: 'ข้อที่ต้องแก้',
    ask: 'ข้อใดที่ต้องแก้ (เลือกหรือพิมพ์หมายเลข)',
    any: 'ไม่เจาะจงข้อ',
    wrong: (last: number) => `กรุณาพิมพ์หมายเลข 1–${last} หรือชื่อข้อ เช่น สถานที่`,
  },
  done: (receiptNo: string, names: readonly string[]) =>
    names.length > 0
      ? `ส่งกลับรายงาน ${receiptNo} แล้ว แจ้ง ${names.join(', ')} แล้ว เมื่อแก้ไขเสร็จจะกลับมาใน “รายงานรอตรวจ”`
      : `ส่งกลับรายงาน ${receiptNo} แล้ว แต่จังหวัดนี้ยังไม่มีเจ้าหน้าที่ที่รับข้อความได้ ผู้รับงานคนต่อไปจะเห็นใน “รายงานของฉัน”`,
} as const

/** The push to the officer. */
export const told = {
  title: (receiptNo: string) => `ส่งกลับให้แก้ไข ${receiptNo}`,
  reason: (who: string, reason: string) => `${who}: ${reason}`,
  activity: (title: string) => `กิจกรรม: ${title}`,
  item: (label: string) => `ข้อที่ต้องแก้: ${label}`,
  how: (receiptNo: string) => `แตะปุ่ม หรือพิมพ์ “แก้ไขรายงาน ${receiptNo}” เพื่อแก้แล้วส่งตรวจอีกครั้ง`,
} as const

export const pictures = {
  open: (number: number) => `เปิดไฟล์ที่ ${number}`,
  file: (number: number, name: string) => `ไฟล์ที่ ${number}${name ? ` ${name}` : ''}`,
  coming: (number: number) => `ไฟล์ที่ ${number} กำลังรับจาก LINE เปิดรายงานอีกครั้งในอีกสักครู่`,
  lost: (number: number) => `ไฟล์ที่ ${number} รับจาก LINE ไม่ได้ จึงเปิดไม่ได้`,
  kept: (number: number) => `ไฟล์ที่ ${number} เก็บไว้แล้ว แต่ยังไม่มีลิงก์ให้เปิด (ระบบยังไม่ได้ตั้งที่อยู่สาธารณะ)`,
  day: 'ลิงก์เปิดได้ 24 ชั่วโมง',
  same: (number: number, receiptNo: string) => `⚠️ ไฟล์ที่ ${number} เหมือนกับไฟล์ในรายงาน ${receiptNo} ทุกประการ`,
} as const
