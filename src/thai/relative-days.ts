/** Days that are named from today: เมื่อวาน, 3 วันก่อน, วันศุกร์ที่แล้ว; and words that name no day at all. */
import { addDays, type Day, weekdayOf } from './days.ts'
import { WEEKDAYS } from './texts.ts'

export type RelativeDay =
  | { readonly kind: 'day'; readonly day: Day }
  /** Could be each of these. */
  | { readonly kind: 'either'; readonly days: readonly Day[] }
  | { readonly kind: 'vague' }

const NAMED: readonly [RegExp, number][] = [
  [/^(?:วันนี้|today|(?:เมื่อ)?เช้านี้|เมื่อเช้า|บ่ายนี้|เย็นนี้)$/, 0],
  [/^(?:เมื?่?อ)?วาน(?:นี้)?$|^yesterday$/, -1],
  [/^(?:เมื?่?อ)?วานซืน(?:นี้)?$/, -2],
  [/^พรุ่งนี้$|^พรุงนี้$|^tomorrow$/, 1],
  [/^มะรืน(?:นี้)?$/, 2],
]
const DAYS_AGO = /^(?:เมื่อ)? ?(\d{1,3}) ?วัน ?(?:ก่อน|ที่แล้ว|ที่ผ่านมา|มาแล้ว)$/
const DAYS_AHEAD = /^(?:ใน)?อีก ?(\d{1,3}) ?วัน(?:ข้างหน้า)?$/
const WEEKDAY = new RegExp(
  `^(?:เมื่อ)?(?:วัน)?(${WEEKDAYS.join('|')}|พฤหัส) ?(?:(ที่แล้ว|ก่อน)|(ที่ผ่านมา|ล่าสุด)|(นี้|ที่จะถึง(?:นี้)?)|(หน้า))?$`,
)
/** Without วัน a weekday's name alone says too little, and อาทิตย์ is a week. */
const NO_WEEKDAY = /^(?:เมื่อ)?(?:อาทิตย์|(?:จันทร์|อังคาร|พุธ|พฤหัสบดี|พฤหัส|ศุกร์|เสาร์)$)/
const VAGUE =
  /ต้น(?:เดือน|ปี|สัปดาห์)|กลาง(?:เดือน|ปี|สัปดาห์)|(?:ปลาย|สิ้น)(?:เดือน|ปี|สัปดาห์)|ต้นๆ|ปลายๆ|ประมาณ|ราวๆ|น่าจะ|(?:เดือน|ปี|สัปดาห์|อาทิตย์|วัน) ?(?:หน้า|ก่อน|ที่แล้ว|นี้|ที่ผ่านมา|โน้น)|เร็ว ?ๆ ?นี้|เร็วๆ|ไม่นาน/
const POLITE = / ?(?:ครับผม|ครับ|ค่ะ|คะ|นะ|จ้า)+$/

/** What the text (normalised, lower-case) names from today; undefined when it names nothing of the kind. */
export function relativeDay(text: string, today: Day): RelativeDay | undefined {
  const said = text.replace(POLITE, '')
  const named = NAMED.find(([pattern]) => pattern.test(said))
  if (named) return { kind: 'day', day: addDays(today, named[1]) }
  const ago = DAYS_AGO.exec(said)
  if (ago) return { kind: 'day', day: addDays(today, -Number(ago[1])) }
  const ahead = DAYS_AHEAD.exec(said)
  if (ahead) return { kind: 'day', day: addDays(today, Number(ahead[1])) }
  return weekday(said, today) ?? (VAGUE.test(said) ? { kind: 'vague' } : undefined)
}

function weekday(said: string, today: Day): RelativeDay | undefined {
  const match = WEEKDAY.exec(said)
  if (!match || NO_WEEKDAY.test(said)) return undefined
  const [, name = '', lastWeek, past, coming, nextWeek] = match
  const wanted = WEEKDAYS.findIndex((day) => day === name || day.startsWith(name))
  const before = addDays(today, -(((weekdayOf(today) - wanted + 6) % 7) + 1))
  const after = addDays(today, ((wanted - weekdayOf(today) + 6) % 7) + 1)
  if (past) return { kind: 'day', day: before }
  // on Saturday, "last Friday" may be yesterday or the Friday of the week before
  if (lastWeek) return sameWeek(before, today) ? either(before, addDays(before, -7)) : { kind: 'day', day: before }
  if (nextWeek) return sameWeek(after, today) ? either(after, addDays(after, 7)) : { kind: 'day', day: after }
  if (coming) return wanted === weekdayOf(today) ? { kind: 'day', day: today } : comingDay(before, after, today)
  return either(before, after)
}

/** "This Friday" is the one of the week that runs; when that has passed already, it is not certain which was meant. */
function comingDay(before: Day, after: Day, today: Day): RelativeDay {
  return sameWeek(after, today) ? { kind: 'day', day: after } : either(after, before)
}

function either(...days: Day[]): RelativeDay {
  return { kind: 'either', days }
}

/** Weeks begin on Monday. */
function sameWeek(a: Day, b: Day): boolean {
  return mondayOf(a) === mondayOf(b)
}

function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7))
}
