/** A report as the answers of its dialog, which is how it is changed and what the next one may take over. */
import type { Json } from '../dialogs/index.ts'
import type { ReportContent } from './report.ts'
import { kindAnswer, obstacleAnswer } from './steps/choice-steps.ts'
import { messageIdOf } from './steps/files-step.ts'

/** By step id; null: left out. */
export function answersOf(report: ReportContent): Record<string, Json> {
  const { partners, participants, budgetBaht, budgetSource, obstacle, nextPlan, files } = report
  return {
    pair: report.pairId,
    title: report.title,
    kind: kindAnswer(report.kind, report.kindNote),
    date: { from: report.startsOn, to: report.endsOn },
    form: report.form,
    place: report.place,
    result: report.result,
    partners: partners ?? null,
    participants: participants ?? null,
    budget: budgetBaht ?? null,
    budgetSource: budgetSource ?? null,
    obstacle: obstacle === undefined ? null : obstacleAnswer(obstacle),
    nextPlan: nextPlan ?? null,
    files: files.length > 0 ? files.map(fileAnswer) : null,
  }
}

function fileAnswer({ fileId, kind, name }: ReportContent['files'][number]): Json {
  return { messageId: messageIdOf(fileId), kind, ...(name === undefined ? {} : { name }) }
}
