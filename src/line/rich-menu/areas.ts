/** The six fields of the rich menu: what each says when it is tapped, and how it looks. Shared by the menu and its picture. */
import type { messagingApi } from '@line/bot-sdk'

export const WIDTH = 2500
export const HEIGHT = 1686

export type Icon = 'steps' | 'question' | 'pairs' | 'report' | 'chart' | 'menu'

export interface Area {
  /** The words that a tap says: they can be typed as well. */
  readonly says: string
  readonly title: string
  readonly caption: string
  readonly icon: Icon
}

/** In rows of three, from top left. */
export const AREAS: readonly Area[] = [
  { says: 'รายงานกิจกรรม', title: 'รายงานกิจกรรม', caption: 'ส่งรายงานของจังหวัด', icon: 'report' },
  { says: 'คู่ของฉัน', title: 'คู่ของฉัน', caption: 'เมืองพี่เมืองน้องที่ดูแล', icon: 'pairs' },
  { says: 'ขั้นตอน', title: 'ขั้นตอน', caption: 'เริ่มต้นสถาปนาคู่', icon: 'steps' },
  { says: 'ช่วยเหลือ', title: 'ถามระเบียบ', caption: 'ถามได้ และวิธีใช้งาน', icon: 'question' },
  { says: 'สรุป', title: 'สรุป', caption: 'ภาพรวมปีงบประมาณ', icon: 'chart' },
  { says: 'เมนู', title: 'เมนู', caption: 'ทุกอย่างที่ทำได้', icon: 'menu' },
]

const COLUMNS = 3
const ROWS = AREAS.length / COLUMNS

/** Where the area of this number is, in pixels of the picture; together they cover all of it. */
export function boundsOf(index: number): messagingApi.RichMenuBounds {
  const column = index % COLUMNS
  const row = Math.floor(index / COLUMNS)
  const [x, right] = [column, column + 1].map((edge) => Math.round((edge * WIDTH) / COLUMNS)) as [number, number]
  const [y, bottom] = [row, row + 1].map((edge) => Math.round((edge * HEIGHT) / ROWS)) as [number, number]
  return { x, y, width: right - x, height: bottom - y }
}
