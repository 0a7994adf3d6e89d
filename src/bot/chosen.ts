/** The number of what was offered last, typed instead of tapped. */
import { arabicDigits, normaliseCommand } from '../thai/index.ts'
import type { Memory } from './types.ts'

/** What was offered longer ago is no longer what a number means. */
const REMEMBERED_MS = 30 * 60_000

/** The postback data of the choice whose number this is; '๒' is 2. */
export function choiceTyped(text: string, { choices = [], at }: Memory, now: Date): string | undefined {
  if (at === undefined || now.getTime() - Date.parse(at) > REMEMBERED_MS) return undefined
  const number = /^(?:ข้อ ?(?:ที่ ?)?)?(\d{1,2})$/.exec(arabicDigits(normaliseCommand(text)))?.[1]
  return number === undefined ? undefined : choices[Number(number) - 1]
}
