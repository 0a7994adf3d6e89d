/** Summaries: what admins ask of a fiscal year. */
import type { Feature, ShareFile } from '../bot/types.ts'
import { exportCommand } from './export-command.ts'
import { summaryCommand } from './summary-command.ts'

export function summariesFeature(dependencies: { shareFile: ShareFile }): Feature {
  return { commands: [exportCommand(dependencies.shareFile), summaryCommand] }
}
