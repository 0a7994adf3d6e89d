/** The words that work anywhere and steer a running dialog (contract: "Chat"). Text comes in normalised. */
import type { Input } from '../dialogs/index.ts'

const STEERING: Readonly<Record<string, Input>> = {
  ยกเลิก: { kind: 'cancel' },
  ย้อนกลับ: { kind: 'back' },
  กลับ: { kind: 'back' },
  ข้าม: { kind: 'skip' },
  ข้ามไปก่อน: { kind: 'skip' },
  ข้ามข้อนี้: { kind: 'skip' },
  พักไว้: { kind: 'park' },
  พักไว้ก่อน: { kind: 'park' },
  ยืนยัน: { kind: 'confirm' },
}

/** Said instead of ยกเลิก; a draft that was cancelled by a slip can be brought back. */
const STOP = /^(?:ยกเลิก(?:เลย|รายการ|การรายงาน|การลงทะเบียน)|ไม่ทำ(?:แล้ว|ต่อแล้ว)|ไม่เอาแล้ว|เลิก(?:ทำ)?|หยุด|จบ|ออก|เริ่มใหม่)$/
/** 'เอ๊ย ผิด', 'ขอแก้', 'เมื่อกี้ตอบผิด' */
const MISTAKEN =
  /^(?:(?:เอ๊?ย|อุ๊ย|โทษที|ขอโทษ)\s*)*(?:เมื่อกี้\s*)?(?:(?:ตอบ|พิมพ์|กด|ใส่)?ผิด(?:แล้ว|ไป|ข้อ)?|ขอ(?:แก้(?:ไข)?|เปลี่ยน)(?:ใหม่|คำตอบ)?)$/
const EDIT_NAMED = /^(?:ขอ|อยาก|ต้องการ)?\s*(?:แก้(?:ไข)?|เปลี่ยน)\s*(?:ข้อ|ตรง)?\s*(\D{2,30})$/
/** Politeness at the end changes no command. */
const COURTESY = /\s*(?:นะ|หน่อย)?\s*(?:ครับผม|ครับ|คับ|ค่ะ|คะ|ค่า|จ้า|จ้ะ|จ๊ะ|นะ)$/

const RESUME = /^(?:ทำต่อ|ต่อจากเดิม)\s*(\d{1,2})?$/
const EDIT = /^แก้(?:ไข)?\s*(?:ข้อ)?\s*(?:ที่)?\s*(\d{1,2})$/

/** The input that a steering word stands for, such as 'ย้อนกลับ' or 'แก้ข้อ 3'. */
export function steeringInput(text: string): Input | undefined {
  if (Object.hasOwn(STEERING, text)) return STEERING[text]
  if (STOP.test(text)) return { kind: 'cancel' }
  if (MISTAKEN.test(text)) return { kind: 'mistaken' }
  const edit = EDIT.exec(text)
  return edit ? { kind: 'edit', item: Number(edit[1]) } : undefined
}

/** 'ขอแก้วันที่' -> 'วันที่': words that may name an answer to be changed. */
export function namedEdit(text: string): string | undefined {
  return EDIT_NAMED.exec(text)?.[1]
}

/** 'เมนูครับ' -> 'เมนู' */
export function withoutCourtesy(text: string): string {
  return text.replace(COURTESY, '') || text
}

/** 'ทำต่อ' -> 1, 'ทำต่อ 2' -> 2: which draft to come back to. */
export function draftToResume(text: string): number | undefined {
  const match = RESUME.exec(text)
  return match ? Number(match[1] ?? 1) : undefined
}

export function isUndoOfCancel(text: string): boolean {
  return text === 'เรียกคืน' || text === 'เรียกคืนร่าง'
}
