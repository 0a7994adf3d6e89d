/**
 * Scores the guide against questions as officers type them. The patterns are a coarse sieve for wrong and missing facts: an
 * answer that fails is wrong, one that passes may still be.
 */
import { readFileSync } from 'node:fs'
import { z } from 'zod'

const Question = z.object({
  q: z.string(),
  topic: z.string(),
  /** What the same person asked just before. */
  after: z.string().optional(),
  answer_fact: z.string(),
  /** Where that stands; 'not found' when no document says it. */
  source: z.string(),
  /** Regular expressions over the answer: all of `must` match, none of `must_not` does. */
  must: z.array(z.string()),
  must_not: z.array(z.string()),
})
export type Question = z.infer<typeof Question>

export interface Scored {
  readonly question: Question
  readonly answer: string
  /** Patterns that should match and do not. */
  readonly missing: readonly string[]
  /** Patterns that should not match and do: a wrong fact. */
  readonly forbidden: readonly string[]
}

/** Says what was typed, one after the other, as somebody new, and returns all that can be read in the last answer. */
export type Ask = (typed: readonly string[]) => Promise<string>

export function readQuestions(file: string | URL): Question[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.trim() !== '').map((line) => Question.parse(JSON.parse(line)))
}

/** What many answers have in common, by the name that `must` gives it. */
const NAMED: Readonly<Record<string, string>> = {
  /** Says honestly that the documents do not tell. */
  '@not-found':
    'ไม่(พบ|ปรากฏ|ระบุ|กล่าวถึง|ทราบ|อยู่ใน)|ไม่ได้(ระบุ|กำหนด|กล่าว|เขียน|บอก|ให้ข้อมูล|อยู่ใน|แนบ|พูดถึง)|ไม่มี(ข้อมูล|ใน|รายละเอียด|คำตอบ|ระบุ|บอก|เนื้อหา|ฉบับ|ไฟล์|ตัว(บท|ไฟล์|เล่ม|คู่มือ)|เอกสาร(?!แนบ))|ยังไม่มี(ใน|ข้อมูล|ไฟล์|ฉบับ|ตัว)',
  '@refused':
    'นอกขอบเขต|ตอบเฉพาะเรื่อง|ไม่สามารถ|ไม่(เปิดเผย|ให้บริการ|รองรับ)|(ตอบ|ช่วย|ร่าง|แปล|เปิดเผย|บอก|ให้)[^\\n]{0,20}ไม่ได้|ไม่ใช่เรื่อง|ส่วนบุคคล',
}

/** As plain as patterns are written: in Unicode mode an escape too many is an error. */
const matches = (pattern: string, answer: string) => new RegExp(NAMED[pattern] ?? pattern).test(answer)

export const isRight = ({ missing, forbidden }: Scored): boolean => missing.length === 0 && forbidden.length === 0

export function isRightAnswer({ must, must_not }: Question, answer: string): boolean {
  return must.every((pattern) => matches(pattern, answer)) && !must_not.some((pattern) => matches(pattern, answer))
}

/** Says what is not so. Some questions also forbid "not found": of what was typed badly that is no answer, and nothing false. */
export function hasWrongFact({ must_not }: Question, answer: string): boolean {
  return must_not.some((pattern) => !pattern.startsWith('ไม่พบ') && matches(pattern, answer))
}

/** What a right answer to it is: an answer, "not found", or a refusal. */
export function expectationOf({ source, topic }: Question): 'answer' | 'not-found' | 'refusal' {
  if (topic === 'out_of_scope' || topic === 'admin_query') return 'refusal'
  return source.startsWith('not found') ? 'not-found' : 'answer'
}

export async function score(questions: readonly Question[], ask: Ask): Promise<Scored[]> {
  const scored: Scored[] = []
  for (const question of questions) {
    const answer = await ask(question.after === undefined ? [question.q] : [question.after, question.q])
    const missing = question.must.filter((pattern) => !matches(pattern, answer))
    scored.push({
      question,
      answer,
      missing,
      forbidden: question.must_not.filter((pattern) => matches(pattern, answer)),
    })
  }
  return scored
}

/** Right and asked, by topic, in the order in which the topics come up. */
export function byTopic(scored: readonly Scored[]): { topic: string; right: number; asked: number }[] {
  const topics = Map.groupBy(scored, ({ question }) => question.topic)
  return [...topics].map(([topic, of]) => ({ topic, right: of.filter(isRight).length, asked: of.length }))
}
