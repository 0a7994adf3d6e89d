/** Activity reports: the dialog, the rules, the record, and how to take one back. */
import type { Feature } from '../bot/types.ts'
import { reportCommand, reportPostback } from './begin-report.ts'
import { reports } from './report.ts'
import { reportBinding } from './submit-report.ts'
import { correctCommand, withdrawCommand } from './withdraw-report.ts'

export { pairStates } from './pair-states.ts'
export { KINDS, type Kind, type Report, reports } from './report.ts'
export { lastOfProvince, ofPairInYear, ofReporter, ofYear } from './report-store.ts'
export { findReportWithFile } from './report-with-file.ts'
export { FORM_NAMES, KIND_NAMES } from './texts.ts'
export { withoutReporter } from './without-reporter.ts'

/** What a store must be opened with. */
export const reportCollections = [reports] as const

export const reportsFeature: Feature = {
  commands: [reportCommand, correctCommand, withdrawCommand],
  postbacks: [reportPostback],
  dialogs: [reportBinding],
}
