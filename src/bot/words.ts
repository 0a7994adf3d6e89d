/** The words that work anywhere and steer a running dialog (contract: "Chat"). Text comes in normalised. */
import type { Input } from '../dialogs/index.ts'

const STEERING: Readonly<Record<string, Input>> = {
  ยกเลิก: { kind: 'cancel' },
  ย้อนกลับ: { kind: 'back' },
  กลับ: { kind: 'back' },
  ข้าม: { kind: 'skip' },
  พักไว้: { kind: 'park' },
  พักไว้ก่อน: { kind: 'park' },
  ยืนยัน: { kind: 'confirm' },
}

const RESUME = /^(?:ทำต่อ|ต่อจากเดิม)\s*(\d{1,2})?$/
const EDIT = /^แก้(?:ไข)?\s*(?:ข้อ)?\s*(?:ที่)?\s*(\d{1,2})$/

/** The input that a steering word stands for, such as 'ย้อนกลับ' or 'แก้ข้อ 3'. */
export function steeringInput(text: string): Input | undefined {
  if (Object.hasOwn(STEERING, text)) return STEERING[text]
  const edit = EDIT.exec(text)
  return edit ? { kind: 'edit', item: Number(edit[1]) } : undefined
}

/** 'ทำต่อ' -> 1, 'ทำต่อ 2' -> 2: which draft to come back to. */
export function draftToResume(text: string): number | undefined {
  const match = RESUME.exec(text)
  return match ? Number(match[1] ?? 1) : undefined
}

export function isUndoOfCancel(text: string): boolean {
  return text === 'เรียกคืน' || text === 'เรียกคืนร่าง'
}
