/** The days of the story, whatever day it is played on. */
import { addDays, type Day, fiscalYearOf, fiscalYearRange } from '../../../src/thai/index.ts'

export interface StoryDays {
  readonly begins: Day
  /** The first of September of the same fiscal year, when officers and supervisors are reminded. */
  readonly september: Day
}

/** In September no such day lies ahead any more, so the story begins with the next fiscal year. */
export function storyDays(today: Day): StoryDays {
  const fiscalYear = fiscalYearOf(today)
  const september = firstOfSeptember(fiscalYear)
  if (today < september) return { begins: today, september }
  return { begins: addDays(fiscalYearRange(fiscalYear).to, 1), september: firstOfSeptember(fiscalYear + 1) }
}

function firstOfSeptember(fiscalYear: number): Day {
  return `${fiscalYearRange(fiscalYear).to.slice(0, 8)}01`
}
