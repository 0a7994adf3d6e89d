/** Reminders: the duty of each pair in each fiscal year, the ladder, the sweep, and planned dates. */
import type { Feature } from '../bot/types.ts'
import { duties, firedReminders, firstUse } from './duty.ts'
import { planByDateCommand } from './plan-by-date.ts'
import { planCommand, planPostback } from './plan-inputs.ts'

export { type Duty, duties, dutyId } from './duty.ts'
export { moveDuties } from './of-merged-pair.ts'
export { owesActivity } from './owes-activity.ts'
export { formatSweep, parseRemindArgs } from './remind-cli.ts'
export {
  dutiesOfYear,
  dutyOf,
  dutyReopened,
  dutyReported,
  firedFor,
  firstFiscalYear,
  noteFirstUse,
  openDutiesOf,
} from './reminder-store.ts'
export { runSweep, type SweepResult } from './sweep.ts'

/** What a store must be opened with. */
export const reminderCollections = [duties, firedReminders, firstUse] as const

export const remindersFeature: Feature = { commands: [planCommand, planByDateCommand], postbacks: [planPostback] }
