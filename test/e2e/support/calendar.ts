/** The days of the story, whatever day it is played on. */
import { addDays, type Day, fiscalYearOf, fiscalYearRange } from '../../../src/thai/index.ts'

export interface StoryDays {
  readonly begins: Day
  /** The first of September of the same fiscal year, when officers and supervisors are reminded. */
  readonly september: Day
  /** What each of those reminders says. */
  readonly reminder: string
}

/** The last reminder of a fiscal year comes a fortnight after its end. */
const DAYS_UNTIL_FORGOTTEN = 30

/** In September no such day lies ahead any more, so the story begins when the old fiscal year is done with. */
export function storyDays(today: Day): StoryDays {
  const thisYear = fiscalYearOf(today)
  if (today < septemberOf(thisYear)) return storyIn(thisYear, today)
  return storyIn(thisYear + 1, addDays(fiscalYearRange(thisYear).to, DAYS_UNTIL_FORGOTTEN))
}

function storyIn(fiscalYear: number, begins: Day): StoryDays {
  return { begins, september: septemberOf(fiscalYear), reminder: `ปีงบประมาณ ${fiscalYear} ภายใน` }
}

function septemberOf(fiscalYear: number): Day {
  return `${fiscalYearRange(fiscalYear).to.slice(0, 8)}01`
}
