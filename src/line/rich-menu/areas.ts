/** The six fields of each role's rich menu: what each says when it is tapped, and how it looks. Shared by menu and picture. */
import type { messagingApi } from '@line/bot-sdk'
import type { Role } from '../../bot/types.ts'

export const WIDTH = 2500
export const HEIGHT = 1686

export type Icon = 'steps' | 'question' | 'pairs' | 'report' | 'chart' | 'menu' | 'person' | 'people' | 'key' | 'check'

export interface Area {
  /** The words that a tap says: they can be typed as well. */
  readonly says: string
  readonly title: string
  readonly caption: string
  readonly icon: Icon
}

/** Whoever has no menu of their own sees the guest's. */
export type MenuName = Role | 'guest'
export const MENU_NAMES: readonly MenuName[] = ['guest', 'officer', 'supervisor', 'admin']

const STEPS: Area = { says: 'ขั้นตอน', title: 'ขั้นตอน', caption: 'เริ่มต้นสถาปนาคู่', icon: 'steps' }
const ASK: Area = { says: 'ช่วยเหลือ', title: 'ถามระเบียบ', caption: 'ถามได้ และวิธีใช้งาน', icon: 'question' }
const MENU: Area = { says: 'เมนู', title: 'เมนู', caption: 'ทุกอย่างที่ทำได้', icon: 'menu' }
const READY: Area = { says: 'ก่อนเริ่ม', title: 'ก่อนเริ่ม', caption: 'เข้าเกณฑ์หรือยัง', icon: 'check' }
const PAIRS: Area = { says: 'คู่ของฉัน', title: 'คู่ของฉัน', caption: 'คู่เมืองและสถานะปีนี้', icon: 'pairs' }
const DATA: Area = { says: 'ข้อมูลของฉัน', title: 'ข้อมูลของฉัน', caption: 'ดู ขอสำเนา หรือลบ', icon: 'person' }
const REPORT: Area = { says: 'รายงานกิจกรรม', title: 'รายงานกิจกรรม', caption: 'ส่งรายงานของจังหวัด', icon: 'report' }
const ASK_ACCESS: Area = { says: 'ขอลงทะเบียน', title: 'ขอลงทะเบียน', caption: 'สำหรับเจ้าหน้าที่', icon: 'key' }
const SUMMARY: Area = { says: 'สรุป', title: 'สรุป', caption: 'ภาพรวมปีงบประมาณ', icon: 'chart' }
const ROSTER: Area = { says: 'รายชื่อผู้ใช้', title: 'รายชื่อผู้ใช้', caption: 'ใครดูแลจังหวัดใด', icon: 'people' }
const REQUESTS: Area = { says: 'คำขอลงทะเบียน', title: 'คำขอ', caption: 'อนุมัติผู้ลงทะเบียน', icon: 'key' }
const QUESTIONS: Area = { says: 'คำถามค้าง', title: 'คำถามค้าง', caption: 'ที่ระบบยังตอบไม่ได้', icon: 'question' }

/** In rows of three, from top left. */
export const AREAS: Readonly<Record<MenuName, readonly Area[]>> = {
  guest: [STEPS, ASK, READY, ASK_ACCESS, DATA, MENU],
  officer: [REPORT, PAIRS, STEPS, ASK, DATA, MENU],
  supervisor: [PAIRS, STEPS, ASK, READY, DATA, MENU],
  admin: [SUMMARY, REQUESTS, ROSTER, QUESTIONS, STEPS, MENU],
}

const COLUMNS = 3
const ROWS = 2

/** Where the area of this number is, in pixels of the picture; together they cover all of it. */
export function boundsOf(index: number): messagingApi.RichMenuBounds {
  const column = index % COLUMNS
  const row = Math.floor(index / COLUMNS)
  const [x, right] = [column, column + 1].map((edge) => Math.round((edge * WIDTH) / COLUMNS)) as [number, number]
  const [y, bottom] = [row, row + 1].map((edge) => Math.round((edge * HEIGHT) / ROWS)) as [number, number]
  return { x, y, width: right - x, height: bottom - y }
}
