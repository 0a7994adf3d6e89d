/**
 * One duty for each signed pair and fiscal year: an activity, reported here. It belongs to the pair, not to a person;
 * who is reminded of it is looked up when a reminder is sent.
 */
import { z } from 'zod'
import { collection } from '../store/index.ts'
import { fiscalYearRange } from '../thai/index.ts'

const Duty = z.object({
  /** `dutyId` */
  id: z.string(),
  pairId: z.string(),
  /** Buddhist year. */
  fiscalYear: z.int(),
  /** Day: the last one of the fiscal year. */
  dueOn: z.string(),
  status: z.enum(['expected', 'planned', 'reported', 'reported_late', 'exempt', 'missed']),
  /** Why the pair is exempt. */
  reason: z.string().optional(),
  /** Day for which an officer has announced the activity, and that officer's person id. */
  plannedOn: z.string().optional(),
  plannedBy: z.string().optional(),
  /** Day on which it was reported. */
  reportedOn: z.string().optional(),
  changedAt: z.date(),
})
export type Duty = z.infer<typeof Duty>

export const duties = collection('duties', {
  schema: Duty,
  indexes: { byYear: { fields: ['fiscalYear', 'pairId'] } },
})

const FiredReminder = z.object({
  id: z.string(),
  dutyId: z.string(),
  ruleId: z.string(),
  /** Rules of today fire once for a duty: always 1. */
  occurrence: z.int(),
  ruleVersion: z.int(),
  scheduledFor: z.date(),
  firedAt: z.date(),
  /** joined: overdue together with a later rule, whose message stands for both. skipped: nobody to send to; is tried again. */
  result: z.enum(['sent', 'joined', 'skipped']),
  skipReason: z.string().optional(),
  /** Keys of the messages, one a person. */
  messageKeys: z.array(z.string()),
})
export type FiredReminder = z.infer<typeof FiredReminder>

/** Without the rule's version: a rule that was edited does not send again. */
export const firedReminders = collection('firedReminders', {
  schema: FiredReminder,
  indexes: { onceForDuty: { fields: ['dutyId', 'ruleId', 'occurrence'], unique: true } },
})

const FirstUse = z.object({ id: z.string(), fiscalYear: z.int(), at: z.date() })

/** One document: the fiscal year with which duties begin. */
export const firstUse = collection('firstUse', { schema: FirstUse })

export function dutyId(pairId: string, fiscalYear: number): string {
  return `${pairId}:${fiscalYear}`
}

export function newDuty(pairId: string, fiscalYear: number, now: Date): Duty {
  const dueOn = fiscalYearRange(fiscalYear).to
  return { id: dutyId(pairId, fiscalYear), pairId, fiscalYear, dueOn, status: 'expected', changedAt: now }
}

/** Whether a report is still awaited. */
export function isOpen(duty: Pick<Duty, 'status'>): boolean {
  return duty.status === 'expected' || duty.status === 'planned'
}
