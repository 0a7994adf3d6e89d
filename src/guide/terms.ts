/** What a text is compared by: its words, and all runs of three letters, which forgive spelling and where words are cut. */
import { normalise, words } from '../thai/index.ts'
import { unify } from './aliases.ts'

/** Long words of ours for what everybody writes differently: their runs would outweigh all else. */
const SUBJECT = /sistercity|twincity/g
/** Runs of letters begin with this, so that they weigh less than words. */
const RUN = '~'
const MARKS = /[็-์]/g

export const isRun = (term: string): boolean => term.startsWith(RUN)

const FUNCTION_WORDS = new Set(
  'มี ให้ ได้ ไหม ต้อง ที่ จะ ก็ ว่า ของ ใน และ หรือ กับ ไป มา เป็น คือ อยู่ แล้ว นี้ นี่ นั้น ดู ขอ เรา ผม ถ้า บ้าง อะไร อย่างไร ไหน ใด'.split(
    ' ',
  ),
)

/** Words that make a question one of that thing alone: a phrasing that has one is about something else when the question has not. */
export const NAMES: ReadonlySet<string> = new Set(['twincity', 'loi', 'กทม', 'อบจ', 'กรอ', 'ไตรมาส'])

export const isFunctionWord = (term: string): boolean => FUNCTION_WORDS.has(term)

function runs(text: string): string[] {
  const letters = [
    ...text
      .replace(SUBJECT, '')
      .replace(MARKS, '')
      .replace(/[^\p{L}\p{M}\p{N}]/gu, ''),
  ]
  return letters.length < 3 ? [] : letters.slice(2).map((_, i) => RUN + letters.slice(i, i + 3).join(''))
}

/** The terms of a text, each as often as it occurs. */
export function termsOf(text: string): string[] {
  const unified = unify(normalise(text))
  return [...words(unified).map((word) => word.replace(MARKS, '')), ...runs(unified)]
}
