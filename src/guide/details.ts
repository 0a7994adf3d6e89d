/**
 * What the long answer says of just what was asked and the short one leaves out: 'คณะทำงานประชุมไปแล้วกี่ครั้ง' is answered by one
 * line of an entry that is about more.
 */
import { normalise, words } from '../thai/index.ts'
import { unify } from './aliases.ts'
import type { Entry } from './entry.ts'
import { oncePerEntry } from './once-per-entry.ts'
import { isFunctionWord, yearsIn } from './terms.ts'

const MOST_LINES = 2
const SHORTEST_WORD = 3
/** A question, not its object: every line could answer it. */
const ASKING = /^(เท่าไร|เมื่อไร|ทำไม|ใคร|จังหวัด|sistercity|เมือง|ไทย|ทั้งหมด|ต่างประเทศ|แผน|หนังสือ|ประเทศ)$/

function wordsOf(text: string): Set<string> {
  const said = words(unify(normalise(text)))
  const telling = said.filter((word) => word.length >= SHORTEST_WORD && !isFunctionWord(word) && !ASKING.test(word))
  return new Set([...telling, ...yearsIn(text)])
}

const toldIn = oncePerEntry(({ title, short, body }) => ({
  inShort: wordsOf(`${title} ${short}`),
  lines: body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ line, said: wordsOf(line) })),
}))

/** Lines of the long answer, in its order, that hold most of the words which the short answer lacks. */
export function detailsFor(question: string, entry: Entry): string[] {
  if (entry.kind === 'refusal') return []
  const told = toldIn(entry)
  const lacking = [...wordsOf(question)].filter((word) => !told.inShort.has(word))
  if (lacking.length === 0) return []
  const lines = told.lines.map(({ line, said }) => ({ line, matches: lacking.filter((word) => said.has(word)).length }))
  const most = Math.max(0, ...lines.map(({ matches }) => matches))
  if (most === 0) return []
  return lines
    .filter(({ matches }) => matches === most)
    .slice(0, MOST_LINES)
    .map(({ line }) => line)
}
