/** How what an admin types becomes a fact of a pair, or a sentence that says why not and what to type instead. */
import type { Given, Parsed, StepContext } from '../../dialogs/index.ts'
import { dayOf, graphemeCount, isDay, normaliseCommand, readDays, showDay, tidy } from '../../thai/index.ts'
import { readCountry } from '../read-country.ts'
import { readProvince } from '../read-province.ts'
import { factSays as says } from './texts.ts'

type Read = (given: Given, context: StepContext) => Parsed

const NOTHING = /^(?:ไม่มี|ไม่ทราบ|ไม่รู้|ลบ|ว่าง|-)$/
const MOST_SPELLINGS = 20
const YEAR = /^(?:ปี)? ?(?:พ\.?ศ\.?)? ?(2[45]\d\d|1[89]\d\d|20\d\d)$/

const textIn = (given: Given) => (given.kind === 'text' ? tidy(given.text).replace(/\s+/g, ' ') : '')
const meansNothing = (given: Given) => given.kind === 'text' && NOTHING.test(normaliseCommand(given.text) || '-')

export function readText(label: string, [least, most]: readonly [number, number]): Read {
  return (given) => {
    const text = textIn(given)
    const length = graphemeCount(text)
    const fits = length >= least && length <= most && /\p{L}/u.test(text)
    return fits ? { ok: true, value: text } : { ok: false, say: says.wrong.length(label, least, most) }
  }
}

/** 'ไม่มี' takes it away. */
export function readOptionalText(label: string, bounds: readonly [number, number]): Read {
  const read = readText(label, bounds)
  return (given, context) => (meansNothing(given) ? { ok: true, value: '' } : read(given, context))
}

export function readOne(names: Readonly<Record<string, string>>, wrong: string): Read {
  return (given) => {
    const value = given.kind === 'choice' ? given.value : ''
    return value in names ? { ok: true, value } : { ok: false, say: wrong }
  }
}

export function readCertainty(given: Given): Parsed {
  const said = given.kind === 'choice' ? given.value : textIn(given).toUpperCase()
  return /^[ABC]$/.test(said) ? { ok: true, value: said } : { ok: false, say: says.wrong.certainty }
}

export function readPlace(given: Given): Parsed {
  const read = readProvince(textIn(given))
  if (read.kind === 'one') return { ok: true, value: read.province }
  const say = read.kind === 'several' ? says.wrong.severalProvinces(read.provinces) : says.wrong.province
  return { ok: false, say }
}

export function readCountryName(given: Given): Parsed {
  const iso = readCountry(textIn(given))
  return iso ? { ok: true, value: iso } : { ok: false, say: says.wrong.country }
}

export function readSpellings(given: Given): Parsed {
  if (meansNothing(given)) return { ok: true, value: [] }
  const typed = given.kind === 'text' ? tidy(given.text) : ''
  const names = [...new Set(typed.split(/[,،、\n]/).map((name) => name.trim()))].filter((name) => name !== '')
  const fit = names.every(
    (name) => graphemeCount(name) >= 2 && graphemeCount(name) <= 60 && /\p{L}{2}/u.test(name.replace(/\p{M}/gu, '')),
  )
  if (names.length === 0 || names.length > MOST_SPELLINGS || !fit) return { ok: false, say: says.wrong.spellings }
  return { ok: true, value: names }
}

/** A day, a year alone, or that neither is known. */
export function readSigning(given: Given, { now }: StepContext): Parsed {
  if (given.kind === 'choice' || meansNothing(given)) return { ok: true, value: '' }
  const typed = given.kind === 'day' ? given.day : normaliseCommand(textIn(given))
  const year = Number(YEAR.exec(typed)?.[1] ?? Number.NaN)
  const today = dayOf(now)
  if (Number.isNaN(year)) return readPastDay(given, today)
  const be = year < 2400 ? year + 543 : year
  const isPast = be <= Number(today.slice(0, 4)) + 543
  return isPast ? { ok: true, value: String(be) } : { ok: false, say: says.wrong.futureYear(be) }
}

/** One day, today or before. */
export function readPastDay(given: Given, today: string): Parsed {
  if (given.kind === 'day' && isDay(given.day)) return notLater(given.day, today)
  const read = readDays(given.kind === 'text' ? given.text : '', today)
  if (!read.ok) return { ok: false, say: read.say }
  return read.from === read.to ? notLater(read.from, today) : { ok: false, say: says.wrong.oneDay }
}

function notLater(day: string, today: string): Parsed {
  return day > today ? { ok: false, say: says.wrong.future(showDay(day)) } : { ok: true, value: day }
}
