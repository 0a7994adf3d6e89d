/** Finds the day or range that stands somewhere in a sentence, so that one line can say several things at once. */
import type { Day } from './days.ts'
import { normalise } from './normalise.ts'
import { readDays } from './read-days.ts'

export interface DaysFound {
  readonly from: Day
  readonly to: Day
  /** The sentence without the words of the date. */
  readonly rest: string
}

/** A date of three parts twice, a separator, and fillers such as 'วันที่'. */
const LONGEST_DATE_WORDS = 12
/** More words are no sentence, and would be searched for long. */
const MOST_WORDS = 200
/** '5 พ.ย. 68 คน': 68 counts people and is no year. */
const COUNTED = /^(?:คน|ราย|ท่าน|คณะ|แห่ง|หน่วย|บาท|ครั้ง|พัน|หมื่น|แสน|ล้าน)/
/** '1.5' in a sentence is a number; as a date it must be asked for. */
const ONLY_SIGNS = /^\d{1,2}[/.]\d{1,2}$/

/** The longest run of words that reads as a day for certain; undefined when there is none. */
export function findDays(text: string, today: Day): DaysFound | undefined {
  const words = normalise(text).split(' ')
  if (words.length > MOST_WORDS) return undefined
  for (let length = Math.min(LONGEST_DATE_WORDS, words.length); length > 0; length -= 1)
    for (let start = 0; start + length <= words.length; start += 1) {
      const found = readWords(words, start, length, today)
      if (found) return found
    }
  return undefined
}

function readWords(words: readonly string[], start: number, length: number, today: Day): DaysFound | undefined {
  const run = words.slice(start, start + length).join(' ')
  if (ONLY_SIGNS.test(run) || COUNTED.test(words[start + length] ?? '')) return undefined
  const read = readDays(run, today)
  if (!read.ok) return undefined
  const rest = [...words.slice(0, start), ...words.slice(start + length)].join(' ')
  return { from: read.from, to: read.to, rest }
}
