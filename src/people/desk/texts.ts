/** What admins read about the people of the system. */

export const desk = {
  onlyAdmins: 'รายชื่อผู้ใช้และสิทธิดูแลได้เฉพาะผู้ดูแลระบบ',
  roster: {
    word: 'รายชื่อผู้ใช้',
    title: (count: number) => `ผู้ลงทะเบียน ${count} คน`,
    titleOf: (province: string, count: number) => `ผู้ลงทะเบียนของจังหวัด${province} ${count} คน`,
    noReceiver: (provinces: readonly string[]) =>
      `จังหวัดนี้ไม่มีผู้รับ (มีคู่เมือง แต่ไม่มีเจ้าหน้าที่ที่รับข้อความได้) ${provinces.length} จังหวัด: ${provinces.join(', ')}`,
    line: (name: string, position: string, post: string) => `• ${name} — ${post} · ${position}`,
    blocked: ' (ปิดรับข้อความ)',
    more: (count: number) => `และอีก ${count} คน พิมพ์ "รายชื่อผู้ใช้" ตามด้วยจังหวัดเพื่อดูทีละจังหวัด`,
    how: 'พิมพ์ "ถอดถอน" ตามด้วยชื่อหรือจังหวัดเพื่อถอดถอน หรือ "คำขอลงทะเบียน" เพื่อดูคำขอ',
    unknownProvince: (name: string) => `ไม่พบจังหวัด "${name}" พิมพ์ เช่น รายชื่อผู้ใช้ เชียงราย`,
  },
  remove: {
    title: 'ถอดถอนผู้ใช้',
    text: 'แตะชื่อที่จะถอดถอน ระบบจะถามยืนยันอีกครั้ง',
    typed: 'พิมพ์แทนการแตะได้: "ถอดถอน" ตามด้วยชื่อเต็ม',
    button: 'เลือก',
    none: (typed: string) => `ไม่พบผู้ลงทะเบียนที่ตรงกับ "${typed}" พิมพ์ "รายชื่อผู้ใช้" เพื่อดูรายชื่อ`,
    sure: (name: string, post: string) =>
      `ถอดถอน คุณ${name} จาก ${post} หรือไม่ รายงานและหน้าที่ของคู่เมืองอยู่กับตำแหน่งของจังหวัดต่อไป\nพิมพ์ "ยืนยันถอดถอน ${name}" เพื่อถอดถอน หรือพิมพ์เรื่องอื่นหากไม่ต้องการ`,
    confirm: 'ยืนยันถอดถอน',
    done: (name: string, post: string) => `ถอดถอน คุณ${name} จาก ${post} แล้ว ระบบแจ้งผู้นั้นแล้ว`,
    told: (post: string) =>
      `สิทธิของท่าน (${post}) สิ้นสุดแล้วโดยผู้ดูแลระบบ รายงานที่ส่งแล้วอยู่กับจังหวัดต่อไป หากคิดว่าคลาดเคลื่อน ติดต่อกองการต่างประเทศ สป.มท. หรือพิมพ์ "ขอลงทะเบียน"`,
    self: 'ถอดถอนตนเองไม่ได้ หากต้องการออกจากระบบ พิมพ์ "ลาออกจากระบบ"',
    gone: 'ผู้นี้ไม่ได้ลงทะเบียนอยู่แล้ว จึงไม่มีอะไรเปลี่ยนแปลง พิมพ์ "รายชื่อผู้ใช้" เพื่อดูรายชื่อล่าสุด',
  },
  invite: {
    word: 'เชิญ',
    title: 'รหัสเชิญ',
    onlyAdmins: 'สร้างรหัสเชิญได้เฉพาะผู้ดูแลระบบ หากต้องการใช้งาน พิมพ์ "ขอลงทะเบียน"',
    made: 'สร้างรหัสเชิญแล้ว',
    how: 'ส่งต่อข้อความถัดไปให้ผู้รับเชิญ รหัสแสดงครั้งเดียว ใช้ได้หนึ่งคน ครั้งเดียว',
    pictureName: 'invitation.png',
    open: 'เปิดรูปเพื่อพิมพ์',
    picture: (until: string) => `ให้ผู้รับเชิญสแกน QR นี้ด้วย LINE หรือแตะรูปเพื่อเปิดและพิมพ์ (รูปเปิดได้ถึง ${until}) ใช้ได้หนึ่งคนเท่านั้น`,
    toForward: (post: string, code: string, link: string | undefined, until: string) =>
      [
        `คำเชิญใช้ผู้ช่วยเมืองพี่เมืองน้อง สิทธิ: ${post} (ถึง ${until})`,
        ...(link ? [`แตะลิงก์นี้แล้วกดส่งข้อความ: ${link}`, 'หรือ'] : []),
        `เพิ่มบัญชีนี้เป็นเพื่อน แล้วพิมพ์ ลงทะเบียน ${code}`,
      ].join('\n'),
  },
  history: {
    none: 'ยังไม่มีบันทึกการใช้งาน',
    title: (count: number) => `ประวัติการใช้งาน ${count} รายการล่าสุด (ใหม่สุดก่อน)`,
    system: 'ระบบ',
    guest: 'ผู้ไม่ได้ลงทะเบียน',
    before: 'เดิม',
    after: 'ใหม่',
  },
} as const

/** Names of what was done, for those who read the log; what is not here is shown as it is stored. */
export const ACTIONS: Readonly<Record<string, string>> = {
  refused: 'ถูกปฏิเสธ',
  'access.asked': 'ขอลงทะเบียน',
  'access.approved': 'อนุมัติคำขอ',
  'access.refused': 'ไม่อนุมัติคำขอ',
  'invitation.made': 'สร้างรหัสเชิญ',
  'person.registered': 'ลงทะเบียน',
  'person.changed': 'เปลี่ยนสิทธิ',
  'person.left': 'ลาออกจากระบบ',
  'person.removed': 'ถอดถอน',
  'person.blocked': 'ปิดรับข้อความ',
  'person.returned': 'กลับมารับข้อความ',
  'person.unreachable': 'ส่งข้อความไม่ถึง',
  'person.erased': 'ลบข้อมูล',
  'consent.withdrawn': 'ถอนความยินยอม',
  'work.handed-over': 'ส่งมอบงาน',
  'report.submitted': 'ส่งรายงาน',
  'report.edited': 'แก้ไขรายงาน',
  'report.withdrawn': 'ถอนรายงาน',
  'duty.planned': 'แจ้งกำหนดจัด',
  'summary.exported': 'ส่งออกสรุป',
  'pair.added': 'เพิ่มคู่',
  'pair.changed': 'แก้ข้อมูลคู่',
  'pair.ended': 'ปิดคู่ (สิ้นสุด)',
  'pair.withdrawn': 'ถอนแถวคู่',
  'pair.reopened': 'คืนคู่',
  'pair.merged': 'รวมคู่',
  'pair.distinct': 'จดว่าเป็นคนละคู่',
  'pair.stage': 'บันทึกขั้นตอนคู่',
}
