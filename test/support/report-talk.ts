/** The talk of a report, in the order of its questions: for phones in the program and phones on the page alike. */

export interface Talker {
  says(text: string): Promise<void>
  sees(expected: string): Promise<void>
}

export interface Turn {
  /** Words of the question. */
  readonly asked: string
  readonly answer: string
}

/** What must be told, by the officer of เชียงราย. */
export const REQUIRED: readonly Turn[] = [
  { asked: 'คู่ใด', answer: 'มณฑลยูนนาน' },
  { asked: 'ชื่อกิจกรรมคืออะไร', answer: 'แลกเปลี่ยนเยาวชน' },
  { asked: 'ประเภทใด', answer: '4' },
  { asked: 'วันที่เท่าไร', answer: 'เมื่อวาน' },
  { asked: 'รูปแบบ', answer: '1' },
  { asked: 'สถานที่', answer: 'คุนหมิง' },
  { asked: 'ผลลัพธ์', answer: 'เยาวชนได้เรียนรู้กัน' },
]

/** What may be added, up to the photos. */
export const DETAILS: readonly Turn[] = [
  { asked: 'ต้องการเพิ่มรายละเอียด', answer: 'เพิ่ม' },
  { asked: 'หน่วยงานร่วม', answer: 'สำนักงานวัฒนธรรมจังหวัดเชียงราย หอการค้าจังหวัดเชียงราย' },
  { asked: 'ผู้เข้าร่วม', answer: '๓๐ คน' },
  { asked: 'งบประมาณเท่าไร', answer: '250,000 บาท' },
  { asked: 'แหล่งงบประมาณ', answer: '1' },
  { asked: 'อุปสรรค', answer: 'ไม่มี' },
  { asked: 'แผนต่อไป', answer: 'ข้าม' },
]

/** Sees each question and answers it. */
export async function tells(phone: Talker, turns: readonly Turn[]): Promise<void> {
  for (const { asked, answer } of turns) {
    await phone.sees(asked)
    await phone.says(answer)
  }
}

/** The same turns with other answers, by words of their questions. */
export function telling(turns: readonly Turn[], answers: Readonly<Record<string, string>>): Turn[] {
  return turns.map((turn) => ({ ...turn, answer: answers[turn.asked] ?? turn.answer }))
}
