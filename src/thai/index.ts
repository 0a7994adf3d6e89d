/** Thai days, years, numbers and words: pure functions that know nothing of the rest of the program. */
export {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  instantOf,
  isDay,
  showDay,
  showInstant,
  showLongDay,
  showRange,
} from './days.ts'
export { findDays } from './find-days.ts'
export { fiscalYearOf, fiscalYearRange, quarterOf } from './fiscal-year.ts'
export { inOtherLayout, neighbours, throughOtherLayout } from './keyboard.ts'
export { LONG_MONTHS, monthAtStart } from './months.ts'
export { arabicDigits, normalise, normaliseCommand, thaiNumber, tidy } from './normalise.ts'
export { digitsForWords } from './number-words.ts'
export { readDays } from './read-days.ts'
export { cutGraphemes, graphemeCount, graphemeStart, graphemes, words } from './segment.ts'
export { isWorkingDay, nextWorkingDay } from './working-days.ts'
