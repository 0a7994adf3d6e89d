/** Activity reports: the dialog, the rules, the record, how one is changed, reviewed or taken back, and its history. */
import type { Feature, MediaDesk } from '../bot/types.ts'
import { reportCommand, reportPostback } from './begin-report.ts'
import { editBinding } from './edit/edit-report.ts'
import { chooseWithdrawCommand, editCommand, ownReportsCommand, ownReportsPostback } from './edit/own-reports.ts'
import { historyCommand } from './edit/show-history.ts'
import { withdrawCommand } from './edit/withdraw-report.ts'
import { filesOfReports, reportDeeds, reports } from './report.ts'
import { returnBinding } from './review/return-report.ts'
import { reviewCommands, reviewPostback } from './review/waiting-list.ts'
import { createShowReport, showReportCommand } from './show-report.ts'
import { reportBinding } from './submit-report.ts'

export { moveReports } from './of-merged-pair.ts'
export { pairStates } from './pair-states.ts'
export { KINDS, type Kind, type Report, reports } from './report.ts'
export { deedsOf, filesInReports, lastOfProvince, ofPair, ofPairInYear, ofReporter, ofYear } from './report-store.ts'
export { findReportWithFile } from './report-with-file.ts'
export { states as REVIEW_NAMES } from './review/texts.ts'
export { tellOfLostFile } from './tell-of-lost-file.ts'
export { FORM_NAMES, KIND_NAMES } from './texts.ts'
export { withoutReporter } from './without-reporter.ts'

/** What a store must be opened with. */
export const reportCollections = [reports, reportDeeds, filesOfReports] as const

interface ReportsParts {
  /** Opens what people sent. */
  readonly media: MediaDesk
}

export function reportsFeature({ media }: ReportsParts): Feature {
  const show = createShowReport(media)
  return {
    commands: [
      reportCommand,
      editCommand,
      withdrawCommand,
      chooseWithdrawCommand,
      ownReportsCommand(media),
      historyCommand,
      showReportCommand(show),
      ...reviewCommands(show),
    ],
    postbacks: [reportPostback, ownReportsPostback(show), reviewPostback(show)],
    dialogs: [reportBinding(media), editBinding(media), returnBinding(show)],
  }
}
