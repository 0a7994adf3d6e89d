/** Summaries: what admins ask of a fiscal year. */
import type { Feature } from '../bot/types.ts'
import { summaryCommand } from './summary-command.ts'

export const summariesFeature: Feature = { commands: [summaryCommand] }
