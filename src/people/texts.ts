/** What the bot says about following, registering and personal data. */
import type { Role } from '../bot/types.ts'

/** Raised with the wording of the notice: who agreed to an older one is asked again. */
export const PRIVACY_VERSION = '2569-11'

const ROLE_NAMES: Readonly<Record<Role, string>> = {
  officer: 'เจ้าหน้าที่จังหวัด',
  supervisor: 'ผู้บังคับบัญชา',
  admin: 'ผู้ดูแลระบบ',
}

/** 'เจ้าหน้าที่จังหวัด (เชียงราย, พะเยา)' */
export function roleWithProvinces(role: Role, provinces: readonly string[], backup = false): string {
  const post = backup ? `${ROLE_NAMES[role]}สำรอง` : ROLE_NAMES[role]
  return provinces.length > 0 ? `${post} (${provinces.join(', ')})` : post
}

/** The same of a person, an invitation or a request. */
export function postOf(held: { role: Role; provinces: readonly string[]; backup?: boolean | undefined }): string {
  return roleWithProvinces(held.role, held.provinces, held.backup)
}

const privacyNotice = [
  'ประกาศความเป็นส่วนตัว (PDPA) โดยย่อ',
  '• เก็บอะไร: รหัสผู้ใช้ LINE ของท่าน เฉพาะผู้ลงทะเบียนเก็บชื่อ ตำแหน่ง สิทธิ จังหวัด และรายงานที่ส่งด้วย',
  '• ใช้ทำอะไร: ตอบคำถาม ตรวจสิทธิ รับรายงานและแจ้งเตือนเรื่องเมืองพี่เมืองน้อง และบันทึกการใช้งานไว้ตรวจสอบ',
  '• เก็บนานเท่าใด: คำถามล่าสุดและร่างเก็บเท่าที่ต้องใช้ตอบต่อ ข้อมูลผู้ลงทะเบียนเก็บจนกว่าจะพ้นหน้าที่หรือขอให้ลบ รายงานที่ส่งแล้วเก็บเป็นหลักฐานของทางราชการ',
  '• สิทธิของท่าน: ขอดู แก้ไข ลบ คัดค้าน หรือถอนความยินยอมได้ทุกเมื่อ พิมพ์ "ข้อมูลของฉัน" เพื่อดูสิ่งที่เก็บไว้',
  '• ติดต่อ: กองการต่างประเทศ สำนักงานปลัดกระทรวงมหาดไทย หรือผู้ที่ให้รหัสเชิญแก่ท่าน',
].join('\n')

const canDo: Readonly<Record<Role, string>> = {
  officer: [
    '• พิมพ์ "รายงานกิจกรรม" เพื่อรายงานกิจกรรมของคู่ในจังหวัดของท่าน',
    '• พิมพ์ "คู่ของฉัน" เพื่อดูคู่และสถานะรายงานปีนี้',
    '• ระบบจะเตือนเมื่อยังไม่พบรายงานกิจกรรมในระบบ',
    '• พิมพ์ "ส่งมอบงาน" เมื่อเปลี่ยนผู้รับผิดชอบ',
  ].join('\n'),
  supervisor: ['• พิมพ์ "คู่ของฉัน" เพื่อดูคู่ในจังหวัดที่ดูแลและสถานะรายงานปีนี้', '• ระบบจะแจ้งเมื่อคู่ใดยังไม่พบรายงานกิจกรรมในระบบ'].join(
    '\n',
  ),
  admin: [
    '• พิมพ์ "สรุป" เพื่อดูภาพรวมปีงบประมาณปัจจุบัน หรือ "สรุป 2570" "สรุป เชียงใหม่"',
    '• พิมพ์ "สรุป ไม่พบรายงาน" เพื่อดูคู่ที่ยังไม่พบรายงานกิจกรรมในระบบ',
  ].join('\n'),
}

const invitationProblem = {
  unknown:
    'ไม่พบรหัสนี้ กรุณาตรวจตัวอักษร (ไม่มีเลข 0 และ 1 ไม่มีตัว O และ I) แล้วพิมพ์ใหม่ เช่น ลงทะเบียน K7QM-4RXT หากยังไม่ได้ ขอรหัสใหม่จากผู้ดูแลระบบ',
  used: 'รหัสนี้ถูกใช้ไปแล้ว รหัสหนึ่งใช้ได้ครั้งเดียว กรุณาขอรหัสใหม่จากผู้ดูแลระบบ',
  expired: 'รหัสนี้หมดอายุแล้ว กรุณาขอรหัสใหม่จากผู้ดูแลระบบ',
} as const

