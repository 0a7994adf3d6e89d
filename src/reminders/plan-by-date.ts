/** '20 ส.ค. 2570' and nothing more, from an officer whose pairs wait for an activity: the day on which it will be held. */
import type { Command, Turn } from '../bot/types.ts'
import { dayOf, fiscalYearOf, readDays } from '../thai/index.ts'
import { askWhich, openPairs } from './plan-inputs.ts'
import { planActivity } from './planned-date.ts'
import { remindedOf } from './reminded-of.ts'

const LONGEST_DATE = 60

/** Days that are over belong to a report, and what is no day for certain to the guide. */
function comingDay({ now }: Turn, text: string): string | undefined {
  const read = readDays(text, dayOf(now))
  return read.ok && read.from > dayOf(now) ? read.from : undefined
}

export const planByDateCommand: Command<string> = {
  name: 'วันที่จะจัด',
  isMeantInDialog: () => false,
  match: (text) => (/\d/.test(text) && text.length <= LONGEST_DATE ? text : undefined),
  appliesTo: (turn, text) => turn.actor?.role === 'officer' && comingDay(turn, text) !== undefined,
  async run(turn, text) {
    const open = await openPairs(turn)
    const pair = await remindedOf(turn, open)
    const day = comingDay(turn, text)
    if (!pair || !day) return askWhich(open, dayOf(turn.now), text)
    return planActivity(turn, { pairId: pair.id, fiscalYear: fiscalYearOf(day), day })
  },
}
