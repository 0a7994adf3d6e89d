/** What the bot says about changing a report that was submitted, taking it back, and its history. */

export const edit = {
  title: 'แก้ไขรายงาน',
  of: (receiptNo: string) => `แก้ไขรายงาน ${receiptNo} เลขที่รับคงเดิม`,
  heading: 'แก้ไขรายงานแล้ว เลขที่รับ',
  text: (labels: readonly string[]) => `บันทึกฉบับใหม่และส่งตรวจแล้ว (แก้ไข: ${labels.join(', ')}) ฉบับเดิมเก็บไว้ในประวัติ`,
  nothingChanged: (receiptNo: string) =>
    `รายงาน ${receiptNo} ยังเหมือนเดิมทุกข้อ จึงไม่มีอะไรต้องบันทึก หากต้องการแก้ไข พิมพ์ “แก้ไขรายงาน ${receiptNo}” แล้วพิมพ์ “แก้ข้อ” ตามด้วยหมายเลข`,
  sentAgain: (receiptNo: string) => `ส่งรายงาน ${receiptNo} กลับไปตรวจอีกครั้งโดยไม่เปลี่ยนข้อมูลแล้ว พิมพ์ “รายงานของฉัน” เพื่อดูสถานะ`,
  returned: (receiptNo: string, reason: string) => `รายงาน ${receiptNo} ถูกส่งกลับให้แก้ไข: ${reason}`,
  changedMeanwhile: (receiptNo: string, who: string, when: string) =>
    `ระหว่างที่ท่านแก้อยู่ ${who} แก้ไขรายงาน ${receiptNo} ไปแล้วเมื่อ ${when} จึงยังไม่ได้บันทึกของท่าน พิมพ์ “แก้ไขรายงาน ${receiptNo}” เพื่อเปิดฉบับล่าสุดแล้วแก้อีกครั้ง`,
  withdrawn: (receiptNo: string) =>
    `รายงาน ${receiptNo} ถูกถอนไปแล้ว จึงแก้ไขไม่ได้ พิมพ์ “รายงานกิจกรรม” เพื่อรายงานใหม่ หรือ “ประวัติ ${receiptNo}” เพื่อดูที่ผ่านมา`,
} as const

/** The lists of one's reports: 'แก้ไขรายงาน', 'ถอนรายงาน' and 'รายงานของฉัน'. */
export const list = {
  edit: { title: 'แก้ไขรายงาน', text: 'แตะรายงานที่จะแก้ไข หรือพิมพ์หมายเลข', how: 'พิมพ์ได้: “แก้ไขรายงาน” ตามด้วยเลขที่รับ' },
  withdraw: {
    title: 'ถอนรายงาน',
    text: 'แตะรายงานที่จะถอน หรือพิมพ์หมายเลข ระบบจะถามยืนยันอีกครั้ง',
    how: 'พิมพ์ได้: “ถอนรายงาน” ตามด้วยเลขที่รับ',
  },
  mine: {
    title: 'รายงานของฉัน',
    text: 'รายงานล่าสุดของจังหวัดท่าน แตะเพื่อเปิดดู หรือพิมพ์หมายเลข',
    how: 'พิมพ์ได้: “ดูรายงาน” “แก้ไขรายงาน” “ประวัติ” หรือ “ถอนรายงาน” ตามด้วยเลขที่รับ',
  },
  none: 'ยังไม่มีรายงานของจังหวัดท่านที่ส่งแล้ว พิมพ์ “รายงานกิจกรรม” เพื่อเริ่มรายงาน หากกำลังกรอกอยู่ พิมพ์ “แก้ข้อ” ตามด้วยหมายเลข เช่น แก้ข้อ 3',
  line: (receiptNo: string, title: string) => `${receiptNo} ${title}`,
  hint: (days: string, province: string, state: string) => `${days} · ${province} · ${state}`,
} as const

export const withdrawal = {
  already: (receiptNo: string) => `รายงาน ${receiptNo} ถูกถอนไปแล้ว พิมพ์ “รายงานกิจกรรม” เพื่อรายงานใหม่`,
  sure: (receiptNo: string, what: string, days: string) =>
    `จะถอนรายงาน ${receiptNo}\n${what} (${days})\n\nถอนแล้วจะไม่นับเป็นกิจกรรมของคู่นี้ ยืนยันโดยพิมพ์ “ยืนยันถอน ${receiptNo}” หากไม่ต้องการถอน ไม่ต้องทำอะไร\nหากเพียงต้องการแก้ข้อมูล พิมพ์ “แก้ไขรายงาน ${receiptNo}”`,
  done: (receiptNo: string) => `ถอนรายงาน ${receiptNo} แล้ว และเก็บไว้ในประวัติเป็นหลักฐาน พิมพ์ “รายงานกิจกรรม” เพื่อรายงานใหม่`,
  confirm: (receiptNo: string) => `ยืนยันถอน ${receiptNo}`,
  button: 'ยืนยันถอน',
} as const

export const history = {
  title: (receiptNo: string, title: string) => `ประวัติรายงาน ${receiptNo}\n${title}`,
  submitted: (when: string, who: string) => `• ${when} ส่งรายงาน โดย ${who}`,
  edited: (when: string, who: string) => `• ${when} แก้ไข โดย ${who}`,
  sentAgain: (when: string, who: string) => `• ${when} ส่งตรวจอีกครั้งโดยไม่เปลี่ยนข้อมูล โดย ${who}`,
  accepted: (when: string, who: string) => `• ${when} รับรายงาน โดย ${who}`,
  returned: (when: string, who: string) => `• ${when} ส่งกลับให้แก้ไข โดย ${who}`,
  why: (reason: string, label: string) => `   – ${label ? `ข้อ ${label}: ` : ''}${reason}`,
  withdrawn: (when: string, who: string) => `• ${when} ถอนรายงาน โดย ${who}`,
  difference: (label: string, before: string, after: string) => `   – ${label}: ${before} → ${after}`,
  left: 'ไม่ระบุ',
  former: 'ผู้ที่พ้นหน้าที่แล้ว',
  how: (receiptNo: string) => `พิมพ์ “ดูรายงาน ${receiptNo}” เพื่อดูฉบับล่าสุด`,
} as const
