/** What reminders and planned dates say. A report that is not there is never called an activity that was not held. */
import { type Day, showDay } from '../thai/index.ts'

const NOT_FOUND = 'ยังไม่พบรายงานกิจกรรมในระบบ'

export const texts = {
  officer: {
    title: NOT_FOUND,
    body: (count: number) =>
      `คู่เมืองในจังหวัดของท่าน ${count} คู่ ${NOT_FOUND} หากจัดแล้ว โปรดรายงาน หากยังไม่ได้จัด โปรดระบุวันที่จะจัด ระบบจะไม่เตือนจนพ้นวันนั้น`,
    bodyAfterYear: (count: number) =>
      `คู่เมืองในจังหวัดของท่าน ${count} คู่ ${NOT_FOUND} หากจัดแล้ว โปรดรายงานย้อนหลัง หากไม่ได้จัด ไม่ต้องทำอะไร`,
    plannedBefore: (day: Day) => `เคยระบุว่าจะจัด ${showDay(day)}`,
    note: (example: string | undefined) =>
      `หากเพิ่งรายงานไป ไม่ต้องทำอะไรเพิ่ม พิมพ์แทนการแตะปุ่มได้: "รายงานกิจกรรม"${example ? ` หรือ "${example}"` : ''}`,
  },
  supervisor: {
    title: `คู่เมืองที่${NOT_FOUND}`,
    body: (count: number) =>
      `จังหวัดที่ท่านดูแลมี ${count} คู่ที่${NOT_FOUND} (อาจจัดกิจกรรมแล้วแต่ยังไม่ได้รายงาน) เจ้าหน้าที่และวันที่ระบบเตือนล่าสุดอยู่ใต้ชื่อคู่`,
    officers: (names: readonly string[]) => `เจ้าหน้าที่: ${names.join(', ')}`,
    noOfficer: 'ยังไม่มีเจ้าหน้าที่ของจังหวัดลงทะเบียน',
    remindedOn: (day: Day) => `เตือนล่าสุด ${showDay(day)}`,
    neverReminded: 'ยังไม่เคยเตือน',
    unreachable: (name: string) => `${name} (ปิดรับข้อความ)`,
    planned: (day: Day) => `แจ้งกำหนดจัด ${showDay(day)}`,
    note: 'พิมพ์ "คู่ของฉัน" เพื่อดูสถานะล่าสุดของทุกคู่',
  },
  yearUntil: (fiscalYear: number, dueOn: Day) => `ปีงบประมาณ ${fiscalYear} ภายใน ${showDay(dueOn)}`,
  yearEnded: (fiscalYear: number) => `ปีงบประมาณ ${fiscalYear} สิ้นสุดแล้ว ยังรายงานย้อนหลังได้`,
  planExample: (pairId: string, day: string) => `กำหนดจัด ${pairId} ${day}`,
  altText: (pairName: string, others: number, say: string) =>
    `${NOT_FOUND}: ${pairName}${others > 0 ? ` และอีก ${others} คู่` : ''} พิมพ์ "${say}"`,
  theRest: (count: number) => `นอกจากคู่ในการ์ดถัดไป ${NOT_FOUND}อีก ${count} คู่`,
  buttons: { report: 'รายงานกิจกรรม', plan: 'ระบุวันที่จะจัด', myPairs: 'คู่ของฉัน', menu: 'เมนู' },
  plan: {
    guest: 'การแจ้งกำหนดจัดกิจกรรมใช้ได้เฉพาะเจ้าหน้าที่ของจังหวัดที่ลงทะเบียนแล้ว พิมพ์ "ลงทะเบียน" ตามด้วยรหัสเชิญ',
    notYours: (provinces: readonly string[]) =>
      `แจ้งกำหนดจัดได้เฉพาะเจ้าหน้าที่ของจังหวัดนั้น${provinces.length > 0 ? ` จังหวัดของท่าน: ${provinces.join(', ')}` : ''}`,
    unknownPair: 'ไม่พบคู่เมืองนี้ในทะเบียนแล้ว พิมพ์ "คู่ของฉัน" เพื่อดูคู่ปัจจุบัน',
    noDay: 'ยังไม่ได้รับวันที่ กรุณาเลือกวันที่จากปุ่ม หรือพิมพ์ เช่น',
    past: (day: Day) => `${showDay(day)} ผ่านไปแล้ว หากจัดกิจกรรมแล้ว พิมพ์ "รายงานกิจกรรม" หากยังไม่ได้จัด กรุณาเลือกวันที่ยังมาไม่ถึง`,
    otherYear: (day: Day, fiscalYear: number, dueOn: Day) =>
      `${showDay(day)} ไม่อยู่ในปีงบประมาณ ${fiscalYear} กรุณาเลือกวันที่ไม่เกิน ${showDay(dueOn)} (กิจกรรมหลังจากนั้นนับเป็นของปีถัดไป)`,
    yearEnded: (fiscalYear: number) =>
      `ปีงบประมาณ ${fiscalYear} สิ้นสุดแล้ว จึงแจ้งกำหนดจัดไม่ได้ หากจัดกิจกรรมในปีนั้นแล้ว พิมพ์ "รายงานกิจกรรม" เพื่อรายงานย้อนหลัง`,
    reported: (pairName: string, fiscalYear: number) =>
      `${pairName} มีรายงานกิจกรรมของปีงบประมาณ ${fiscalYear} แล้ว จึงไม่ต้องแจ้งกำหนดจัด`,
    exempt: (pairName: string, fiscalYear: number) =>
      `${pairName} ไม่ต้องรายงานกิจกรรมในปีงบประมาณ ${fiscalYear} จึงไม่ต้องแจ้งกำหนดจัด`,
    saved: (pairName: string, day: Day) =>
      `บันทึกแล้ว: ${pairName} จะจัดกิจกรรม ${showDay(day)}\nระบบจะไม่เตือนท่านเรื่องคู่นี้จนพ้นวันดังกล่าว ผู้บังคับบัญชาจะเห็นกำหนดนี้ เมื่อจัดแล้วพิมพ์ "รายงานกิจกรรม"`,
    whichPair: (lines: readonly string[], example: string) =>
      `ต้องการแจ้งกำหนดจัดของคู่ใด\n${lines.join('\n')}\nพิมพ์ เช่น ${example}`,
    nothingOpen: 'ไม่มีคู่เมืองในจังหวัดของท่านที่รอรายงานในปีงบประมาณนี้',
  },
} as const
