/** What a summary says, and what is said to those who may not see it. */
import { type Day, showDay } from '../thai/index.ts'
import type { View } from './read-request.ts'

const NOT_FOUND = 'ยังไม่พบรายงานกิจกรรมในระบบ'

/** What stands behind 'สรุป' for each view, so that it can be typed. */
export const VIEW_WORDS: Readonly<Record<View, string>> = {
  overview: '',
  province: 'ตามจังหวัด',
  country: 'ตามประเทศ',
  kind: 'ตามประเภท',
  quarter: 'ไตรมาส',
  missing: 'ไม่พบรายงาน',
  uncertain: 'ไม่แน่ชัด',
}

export const texts = {
  refused: {
    guest: 'สรุปภาพรวมดูได้เฉพาะผู้ดูแลระบบ ท่านยังไม่มีสิทธินี้ หากได้รับรหัสเชิญ พิมพ์ "ลงทะเบียน" ตามด้วยรหัส',
    member: 'สรุปภาพรวมดูได้เฉพาะผู้ดูแลระบบ สิทธิของท่านดูได้เฉพาะคู่ในจังหวัดของท่าน พิมพ์ "คู่ของฉัน"',
  },
  title: (fiscalYear: number, place: string) => `สรุปปีงบประมาณ ${fiscalYear}${place ? ` ${place}` : ''}`,
  figures: { pairs: 'คู่ที่ลงนามแล้ว', active: 'พบรายงานกิจกรรม', missing: 'ยังไม่พบรายงาน' },
  noRate: '–',
  percent: (percent: number) => `${percent}%`,
  ofPairs: (active: number, pairs: number) => `${active} จาก ${pairs}`,
  reports: (count: number) => `${count} รายงาน`,
  rateLine: (active: number, pairs: number, rate: string) => `พบรายงานกิจกรรม ${active} จาก ${pairs} คู่ (${rate})`,
  missingLine: (count: number) => `${NOT_FOUND} ${count} คู่`,
  reportsLine: (count: number) => `รายงานที่ส่งแล้วทั้งหมด ${count} รายงาน`,
  exemptLine: (names: readonly string[]) => `ได้รับยกเว้นปีนี้ ${names.length} คู่ (ไม่นับรวม): ${names.join(', ')}`,
  uncertainLine: (count: number, type: string) => `คู่ที่ข้อมูลยังไม่แน่ชัด ${count} คู่ แยกไว้ ไม่นับในอัตรา ดูรายชื่อพิมพ์ "${type}"`,
  unsignedLine: (count: number) => `อยู่ระหว่างดำเนินการหรือเสนอ (ยังไม่ลงนาม) ${count} คู่ ไม่นับในอัตรา`,
  unreachedLine: (count: number) => `ในจำนวนนี้ ${count} คู่ยังไม่มีเจ้าหน้าที่ที่รับการเตือนได้ (ไม่มีผู้ลงทะเบียนหรือปิดรับข้อความ)`,
  sections: {
    province: 'ตามจังหวัด (คู่ที่พบรายงาน)',
    country: 'ตามประเทศ (คู่ที่พบรายงาน)',
    kind: 'ตามประเภทกิจกรรม',
    quarter: 'ตามไตรมาส (วันเริ่มกิจกรรม)',
    missing: NOT_FOUND,
    uncertain: 'คู่ที่ข้อมูลยังไม่แน่ชัด',
  },
  quarters: {
    1: 'ไตรมาส 1 (ต.ค.–ธ.ค.)',
    2: 'ไตรมาส 2 (ม.ค.–มี.ค.)',
    3: 'ไตรมาส 3 (เม.ย.–มิ.ย.)',
    4: 'ไตรมาส 4 (ก.ค.–ก.ย.)',
  },
  noReports: 'ยังไม่มีรายงานในปีนี้',
  noPairs: 'ไม่มีคู่ที่ลงนามแล้วและต้องรายงานในส่วนนี้ของทะเบียน',
  nothingMissing: 'พบรายงานกิจกรรมครบทุกคู่ในทะเบียน',
  nothingUncertain: 'ไม่มีคู่ที่ข้อมูลไม่แน่ชัดในส่วนนี้ของทะเบียน',
  pairLine: (name: string, country: string) => `${name} (${country})`,
  planned: (day: Day) => `แจ้งกำหนดจัด ${showDay(day)}`,
  doubt: { unknown: 'ไม่ทราบว่าลงนามแล้วหรือไม่', signed: 'ไม่แน่ชัดว่าจังหวัดเป็นผู้ลงนาม' },
  more: (count: number, type: string) => `และอีก ${count} รายการ พิมพ์ "${type}"`,
  moreCountries: (count: number, type: string) => `อีก ${count} ประเทศ พิมพ์ "${type}"`,
  lastPage: (pages: number) => `มีทั้งหมด ${pages} หน้า`,
  note: (asOf: string) =>
    `ข้อมูล ณ ${asOf} นับเฉพาะคู่ในทะเบียนของระบบ ซึ่งยังไม่ครบทุกคู่ของประเทศ และเฉพาะรายงานที่ส่งในระบบนี้ ไม่พบรายงานไม่ได้แปลว่าไม่ได้จัดกิจกรรม`,
  beforeFirstUse: (fiscalYear: number) => `ระบบเริ่มใช้ในปีงบประมาณ ${fiscalYear} ปีก่อนหน้านั้นมีเฉพาะรายงานย้อนหลังที่มีผู้ส่งเข้ามา`,
  whichProvince: (provinces: readonly string[]) => `หมายถึงจังหวัดใด: ${provinces.join(', ')}`,
  notBegun: (fiscalYear: number, thisYear: number) =>
    `ปีงบประมาณ ${fiscalYear} ยังไม่เริ่ม (เริ่ม 1 ต.ค. ${fiscalYear - 1}) ปีปัจจุบันพิมพ์ "สรุป ${thisYear}"`,
  strangeYear: (fiscalYear: number) => `ไม่มีข้อมูลของปีงบประมาณ ${fiscalYear} พิมพ์ปีเป็น พ.ศ. เช่น สรุป 2570`,
  export: {
    fileName: (fiscalYear: number) => `รายงานกิจกรรม-${fiscalYear}.csv`,
    columns: [
      'เลขที่รับ',
      'จังหวัด',
      'คู่',
      'ประเทศ',
      'วันเริ่ม',
      'วันสิ้นสุด',
      'ชื่อกิจกรรม',
      'ประเภท',
      'รูปแบบ',
      'สถานที่',
      'หน่วยงานร่วม',
      'ผู้เข้าร่วม (คน)',
      'งบประมาณ (บาท)',
      'แหล่งงบประมาณ',
      'ผลลัพธ์',
      'อุปสรรค',
      'แผนต่อไป',
      'จำนวนไฟล์แนบ',
      'ผู้รายงาน',
      'ส่งเมื่อ',
      'ฉบับที่',
      'การตรวจ',
    ],
    nothing: (fiscalYear: number) => `ยังไม่มีรายงานในปีงบประมาณ ${fiscalYear} จึงไม่มีอะไรให้ส่งออก`,
    unreachable: 'ยังส่งลิงก์ไฟล์ไม่ได้ เพราะเครื่องนี้ยังไม่ได้ตั้งค่า PUBLIC_URL โปรดแจ้งผู้ดูแลเครื่อง หรือพิมพ์ "สรุป" เพื่อดูตัวเลขในแชท',
    ready: (fiscalYear: number, count: number, url: string, until: string) =>
      `รายงานปีงบประมาณ ${fiscalYear} จำนวน ${count} รายการ (เปิดด้วย Excel ได้)\n${url}\nลิงก์ใช้ได้ถึง ${until} มีข้อมูลบุคคล โปรดไม่ส่งต่อ`,
  },
  altText: (title: string, line: string) => `${title}: ${line}`,
} as const
