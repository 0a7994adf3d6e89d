/**
 * Reads what a person says in the same line as the command ('รายงานกิจกรรม เชียงราย-ยูนนาน 12 พย 69 แลกเปลี่ยนเยาวชน 30 คน'): only
 * what is certain is taken, the dialog asks for the rest.
 */
import type { Json } from '../dialogs/index.ts'
import { type Pair, pairName } from '../pairs/index.ts'
import { arabicDigits, dayOf, findDays, graphemeCount, normalise, tidy } from '../thai/index.ts'
import { pairsNamedIn } from './read-pair.ts'
import { readForm, readKind } from './read-words.ts'
import { checkDays } from './steps/date-step.ts'
import { parseText } from './steps/text-step.ts'

export type ReadAnswers = Readonly<Record<string, Json>>

const PEOPLE = /(?:^|\s)(?:จำนวน|ประมาณ|ราว|ผู้เข้าร่วม)?\s*(\d{1,3}(?:,\d{3})+|\d{1,6})\s*(?:คน|ท่าน|ราย)(?=\s|$)/g
/** The pair is named among the first words, or it is asked for. */
const WORDS_WITH_PAIR = 12
const TITLE = { least: 5, most: 150, example: '' }
/** 'สถานที่: ศาลากลาง ผลลัพธ์: ...': a sign after the name makes it certain what is meant. */
const FIELD = /(ชื่อกิจกรรม|ชื่อ|สถานที่|ผลลัพธ์|ผล)\s*[::=]\s*/g
const FIELDS: Readonly<Record<string, { id: string; least: number; most: number }>> = {
  ชื่อกิจกรรม: { id: 'title', least: 5, most: 150 },
  ชื่อ: { id: 'title', least: 5, most: 150 },
  สถานที่: { id: 'place', least: 2, most: 200 },
  ผลลัพธ์: { id: 'result', least: 5, most: 2000 },
  ผล: { id: 'result', least: 5, most: 2000 },
}

/** @param pairs of the officer's provinces */
export function readFirstLine(line: string, pairs: readonly Pair[], now: Date): ReadAnswers {
  const [head = '', ...fields] = splitFields(tidy(line))
  const pair = readPairOf(head, pairs)
  const date = readDateOf(pair.rest, now)
  const people = readPeopleOf(date.rest)
  const kind = readKind(people.rest)
  const form = readForm(people.rest, 'sentence')
  const title = readTitle(
    people.rest,
    [pair, date, people].some((read) => read.found),
  )
  return {
    ...pair.answers,
    ...date.answers,
    ...people.answers,
    ...(kind ? { kind } : {}),
    ...(form ? { form } : {}),
    ...(title.title !== undefined && isNameOfPair(title.title, pair.answers.pair, pairs) ? {} : title),
    ...Object.assign({}, ...fields.map(readField)),
  }
}

interface Part {
  readonly answers: ReadAnswers
  readonly found: boolean
  /** The line without what was read. */
  readonly rest: string
}

const nothing = (rest: string): Part => ({ answers: {}, found: false, rest })

/** The line up to the first named field, then each field with its name. */
function splitFields(line: string): string[] {
  const starts = [...line.matchAll(FIELD)].map((match) => match.index)
  return [0, ...starts].map((start, index) => line.slice(start, [0, ...starts][index + 1]))
}

function readField(text: string): ReadAnswers {
  const [name = '', ...rest] = text.split(/[::=]/)
  const field = FIELDS[name.trim()]
  const parsed = field && parseText(rest.join(':').trim(), '', { ...field, example: '' })
  return field && parsed?.ok ? { [field.id]: parsed.value } : {}
}

/** 'ยูนนาน' alone says which pair it was, not what the activity was called. */
function isNameOfPair(title: Json, pairId: Json | undefined, pairs: readonly Pair[]): boolean {
  const pair = pairs.find(({ id }) => id === pairId)
  return pair !== undefined && normalise(pairName(pair)).includes(normalise(String(title)))
}

/** The pair stands in one word ('เชียงราย-ยูนนาน') or in two or three with a dash between; a title that names it is left whole. */
function readPairOf(line: string, pairs: readonly Pair[]): Part {
  const words = line.split(/\s+/)
  for (const length of [1, 2, 3])
    for (let start = 0; start + length <= Math.min(words.length, WORDS_WITH_PAIR); start += 1) {
      const run = words.slice(start, start + length)
      if (!isPairRun(run, pairs)) continue
      const [only, ...others] = pairsNamedIn(run.join(' '), pairs)
      if (!only || others.length > 0) continue
      const rest = [...words.slice(0, start), ...words.slice(start + length)].join(' ')
      return { answers: { pair: only.id }, found: true, rest }
    }
  const [only, ...others] = pairsNamedIn(line, pairs)
  return only && others.length === 0 ? { answers: { pair: only.id }, found: true, rest: line } : nothing(line)
}

/** 'เชียงราย-ยูนนาน', 'เชียงราย – มณฑลยูนนาน', 'เชียงราย ยูนนาน': a dash inside or a province before, and no number. */
function isPairRun(words: readonly string[], pairs: readonly Pair[]): boolean {
  const run = words.join(' ')
  if (/[\d๐-๙]|^[–—-]|[–—-]$/.test(run)) return false
  const isDashed = /[\p{L}\p{M}]\s?[–—-]\s?\p{L}/u.test(run)
  return isDashed || (words.length === 2 && pairs.some((pair) => pair.provinceTh === words[0]))
}

function readDateOf(line: string, now: Date): Part {
  const found = findDays(line, dayOf(now))
  if (!found || !checkDays(found, now).ok) return nothing(line)
  return { answers: { date: { from: found.from, to: found.to } }, found: true, rest: found.rest }
}

function readPeopleOf(line: string): Part {
  const arabic = arabicDigits(line)
  const [only, ...others] = [...arabic.matchAll(PEOPLE)]
  if (!only?.[1] || others.length > 0) return nothing(line)
  const participants = Number(only[1].replaceAll(',', ''))
  if (participants < 1) return nothing(line)
  return { answers: { participants, participantsRead: true }, found: true, rest: arabic.replace(only[0], ' ') }
}

/** What is left of a line that was understood otherwise is what the activity was called. */
function readTitle(rest: string, isUnderstood: boolean): ReadAnswers {
  const words = tidy(rest.replace(/\s+/g, ' ').replace(/^[\s,:;–-]+|[\s,:;–-]+$/g, ''))
  const isTitle = isUnderstood && graphemeCount(normalise(words)) >= TITLE.least && parseText(words, '', TITLE).ok
  return isTitle ? { title: words } : {}
}
