/** The content of a report, made of the answers of its dialog. */
import type { Json } from '../dialogs/index.ts'
import type { Pair } from '../pairs/index.ts'
import { fiscalYearOf } from '../thai/index.ts'
import { FORMS, ReportContent } from './report.ts'
import { kindIn, showObstacle } from './steps/choice-steps.ts'
import { checkDays, daysIn } from './steps/date-step.ts'
import { fileIdOf, filesIn } from './steps/files-step.ts'

export type Given = Readonly<Record<string, Json>>

/** Undefined when the answers are not a whole report, which the dialog does not let happen. */
export function contentOf(given: Given, pair: Pair, now: Date): ReportContent | undefined {
  const days = daysIn(given.date)
  if (!days || !checkDays(days, now).ok) return undefined
  const { kind, note } = kindIn(given.kind)
  const content = {
    pairId: pair.id,
    provinceTh: pair.provinceTh,
    fiscalYear: fiscalYearOf(days.from),
    startsOn: days.from,
    endsOn: days.to,
    title: given.title,
    kind,
    kindNote: note,
    form: FORMS.find((form) => form === given.form),
    place: given.place,
    result: given.result,
    ...details(given),
  }
  return ReportContent.safeParse(withoutGaps(content)).data
}

function details(given: Given): Readonly<Record<string, unknown>> {
  const { partners, participants, budget, budgetSource, obstacle, nextPlan } = given
  return {
    partners,
    participants,
    budgetBaht: budget,
    budgetSource,
    obstacle: obstacle === undefined ? undefined : showObstacle(obstacle),
    nextPlan,
    files: filesIn(given.files).map(({ messageId, kind, name }) =>
      withoutGaps({ fileId: fileIdOf(messageId), kind, name }),
    ),
  }
}

/** A store keeps no `undefined`. */
function withoutGaps(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))
}
