/** Every Thai sentence of the page. */

export const PRODUCT = 'ผู้ช่วยเมืองพี่เมืองน้อง'
export const PRODUCT_SUFFIX = 'ห้องจำลอง LINE'

const ROLES: Record<string, string> = {
  guest: 'บุคคลทั่วไป',
  officer: 'เจ้าหน้าที่จังหวัด',
  supervisor: 'ผู้บังคับบัญชา',
  admin: 'ผู้ดูแลระบบส่วนกลาง',
}

export function roleName(role: string): string {
  return ROLES[role] ?? role
}

const EXAMPLES: Record<string, readonly string[]> = {
  guest: ['อยากทำเมืองพี่เมืองน้องต้องเริ่มอย่างไร', 'เชียงใหม่มีคู่กับเมืองไหนบ้าง'],
  officer: ['ต้องจัดกิจกรรมกับคู่ปีละกี่ครั้ง'],
  supervisor: ['LOI กับ MOU ต่างกันอย่างไร'],
  admin: ['สรุป เชียงใหม่'],
}

/** What a first-time visitor can say besides what the bot's menu offers. */
export function examplesFor(role: string): readonly string[] {
  return EXAMPLES[role] ?? ['ช่วยเหลือ']
}

export const texts = {
  loading: 'กำลังเปิดห้องจำลอง…',
  reconnecting: 'ขาดการเชื่อมต่อกับระบบ กำลังต่อใหม่…',
  phones: 'โทรศัพท์ทั้งหมด',
  phoneOf: (name: string) => `โทรศัพท์ของ ${name}`,
  chatOf: (name: string) => `บทสนทนาของ ${name}`,
  menuOf: (name: string) => `ตัวเลือกของ ${name}`,
  unread: (count: number) => `ข้อความใหม่ ${count} ข้อความ`,
  newMessages: 'ข้อความใหม่',
  follow: 'เพิ่มเพื่อน',
  unblock: 'เลิกบล็อก',
  block: 'บล็อก',
  copyUserId: 'คัดลอกรหัสผู้ใช้ LINE',
  copied: 'คัดลอกแล้ว',
  notFollowing: (bot: string) => `ยังไม่ได้เป็นเพื่อนกับ ${bot}`,
  blocked: (bot: string) => `บล็อก ${bot} อยู่ จึงส่งและรับข้อความไม่ได้`,
  botAbout: 'ตอบเรื่องการสถาปนาเมืองพี่เมืองน้อง รับรายงานกิจกรรม และสรุปผล',
  tryThese: 'ลองแตะตัวอย่างนี้',
  inputLabel: 'พิมพ์ข้อความถึงบอท',
  inputPlaceholder: 'พิมพ์ข้อความ',
  send: 'ส่ง',
  attach: 'ส่งรูปหรือไฟล์',
  sticker: 'ส่งสติกเกอร์',
  stickerShown: 'สติกเกอร์',
  photo: 'รูปภาพ',
  photoOf: (name: string) => `รูปภาพจาก ${name}`,
  openPhoto: 'เปิดรูปขนาดเต็ม',
  file: 'ไฟล์',
  unsend: 'ยกเลิกข้อความนี้',
  typing: (bot: string) => `${bot} กำลังพิมพ์`,
  quickReplies: 'คำตอบด่วน',
  carousel: (count: number) => `การ์ด ${count} ใบ เลื่อนดูซ้ายขวา`,
  previousCard: 'การ์ดก่อนหน้า',
  nextCard: 'การ์ดถัดไป',
  unknownMessage: (type: string) => `ข้อความชนิด ${type}`,
  openMenu: (name: string) => `เปิด${name}`,
  closeMenu: (name: string) => `พับ${name}`,
  richMenuPicture: 'เมนูด้านล่าง',
  simulatedDate: 'วันที่จำลอง',
  fiscalYear: (year: number, quarter: number) => `ปีงบประมาณ ${year} · ไตรมาส ${quarter}`,
  clockControls: 'เลื่อนเวลา',
  clockSteps: [
    { days: 1, label: '+1 วัน' },
    { days: 7, label: '+7 วัน' },
    { days: 30, label: '+1 เดือน' },
  ],
  goToDate: 'ไปวันที่…',
  movingClock: 'กำลังเลื่อนเวลา…',
  clockDialog: 'เลื่อนเวลาไปข้างหน้า',
  clockDialogHint: 'เมื่อถึงวันนั้น ระบบจะทำทุกอย่างที่ครบกำหนด เช่น ส่งข้อความเตือน',
  shortcuts: (year: number) => `กำหนดเตือนของปีงบประมาณ ${year}`,
  go: 'เลื่อนเวลา',
  addPhone: 'เพิ่มโทรศัพท์',
  addPhoneHint: 'โทรศัพท์ใหม่เป็นของบุคคลทั่วไป และเพิ่มบอทเป็นเพื่อนทันที จะลงทะเบียนด้วยรหัสเชิญก็ได้',
  nameLabel: 'ชื่อผู้ใช้',
  namePlaceholder: 'เช่น สมชาย ใจดี',
  add: 'เพิ่ม',
  cancel: 'ยกเลิก',
  confirm: 'ตกลง',
  close: 'ปิด',
  pickTitle: { date: 'เลือกวันที่', time: 'เลือกเวลา', datetime: 'เลือกวันและเวลา' },
  pickHint: 'ช่องด้านบนใช้ปี ค.ศ. แถบสีบอกวันเดียวกันเป็นปี พ.ศ.',
  notPicked: 'ยังไม่ได้เลือก',
  traffic: 'ข้อมูลดิบ',
  trafficHint: 'webhook ที่ลงลายเซ็นถึงบอท และคำสั่งที่บอทเรียก LINE API ใหม่สุดอยู่บน',
  trafficFilter: 'แสดง',
  trafficAll: 'ทั้งหมด',
  trafficWebhook: 'Webhook ถึงบอท',
  trafficApi: 'บอทเรียก LINE',
  trafficFailed: 'เฉพาะที่ผิดพลาด',
  trafficSearch: 'ค้นในข้อมูล',
  trafficEmpty: 'ยังไม่มีรายการ',
  requestBody: 'ส่ง',
  responseBody: 'ตอบ',
  noBody: '(ว่าง)',
  dismiss: 'ปิดข้อความแจ้ง',
  failed: 'ทำรายการไม่สำเร็จ โปรดลองอีกครั้ง',
  unreachable: 'ติดต่อระบบไม่ได้ โปรดตรวจว่าโปรแกรมยังทำงานอยู่',
  unsupported: 'ห้องจำลองยังไม่รองรับปุ่มชนิดนี้',
}
