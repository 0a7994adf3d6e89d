/** The Thai months: how they are shown, and every way in which people type them. */

/** Index 0 is January. */
export const SHORT_MONTHS = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const

/** Index 0 is January. */
export const LONG_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const

/** Short forms lose their dots and gain spaces when typed; กรกฏาคม and พฤษจิกายน are the usual misspellings. Longest first. */
const TYPED_MONTHS = [
  'มกราคม|มกรา|ม *\\.? *ค *\\.?|january|jan\\.?',
  'กุมภาพันธ์|กุมภา|ก *\\.? *พ *\\.?|february|feb\\.?',
  'มีนาคม|มีนา|มี *\\.? *ค *\\.?|march|mar\\.?',
  'เมษายน|เมษา|เม *\\.? *ย *\\.?|april|apr\\.?',
  'พฤษภาคม|พฤษภา|พ *\\.? *ค *\\.?|may',
  'มิถุนายน|มิถุนา|มิ *\\.? *ย *\\.?|june|jun\\.?',
  'กรกฎาคม|กรกฏาคม|กรกฎา|กรกฏา|ก *\\.? *ค *\\.?|july|jul\\.?',
  'สิงหาคม|สิงหา|ส *\\.? *ค *\\.?|august|aug\\.?',
  'กันยายน|กันยา|ก *\\.? *ย *\\.?|september|sept\\.?|sep\\.?',
  'ตุลาคม|ตุลา|ต *\\.? *ค *\\.?|october|oct\\.?',
  'พฤศจิกายน|พฤษจิกายน|พฤศจิกา|พ *\\.? *ย *\\.?|november|nov\\.?',
  'ธันวาคม|ธันวา|ธ *\\.? *ค *\\.?|december|dec\\.?',
] as const

/** Matches a month at the start of the text; group n is set when it is the n-th month. A letter after it means another word, but for the words of a year. */
const MONTH_AT_START = new RegExp(
  `^(?:${TYPED_MONTHS.map((typed) => `(${typed})`).join('|')})(?:(?![ก-ฮะ-ูเ-์a-z])|(?=ปี|[พค]\\.? ?ศ\\.? ?\\d|พุทธศักราช))`,
)

/** The month (1 to 12) that `text` (normalised, lower-case) begins with, and how many characters it took. */
export function monthAtStart(text: string): { month: number; length: number } | undefined {
  const match = MONTH_AT_START.exec(text)
  if (!match) return undefined
  return { month: match.findIndex((group, index) => index > 0 && group !== undefined), length: match[0].length }
}