export const texts = {
  privacyNotice,
  greeting: [
    'สวัสดีค่ะ ผู้ช่วยเรื่องเมืองพี่เมืองน้อง (Sister City) ของจังหวัดและกระทรวงมหาดไทย',
    'ถามได้เลย เช่น "ขั้นตอนการสถาปนามีอะไรบ้าง" หรือ "เชียงใหม่มีคู่กับเมืองใด" คำตอบอ้างเอกสารที่มาเสมอ',
    'เจ้าหน้าที่ที่ได้รับรหัสเชิญ พิมพ์ "ลงทะเบียน" ตามด้วยรหัส หากไม่มีรหัส พิมพ์ "ขอลงทะเบียน"',
  ].join('\n'),
  welcomeBack: (name: string, role: string) => `ยินดีต้อนรับกลับมา คุณ${name} สิทธิเดิมยังอยู่: ${role}`,
  howToRegister:
    'พิมพ์ "ลงทะเบียน" ตามด้วยรหัสเชิญ เช่น ลงทะเบียน K7QM-4RXT\nหากไม่มีรหัส พิมพ์ "ขอลงทะเบียน" เพื่อส่งคำขอให้ผู้ดูแลระบบ (กองการต่างประเทศ สป.มท.) พิจารณา ระหว่างนี้ยังถามเรื่องหลักเกณฑ์และคู่เมืองที่เปิดเผยได้',
  alreadyRegistered: (name: string, role: string) =>
    `ท่านลงทะเบียนแล้วในชื่อ ${name} สิทธิ: ${role}\nหากได้รับรหัสใหม่เพื่อเปลี่ยนสิทธิหรือจังหวัด พิมพ์ "ลงทะเบียน" ตามด้วยรหัสนั้น หรือพิมพ์ "ขอลงทะเบียน" เพื่อขอเปลี่ยน`,
  invitationProblem,
  tooManyWrongCodes: (until: string) => `พิมพ์รหัสผิดหลายครั้งเกินไป กรุณารอแล้วลองใหม่หลัง ${until} หรือติดต่อผู้ที่ให้รหัสแก่ท่าน`,
  canDo,
  registerWith: (code: string) => `ลงทะเบียน ${code}`,
  noReceiver: (provinces: readonly string[]) =>
    `จังหวัดนี้ไม่มีผู้รับ: ${provinces.join(', ')} ไม่มีเจ้าหน้าที่ที่รับข้อความได้แล้ว การแจ้งเตือนจะรอจนกว่าจะมี พิมพ์ "รายชื่อผู้ใช้" เพื่อดูทั้งหมด`,
  welcome: (name: string, role: string, can: string) =>
    `ลงทะเบียนเรียบร้อย ยินดีต้อนรับ คุณ${name}\nสิทธิ: ${role}\n\nสิ่งที่ทำได้\n${can}`,
  changed: (role: string, can: string) => `เปลี่ยนสิทธิเรียบร้อย สิทธิของท่านตอนนี้: ${role}\n\nสิ่งที่ทำได้\n${can}`,
  dialog: {
    title: 'ลงทะเบียน',
    consent: {
      label: 'ความยินยอม',
      ask: `${privacyNotice}\n\nท่านยินยอมให้เก็บและใช้ข้อมูลตามนี้เพื่อลงทะเบียนหรือไม่`,
      again: 'ท่านยินยอมให้เก็บและใช้ข้อมูลตามประกาศข้างต้นเพื่อลงทะเบียนหรือไม่ (อ่านอีกครั้ง พิมพ์ "ความเป็นส่วนตัว")',
      yes: 'ยินยอม',
      no: 'ไม่ยินยอม',
      unclear: 'กรุณาตอบ "ยินยอม" หรือ "ไม่ยินยอม"',
      declined:
        'ไม่ยินยอมก็ไม่เป็นไร ระบบไม่ได้บันทึกข้อมูลลงทะเบียนใด ๆ รหัสเชิญยังใช้ได้จนหมดอายุ และท่านยังถามเรื่องหลักเกณฑ์กับคู่เมืองที่เปิดเผยได้ตามปกติ',
    },
    name: {
      label: 'ชื่อ–สกุล',
      ask: 'ชื่อและนามสกุลของท่าน\nเช่น สมศรี ใจดี',
      wrong: 'กรุณาพิมพ์ชื่อและนามสกุลเป็นตัวอักษร ยาวไม่เกิน 80 ตัว เช่น สมศรี ใจดี',
    },
    position: {
      label: 'ตำแหน่ง',
      ask: 'ตำแหน่งและหน่วยงานของท่าน\nเช่น นักวิเคราะห์นโยบายและแผนชำนาญการ สำนักงานจังหวัดเชียงราย',
      wrong: 'กรุณาพิมพ์ตำแหน่งเป็นตัวอักษร ยาวไม่เกิน 120 ตัว เช่น นักวิเคราะห์นโยบายและแผน สำนักงานจังหวัดเชียงราย',
    },
    willBe: (role: string) => `สิทธิที่จะได้รับ: ${role}`,
    willChange: (before: string, after: string) => `เปลี่ยนสิทธิจาก ${before} เป็น ${after}`,
  },
  myData: {
    guest: (since: string | undefined) =>
      `ท่านยังไม่ได้ลงทะเบียน ระบบเก็บเพียงรหัสผู้ใช้ LINE ของท่าน${since ? ` (ตั้งแต่ ${since})` : ''} และคำถามล่าสุดเท่าที่ต้องใช้ตอบต่อ ไม่มีชื่อหรือตำแหน่ง`,
    person: (lines: {
      name: string
      position: string
      role: string
      registeredOn: string
      consentOn: string
      version: string
    }) =>
      [
        'ข้อมูลของท่านที่ระบบเก็บไว้',
        `• ชื่อ: ${lines.name}`,
        `• ตำแหน่ง: ${lines.position}`,
        `• สิทธิ: ${lines.role}`,
        `• ลงทะเบียนเมื่อ: ${lines.registeredOn}`,
        `• ยินยอมตามประกาศฉบับ ${lines.version} เมื่อ ${lines.consentOn}`,
        '• รหัสผู้ใช้ LINE รายงานที่ท่านส่ง และบันทึกการใช้งานที่เกี่ยวข้อง',
      ].join('\n'),
    rights:
      'แก้ไขสิทธิหรือชื่อ พิมพ์ "ขอลงทะเบียน" · สำเนาทั้งหมด "ขอไฟล์ข้อมูลของฉัน" · "ถอนความยินยอม" · "ลบข้อมูลของฉัน" · ประกาศฉบับเต็ม "ความเป็นส่วนตัว"',
  },
  menu: {
    title: 'เมนู',
    text: 'แตะเลือก หรือพิมพ์คำตัวหนา',
    items: {
      steps: { say: 'ขั้นตอน', hint: 'การสถาปนาความสัมพันธ์ทีละขั้น' },
      readiness: { say: 'ก่อนเริ่ม', hint: 'ตรวจว่าเข้าเกณฑ์หรือยังขาดอะไร' },
      questions: { say: 'คำถามค้าง', hint: 'ดูและตอบคำถามที่ระบบยังตอบไม่ได้' },
      report: { say: 'รายงานกิจกรรม', hint: 'บันทึกกิจกรรมของคู่ในจังหวัด' },
      myPairs: { say: 'คู่ของฉัน', hint: 'คู่ในจังหวัดและสถานะรายงานปีนี้' },
      summary: { say: 'สรุป', hint: 'ภาพรวมของปีงบประมาณ' },
      register: { say: 'ลงทะเบียน', hint: 'สำหรับเจ้าหน้าที่ มีรหัสเชิญหรือขอจากผู้ดูแล' },
      requests: { say: 'คำขอลงทะเบียน', hint: 'อนุมัติหรือไม่อนุมัติผู้ที่ขอใช้งาน' },
      roster: { say: 'รายชื่อผู้ใช้', hint: 'ใครดูแลจังหวัดใด และจังหวัดที่ไม่มีผู้รับ' },
      invite: { say: 'เชิญ', hint: 'สร้างรหัสและลิงก์เชิญ' },
      help: { say: 'ช่วยเหลือ', hint: 'ถามอะไรได้บ้าง และใช้งานอย่างไร' },
    },
    note: 'พิมพ์คำถามเป็นประโยคได้เลย',
    altText: (words: readonly string[]) => `เมนู: ${words.join(' · ')} พิมพ์คำเหล่านี้ได้เลย`,
  },
  buttons: {
    menu: 'เมนู',
    steps: 'ขั้นตอน',
    report: 'รายงานกิจกรรม',
    myPairs: 'คู่ของฉัน',
    summary: 'สรุป',
    myData: 'ข้อมูลของฉัน',
    roster: 'รายชื่อผู้ใช้',
    export: 'ขอไฟล์ข้อมูลของฉัน',
  },
  invite: {
    unknownRole: (role: string) => `--role must be officer, backup, supervisor or admin, not "${role}"`,
    needsProvince: (role: string) => `--role ${role} needs at least one --province, such as --province เชียงราย`,
    adminHasNone: '--role admin sees every province and takes no --province',
    unknownProvince: (name: string) => `--province "${name}" is not one of the 76 provinces`,
    severalProvinces: (name: string, found: readonly string[]) =>
      `--province "${name}" may be ${found.join(', ')}: write one of them`,
  },
} as const
