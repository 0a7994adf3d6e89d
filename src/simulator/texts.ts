/** What the simulator itself says to people: system notes in a chat, and why it refuses something. */

export const BOT_NAME = 'ผู้ช่วยเมืองพี่เมืองน้อง'

export const notes = {
  followed: 'เพิ่มบัญชีนี้เป็นเพื่อนแล้ว',
  unblocked: 'เลิกบล็อกบัญชีนี้แล้ว',
  blocked: 'บล็อกบัญชีนี้แล้ว ข้อความจากบัญชีนี้จะไม่มาถึง',
  unsent: 'ยกเลิกการส่งข้อความแล้ว',
}

export const refusals = {
  noSuchPhone: 'ไม่พบโทรศัพท์เครื่องนี้',
  notFollowing: 'โทรศัพท์เครื่องนี้บล็อกบัญชีอยู่ กดเพิ่มเพื่อนก่อนจึงจะส่งข้อความได้',
  alreadyFollowing: 'โทรศัพท์เครื่องนี้เป็นเพื่อนกับบัญชีอยู่แล้ว',
  emptyText: 'พิมพ์ข้อความก่อนจึงจะส่งได้',
  textTooLong: 'ข้อความยาวเกินไป ส่งได้ครั้งละไม่เกิน 10,000 ตัวอักษร',
  emptyFile: 'ไฟล์นี้ว่างเปล่า',
  notAnImage: 'ส่งได้เฉพาะภาพ JPEG หรือ PNG',
  tooLarge: 'ไฟล์ใหญ่เกินไป ส่งได้ไม่เกิน 10 MB',
  noSuchMessage: 'ไม่พบข้อความนี้',
  notYourMessage: 'ยกเลิกได้เฉพาะข้อความที่โทรศัพท์เครื่องนี้ส่งเอง',
  noName: 'ตั้งชื่อโทรศัพท์ 1–40 ตัวอักษร',
  badRequest: 'คำขอนี้ไม่ครบหรือไม่ถูกรูปแบบ',
  otherOrigin: 'คำขอนี้ไม่ได้มาจากหน้าจำลอง จึงไม่ทำให้',
  clockBackward: 'เลื่อนเวลาได้เฉพาะไปข้างหน้า',
  clockTooFar: 'เลื่อนเวลาได้ครั้งละไม่เกิน 10 ปี',
  notADay: 'ระบุวันเป็น ปปปป-ดด-วว เช่น 2027-09-30',
  notThere: 'ไม่พบสิ่งที่ขอ',
  internal: 'ระบบจำลองขัดข้อง ดูรายละเอียดในบันทึกของโปรแกรม',
}

/** A new phone's owner. */
export const GUEST_POSITION = 'ประชาชนทั่วไป (สมมุติ)'
