/** What the sending itself says to people. */
export const texts = {
  /** In place of a card's title when it has none. */
  altText: 'ข้อความจากผู้ช่วยงานเมืองพี่เมืองน้อง',
  /** When LINE refused an answer and nothing of it can be said in words. */
  cannotShow: 'ขออภัย แสดงคำตอบนี้ไม่ได้ พิมพ์ เมนู เพื่อเริ่มใหม่',
  /** At the end of what does not fit five messages of LINE. */
  cut: '… (ข้อความยาวเกินกว่าที่ LINE ส่งได้ โปรดถามให้แคบลง)',
} as const

/** To the admins, once a month each. */
export const quotaTexts = {
  low: (used: number, limit: number) =>
    `โควตาข้อความของ LINE เดือนนี้ใช้ไปแล้ว ${used} จาก ${limit} ข้อความ การตอบคำถามไม่นับโควตา แต่เมื่อใกล้หมด การแจ้งเตือนเจ้าหน้าที่จะรอ โปรดพิจารณาเพิ่มแพ็กเกจ`,
  gone: 'โควตาข้อความของ LINE เดือนนี้หมดแล้ว การแจ้งเตือนทั้งหมดรออยู่จนกว่าจะเพิ่มแพ็กเกจหรือขึ้นเดือนใหม่ ไม่มีข้อความใดสูญหาย การตอบคำถามใช้ได้ตามปกติ',
} as const
