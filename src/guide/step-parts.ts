/** What a step card says of one thing: who does it, which papers, what is hard about it, how it went. */
import type { Entry } from './entry.ts'

const STEP_PARTS = ['responsible', 'papers', 'difficulties', 'cases'] as const
export type StepPart = (typeof STEP_PARTS)[number]

const ASKED: Readonly<Record<StepPart, RegExp>> = {
  responsible: /ใคร ?(เป็น)?(คน|ผู้)?(ทำ|รับผิดชอบ|ดูแล|เกี่ยว|ดำเนินการ|เป็นเจ้าภาพ)|ผู้รับผิดชอบ|หน่วย(งาน)?(ไหน|ใด|อะไร)/,
  papers: /เอกสาร|แบบฟอร์ม|ฟอร์ม|หลักฐาน|แนบ/,
  difficulties: /ปัญหา|อุปสรรค|ยากไหม|ยากตรงไหน|ติดขัด|ระวังอะไร/,
  cases: /เคย(มี|ทำ|เกิด)|ตัวอย่าง|จังหวัด(ไหน|อื่น)|กรณี|ที่ไหน(เคย)?ทำ/,
}

/** What is asked of the step that was just shown; undefined when it is no step, or something else is asked. */
export function stepPartAsked(said: string, { step }: Entry): StepPart | undefined {
  return step && STEP_PARTS.find((part) => ASKED[part].test(said))
}
