/** What a text is compared by: its words, and all runs of three letters, which forgive spelling and where words are cut. */
import { normalise, words } from '../thai/index.ts'
import { unify } from './aliases.ts'
import { datesIn } from './months-in.ts'

/** Long words of ours for what everybody writes differently: their runs would outweigh all else. */
const SUBJECT = /sistercity|twincity/g
/** Runs of letters begin with this, so that they weigh less than words. */
const RUN = '~'
const MARKS = /[็-์]/g

export const isRun = (term: string): boolean => term.startsWith(RUN)

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  'เรื่อง มี ให้ ได้ ไหม ต้อง ที่ จะ ก็ ว่า ของ ใน และ หรือ กับ ไป มา เป็น คือ อยู่ แล้ว นี้ นี่ นั้น ดู ขอ เรา ผม ถ้า บ้าง อะไร อย่างไร ไหน ใด ปกติ กัน แต่ ไว้ เลย ควร แบบ ตอน ตาม ด้วย จาก เอา อยาก ใช้ ถึง ใส่ กด พวก เธอ หนู ฉัน จัง มาก เอง อีก ยัง เคย แค่ สัก'
    .split(' ')
    .map((word) => word.replace(MARKS, '')),
)

/** Words that make a question one of that thing alone: a phrasing that has one is about something else when the question has not. */
export const NAMES: ReadonlySet<string> = new Set([
  'twincity',
  'loi',
  'กทม',
  'อบจ',
  'อบต',
  'อปท',
  'เทศบาล',
  'สถ',
  'กรอ',
  'ไตรมาส',
])

/** Those of them that are what a question is about whenever they stand in it. */
export const SUBJECTS: ReadonlySet<string> = new Set(['twincity', 'loi', 'กทม', 'กรอ', 'ไตรมาส'])

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

const LETTER_NUMBER = /ว ?(\d{3,5})(?!\d)|(?<!\d)(\d{4}(?:\.\d+)+)\//g
/** 'ขั้นที่ 6', 'แนวทางที่ 2': one of a row, and no other one. */
const ORDINAL = /(ขั้น|แนวทาง)(?:ตอน)?(?:ที่)? ?(\d{1,2})(?!\d)/g

/** Dates, the numbers of letters, ordinals: what a question names with these is that and nothing like it. */
export function specificsIn(text: string): string[] {
  const said = normalise(text).toLowerCase()
  const numbers = [...said.matchAll(LETTER_NUMBER)].map(([, circular, office]) => `ที่ ${circular ?? office}`)
  const ordinals = [...said.matchAll(ORDINAL)].map(([, row, number]) => `${row} ${number}`)
  return [...datesIn(said), ...numbers, ...ordinals]
}

/** Years of the Buddhist era that a text names. */
export function yearsIn(text: string): string[] {
  const said = normalise(text).toLowerCase()
  const ranges = [...said.matchAll(/(?<!\d)([5-7]\d) ?[-–] ?([5-7]\d)(?!\d)/g)].flatMap(([, from, to]) => [from, to])
  const short = [...said.matchAll(/ปี(?:งบ)?(?:ประมาณ)? ?([5-7]\d)(?!\d| ?(?:คน|คู่|ครั้ง|ปี))/g)].map(([, year]) => year)
  const ofDates = datesIn(said).map((date) => date.slice(0, 4))
  const full = [...said.matchAll(/(?<!\d)(25[4-9]\d)(?!\d)/g)].map(([, year = '']) => year)
  return [...new Set([...full, ...ofDates, ...[...ranges, ...short].map((year) => `25${year}`)])]
}

/** The terms of a text, each as often as it occurs. */
export function termsOf(text: string): string[] {
  const unified = unify(normalise(text))
  return [
    ...words(unified).map((word) => word.replace(MARKS, '')),
    ...runs(unified),
    ...specificsIn(text),
    ...yearsIn(text),
  ]
}
