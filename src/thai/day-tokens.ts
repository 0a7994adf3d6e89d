/** Cuts what a person typed about days into tokens: numbers, months, separators, and dates written with signs. */
import { misspeltMonthAtStart } from './misspelt-months.ts'
import { monthAtStart } from './months.ts'
import { normalise } from './normalise.ts'

/** พ.ศ. or ค.ศ. was said; 'mark': an apostrophe stands before the digits, as before a short Gregorian year. */
type Era = 'be' | 'ce' | 'mark'

/** A year as it was typed: the digits, and what was said about its era. */
export interface TypedYear {
  readonly digits: string
  readonly era?: Era
}

export type DayToken =
  | { readonly kind: 'number'; readonly digits: string; readonly era?: Era }
  | { readonly kind: 'month'; readonly month: number }
  /** 12/11/2569, 12.11.69, 2026-11-12: a date that was typed with signs; the year may be missing. */
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year?: TypedYear }
  | { readonly kind: 'weekday'; readonly weekday: number }
  | { readonly kind: 'to' }

/** Words that say nothing about which day it is. */
const FILLER =
  /^(?:วันที่|ในวันที่|เมื่อวันที่|ตั้งแต่|ระหว่าง|ในช่วง|ช่วง|จัดขึ้น|จัด|เมื่อ|ที่|ใน|ของ|เดือน|ปี|คือ|ครับผม|ครับ|ค่ะ|คะ|นะ|จ้า|[,.()“”" ]|of |on |from )/
const TO = /^(?:จนถึง|ถึง|จน|to(?![a-z])|until|[-–—~])/
const ERA = /^(?:(พ\.? ?ศ\.?|พุทธศักราช|be(?![a-z]))|(ค\.? ?ศ\.?|คริสต์?ศักราช|ad(?![a-z])|ce(?![a-z])))/
/** 'พฤ. 12 พ.ย.' */
const SHORT_WEEKDAY = /^(?:(อา)|(จ)|(อ)|(พ)|(พฤ)|(ศ)|(ส))\.(?= ?\d)/
const WEEKDAY =
  /^(?:วัน)?(?:(อาทิตย์|sun(?:day)?)|(จันทร์|mon(?:day)?)|(อังคาร|tue(?:sday)?)|(พุธ|wed(?:nesday)?)|(พฤหัสบดี|พฤหัส|thu(?:rsday)?)|(ศุกร์|fri(?:day)?)|(เสาร์|sat(?:urday)?))(?![a-z])(?:ที่(?= ?\d))?/
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/.])/
const DAY_FIRST = /^(\d{1,2})( ?[-/.] ?)(\d{1,2})\2('?)(\d{4}|\d{2})(?![\d/])/
const DAY_AND_MONTH = /^(\d{1,2})[/.](\d{1,2})(?![\d/.])/
const NUMBER = /^(['’]?)(\d+)(?:(?:st|nd|rd|th)(?![a-z]))?/
/** 'เดือน 10', which is October */
const MONTH_NUMBER = /^เดือน ?(?:ที่ ?)?(\d{1,2})(?!\d)/
/** '12-พ.ย.-69', before and after the month */
const DAY_AND_SIGN = /^(\d{1,2}) ?[-/.] ?/
const SIGN_AND_YEAR = /^ ?[-/.] ?(\d{4}|\d{2})(?!\d)/

/** The tokens, or undefined when there is anything in the text that says nothing about days. */
export function dayTokens(text: string): DayToken[] | undefined {
  const tokens: DayToken[] = []
  let rest = normalise(text).toLowerCase()
  let era: Era | undefined
  while (rest !== '') {
    const eraHere = ERA.exec(rest)
    const read = eraHere ? undefined : readToken(rest)
    const filler = FILLER.exec(rest)?.[0].length
    const taken = eraHere?.[0].length ?? read?.length ?? filler ?? 0
    // what says nothing else may still be a month with a slip in it
    const misspelt = taken === 0 ? misspeltMonthAtStart(rest) : undefined
    if (taken === 0 && !misspelt) return undefined
    if (eraHere) era = eraHere[1] ? 'be' : 'ce'
    if (misspelt) tokens.push({ kind: 'month', month: misspelt.month })
    if (read) tokens.push(withEra(read.token, era))
    if (read) era = undefined
    rest = rest.slice(misspelt?.length ?? taken)
  }
  return tokens
}

interface Read {
  readonly token: DayToken
  readonly length: number
}

function readToken(rest: string): Read | undefined {
  return (
    readDate(rest) ?? readNamedDate(rest) ?? readNumber(rest) ?? readMonth(rest) ?? readWeekday(rest) ?? readTo(rest)
  )
}

function readDate(rest: string): Read | undefined {
  const yearFirst = YEAR_FIRST.exec(rest)
  if (yearFirst) {
    const [all, digits = '', , month, day] = yearFirst
    return { token: { kind: 'date', day: Number(day), month: Number(month), year: { digits } }, length: all.length }
  }
  const dayFirst = DAY_FIRST.exec(rest)
  if (dayFirst) {
    const [all, day, , month, mark, digits = ''] = dayFirst
    const year = mark ? { digits, era: 'mark' as const } : { digits }
    return { token: { kind: 'date', day: Number(day), month: Number(month), year }, length: all.length }
  }
  const short = DAY_AND_MONTH.exec(rest)
  if (!short) return undefined
  return { token: { kind: 'date', day: Number(short[1]), month: Number(short[2]) }, length: short[0].length }
}

function readNamedDate(rest: string): Read | undefined {
  const start = DAY_AND_SIGN.exec(rest)
  const month = start && monthAtStart(rest.slice(start[0].length))
  if (!month) return undefined
  const before = start[0].length + month.length
  const end = SIGN_AND_YEAR.exec(rest.slice(before))
  if (!end) return undefined
  const year = { digits: end[1] ?? '' }
  return { token: { kind: 'date', day: Number(start[1]), month: month.month, year }, length: before + end[0].length }
}

function readNumber(rest: string): Read | undefined {
  const match = NUMBER.exec(rest)
  if (!match) return undefined
  const [all, mark, digits = ''] = match
  return { token: mark ? { kind: 'number', digits, era: 'mark' } : { kind: 'number', digits }, length: all.length }
}

function readMonth(rest: string): Read | undefined {
  const number = MONTH_NUMBER.exec(rest)
  if (number) return { token: { kind: 'month', month: Number(number[1]) }, length: number[0].length }
  const found = monthAtStart(rest)
  return found && { token: { kind: 'month', month: found.month }, length: found.length }
}

function readWeekday(rest: string): Read | undefined {
  const match = SHORT_WEEKDAY.exec(rest) ?? WEEKDAY.exec(rest)
  if (!match) return undefined
  const weekday = match.slice(1).findIndex((group) => group !== undefined)
  return { token: { kind: 'weekday', weekday }, length: match[0].length }
}

function readTo(rest: string): Read | undefined {
  const match = TO.exec(rest)
  return match ? { token: { kind: 'to' }, length: match[0].length } : undefined
}

/** 'พ.ศ.' stands before the year's number. */
function withEra(token: DayToken, era: Era | undefined): DayToken {
  return era && token.kind === 'number' ? { ...token, era } : token
}
