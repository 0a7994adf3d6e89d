/** The words of a hand-over. */
import { type Day, showDay } from '../../thai/index.ts'

export const handOver = {
  word: 'ส่งมอบงาน',
  leave: 'ลาออกจากระบบ',
  onlyOfficers: 'ส่งมอบงานได้เฉพาะเจ้าหน้าที่จังหวัดที่ลงทะเบียนแล้ว',
  notColleague: (provinces: string) =>
    `ส่งมอบได้เฉพาะงานของจังหวัดท่าน (${provinces}) แก่เจ้าหน้าที่ที่ลงทะเบียนของจังหวัดเดียวกัน พิมพ์ "ส่งมอบงาน" เพื่อดูรายชื่อ`,
  title: (name: string, today: Day) => `ส่งมอบงานเมืองพี่เมืองน้อง จากคุณ${name} ณ ${showDay(today)}`,
  province: (province: string, fiscalYear: number, count: number) =>
    `\nจังหวัด${province} ${count} คู่ สถานะปีงบประมาณ ${fiscalYear}`,
  pair: (name: string, state: { readonly reports: number; readonly plannedOn?: Day } | undefined) =>
    `• ${name}: ${stateInWords(state)}`,
  lastReports: (lines: readonly string[]) => (lines.length > 0 ? ['รายงานล่าสุด', ...lines] : ['ยังไม่มีรายงานในระบบ']),
  report: (receiptNo: string, title: string, day: Day) => `• ${receiptNo} ${title} (${showDay(day)})`,
  drafts: (count: number) =>
    count > 0
      ? `\nร่างที่ยังไม่ส่ง ${count} รายการ (อยู่ในแชตของผู้ส่งมอบ ผู้ส่งมอบควรส่งให้เสร็จ หรือให้ผู้รับรายงานใหม่)`
      : '\nไม่มีร่างที่ค้างอยู่',
  postKeeps: 'หน้าที่รายงานอยู่กับตำแหน่งของจังหวัด การแจ้งเตือนไปถึงเจ้าหน้าที่ทุกคนที่ลงทะเบียนของจังหวัด',
  toWhom: (names: readonly string[]) =>
    `ส่งข้อความข้างต้นให้เพื่อนร่วมจังหวัดได้โดยแตะชื่อ หรือพิมพ์ "ส่งมอบงานให้" ตามด้วยชื่อ\n${names.map((name) => `• ${name}`).join('\n')}\nหรือกดค้างที่ข้อความเพื่อส่งต่อเอง`,
  nobody: 'ยังไม่มีเจ้าหน้าที่อื่นของจังหวัดลงทะเบียน กดค้างที่ข้อความข้างต้นเพื่อส่งต่อเอง และให้ผู้รับงานเพิ่มบัญชีนี้เป็นเพื่อนแล้วพิมพ์ "ขอลงทะเบียน"',
  giveTo: (name: string) => `ส่งมอบงานให้ ${name}`,
  done: (name: string) => `ส่งข้อความส่งมอบงานให้คุณ${name} แล้ว หากท่านพ้นหน้าที่แล้ว พิมพ์ "ลาออกจากระบบ"`,
} as const

/** Absence of a report is not absence of an activity. */
function stateInWords(state: { readonly reports: number; readonly plannedOn?: Day } | undefined): string {
  if (state && state.reports > 0) return `มีรายงาน ${state.reports} รายการ`
  if (state?.plannedOn) return `ยังไม่พบรายงาน แจ้งกำหนดจัด ${showDay(state.plannedOn)}`
  return 'ยังไม่พบรายงานในระบบ'
}
