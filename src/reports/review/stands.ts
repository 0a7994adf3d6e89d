/** How a report stands: what a list and its card say, and whether it is still as a reviewer saw it. */
import type { Report } from '../report.ts'
import { stands, states } from './texts.ts'

/** In a list. */
export function stateOf({ status, review }: Report): string {
  if (status === 'withdrawn') return stands.withdrawn
  return review ? states[review] : stands.submitted
}

/** On the report itself. */
export function fullStateOf(report: Report): string {
  const isReturned = report.status === 'submitted' && report.review === 'returned'
  const state = isReturned ? stands.returned(report.returnReason ?? '') : stateOf(report)
  return stands.version(state, report.version ?? 1)
}

/** What a reviewer looked at, for the button: another look means that somebody has done something since. */
export function lookOf({ version = 1, status, review = 'waiting', reviewedAt }: Report): string {
  return [version, status, review, reviewedAt?.getTime() ?? 0].join('.')
}
