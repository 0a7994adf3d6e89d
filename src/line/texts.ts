/** What the sending itself says to people. */
export const texts = {
  /** In place of a card's title when it has none. */
  altText: 'ข้อความจากผู้ช่วยงานเมืองพี่เมืองน้อง',
  /** When LINE refused an answer and nothing of it can be said in words. */
  cannotShow: 'ขออภัย แสดงคำตอบนี้ไม่ได้ พิมพ์ เมนู เพื่อเริ่มใหม่',
  /** At the end of what does not fit five messages of LINE. */
  cut: '… (ข้อความยาวเกินกว่าที่ LINE ส่งได้ โปรดถามให้แคบลง)',
} as const
