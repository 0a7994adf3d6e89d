/** The record that a rule was fired for a duty, or could not be. */
import { nextId } from '../next-id.ts'
import type { Duty, FiredReminder } from './duty.ts'
import { type Rule, scheduledFor } from './ladder.ts'

/** @param at by the clock that the sweep went by: on the day it was told to look at, if it was */
export function firedRecord(
  duty: Pick<Duty, 'id' | 'fiscalYear'>,
  rule: Rule,
  at: Date,
  outcome: Pick<FiredReminder, 'result' | 'skipReason' | 'messageKeys'>,
): FiredReminder {
  return {
    id: nextId(),
    dutyId: duty.id,
    ruleId: rule.id,
    occurrence: 1,
    ruleVersion: rule.version,
    scheduledFor: scheduledFor(rule, duty.fiscalYear),
    firedAt: at,
    ...outcome,
  }
}
