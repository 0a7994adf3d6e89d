/** The parts of a text that may be questions by themselves: two questions in one, or one within a long story. */
import { normalise } from '../thai/index.ts'
import { withoutCourtesy } from './courtesy.ts'
import { inPlainWords } from './everyday.ts'
import { looksLikeQuestion } from './looks-like-question.ts'

const SHORTEST = 8
/** What is longer tells a story around its question. */
const LONG = 80
const MOST_CHUNKS = 30
/** A sentence that was cut by a space, at most so often. */
const CHUNKS_A_PASSAGE = 3

/** Where one question may end and another begin. */
const BETWEEN = /(?:[?？\n]+|,| (?:กับ|และ|แล้วก็|แล้ว|อีกเรื่อง|อีกข้อ|ส่วน)(?= |[ก-๙]))/g

/** Each way to cut it into two that both ask. */
export function halvesOf(text: string): string[][] {
  const plain = inPlainWords(withoutCourtesy(text.replaceAll('\n', ' ? ')))
  return [...plain.matchAll(BETWEEN)].flatMap(({ 0: cut, index }) => {
    const halves = [plain.slice(0, index), plain.slice(index + cut.length)].map((half) => half.trim())
    const isQuestion = (half: string) => half.length >= SHORTEST && looksLikeQuestion(half)
    return halves.every(isQuestion) ? [halves] : []
  })
}

/** Runs of up to three chunks between spaces, of a text that is longer than a question needs to be. */
export function passagesOf(text: string): string[] {
  const chunks = normalise(text).split(' ').slice(0, MOST_CHUNKS)
  if (text.length < LONG || chunks.length < 2) return []
  const passages = chunks.flatMap((_, at) =>
    Array.from({ length: CHUNKS_A_PASSAGE }, (_, more) => chunks.slice(at, at + 1 + more).join(' ')),
  )
  return [...new Set(passages)].filter((passage) => passage.length >= SHORTEST && passage.length < text.length)
}
