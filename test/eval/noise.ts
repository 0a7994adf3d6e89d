/**
 * Questions as hurried fingers type them: one kind of noise at a time, the same each time for the same question, so that what
 * the guide bears is a figure.
 */
import { neighbours, throughOtherLayout } from '../../src/thai/index.ts'

export type Noise = (question: string, random: () => number) => string | undefined

/** A small generator of numbers between 0 and 1: the same seed gives the same row. */
export function seeded(text: string): () => number {
  let state = [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 7)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const pick = <T>(all: readonly T[], random: () => number): T | undefined => all[Math.floor(random() * all.length)]
/** The places of the letters that match, none inside a number. */
const placesOf = (text: string, letter: RegExp) => [...text].flatMap((one, at) => (letter.test(one) ? [at] : []))

const replacedAt = (text: string, at: number, by: string) => text.slice(0, at) + by + text.slice(at + 1)

function withoutToneMarks(question: string): string | undefined {
  const without = question.replace(/[่-๋]/g, '')
  return without === question ? undefined : without
}

function neighbourKey(question: string, random: () => number): string | undefined {
  const at = pick(placesOf(question, /[ก-ฮ]/), random)
  if (at === undefined || question.length < 12) return undefined
  const near = pick(
    neighbours(question[at] ?? '').filter((key) => /[ก-ฮ]/.test(key)),
    random,
  )
  return near && replacedAt(question, at, near)
}

function lostLetter(question: string, random: () => number): string | undefined {
  const at = pick(placesOf(question, /[ก-ฮะ-ู]/), random)
  return at === undefined || question.length < 12 ? undefined : replacedAt(question, at, '')
}

function doubledLetter(question: string, random: () => number): string | undefined {
  const at = pick(placesOf(question, /[ก-ฮ]/), random)
  return at === undefined ? undefined : replacedAt(question, at, (question[at] ?? '').repeat(2))
}

function otherDigits(question: string): string | undefined {
  if (/\d/.test(question)) return question.replace(/\d/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)))
  return undefined
}

function otherLayout(question: string): string | undefined {
  return /^[ก-๙ ?]+$/.test(question) ? throughOtherLayout(question) : undefined
}

function withoutSpaces(question: string): string | undefined {
  return /[ก-๙] [ก-๙]/.test(question) ? question.replace(/(?<=[ก-๙]) (?=[ก-๙])/g, '') : undefined
}

function withPoliteness(question: string, random: () => number): string {
  const before = pick(['รบกวนสอบถามค่ะ ', 'ขอถามหน่อยครับ ', 'แอดมินคะ ', 'พอดีอยากทราบว่า '], random) ?? ''
  const after = pick([' ครับผม', ' คะ', ' ค่ะ ขอบคุณค่ะ', 'อ่ะ'], random) ?? ''
  return before + question + after
}

/** Undefined where a question has nothing that this kind of noise could change. */
export const NOISES: Readonly<Record<string, Noise>> = {
  'no tone marks': withoutToneMarks,
  'neighbour key': neighbourKey,
  'lost letter': lostLetter,
  'doubled letter': doubledLetter,
  'Thai digits': otherDigits,
  'other layout': otherLayout,
  'no spaces': withoutSpaces,
  politeness: withPoliteness,
}
