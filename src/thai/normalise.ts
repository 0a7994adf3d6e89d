/** One spelling for what people type: the same word must compare equal however a keyboard, a PDF or a phone wrote it. */
import { digitsForWords } from './number-words.ts'

/** Zero-width spaces and joiners, soft hyphens, marks of direction: invisible, and pasted along from PDFs and web pages. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
const AROUND_COMMAND = /^[\s.,!?…"'“”‘’()[\]:;ๆฯ-]+|[\s.,!?…"'“”‘’()[\]:;ๆฯ-]+$/g

/** Anything that `oneSpelling` or `normalise` would change, but for what NFC does; most of what is typed has none of it. */
const ODD =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are just what is taken out
  /[\u0000-\u001f\u007f\u00a0\u00ad\u0e4d\u0e50-\u0e59\u1680\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]|\s\s|เเ|([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1/

/** Thai digits become Arabic ones; the rest stays. */
export function arabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
}

/** For comparing: NFC, one way to write ำ and แ, nothing invisible, Arabic digits, single spaces, trimmed. */
export function normalise(text: string): string {
  const composed = text.normalize('NFC')
  if (!ODD.test(composed)) return composed.trim()
  return arabicDigits(oneSpelling(composed)).replace(/\s+/g, ' ').trim()
}

/** For recognising commands: as `normalise`, without the punctuation around it, Latin letters in lower case. */
export function normaliseCommand(text: string): string {
  return normalise(text).replace(AROUND_COMMAND, '').toLowerCase()
}

/** For keeping: as it was typed, but without what cannot be seen; lines stay lines, digits stay as they are. */
export function tidy(text: string): string {
  return oneSpelling(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}

/** The number that a person meant: '๓๐', '1,500', '30 คน', 'สามสิบคน', 'ประมาณ 2 ล้านบาท'. Undefined for anything that is not one number. */
export function thaiNumber(text: string): number | undefined {
  const match = NUMBER.exec(digitsForWords(normalise(text)))
  if (!match?.[1]) return undefined
  const number = Number(match[1].replaceAll(',', '')) * (MULTIPLIERS[match[2] ?? ''] ?? 1)
  // 1.1 ล้าน is 1,100,000 and not 1,100,000.0000000001
  return Math.round(number * 100) / 100
}

const MULTIPLIERS: Readonly<Record<string, number>> = { พัน: 1e3, หมื่น: 1e4, แสน: 1e5, ล้าน: 1e6 }
const NUMBER =
  /^(?:ประมาณ|ราว ?ๆ?|จำนวน|รวม|ทั้งหมด)? ?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,12}(?:\.\d+)?) ?(พัน|หมื่น|แสน|ล้าน)? ?(?:[฿]|[ก-ฮเ-ไ][^\d]{0,29})?$/

function oneSpelling(text: string): string {
  return (
    text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(CONTROL, '')
      .replace(/\u00a0/g, ' ')
      // the tone mark of น้ำ is typed before or after the nikhahit
      .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '$1\u0e33')
      .replace(/([\u0e48-\u0e4b])\u0e4d\u0e32/g, '$1\u0e33')
      .replace(/เเ/g, 'แ')
      // a vowel or tone mark that was struck twice looks the same as once
      .replace(/([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\1+/g, '$1')
  )
}
