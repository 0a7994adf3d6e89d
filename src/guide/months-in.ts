/** The months that a text names, in order, however they are typed. */
import { LONG_MONTHS, monthAtStart } from '../thai/index.ts'

/** @param said normalised, in lower case */
export function monthsIn(said: string): number[] {
  const text = LONG_MONTHS.reduce((spaced, name) => spaced.replaceAll(name, ` ${name} `), said)
  const months: number[] = []
  let at = 0
  while (at < text.length) {
    // a month begins after a space, a digit, a sign, or the word for month; never inside another word
    const mayBegin = at === 0 || /[\s\d().,–-]$|เดือน$|วันที่$|ของ$|ใน$|งาน$/.test(text.slice(0, at))
    const found = mayBegin ? monthAtStart(text.slice(at)) : undefined
    if (found) months.push(found.month)
    at += found?.length ?? 1
  }
  return months
}
