/**
 * Who is reminded when, as data. The days are this system's own (no document sets any): officers first, their supervisor
 * when little time is left, both once more after the year has ended.
 */
import { remembered } from '../recent.ts'
import { type Day, fiscalYearRange, instantOf, nextWorkingDay } from '../thai/index.ts'

export type Audience = 'officer' | 'supervisor'

export interface Rule {
  /** Stored with what was fired; never renamed. */
  readonly id: string
  /** Raised when the rule is edited; what it has fired already is not fired again. */
  readonly version: number
  readonly audience: Audience
  /** Month and day ('MM-DD') of the Gregorian year in which the fiscal year ends. */
  readonly on: string
  /** Comes when the year has ended. */
  readonly afterYearEnd?: true
}

export const RULES: readonly Rule[] = [
  { id: 'officer-april', version: 1, audience: 'officer', on: '04-01' },
  { id: 'officer-july', version: 1, audience: 'officer', on: '07-01' },
  { id: 'officer-august', version: 1, audience: 'officer', on: '08-01' },
  { id: 'supervisor-august', version: 1, audience: 'supervisor', on: '08-15' },
  { id: 'officer-september', version: 1, audience: 'officer', on: '09-01' },
  { id: 'supervisor-september', version: 1, audience: 'supervisor', on: '09-15' },
  { id: 'officer-year-end', version: 1, audience: 'officer', on: '10-15', afterYearEnd: true },
  { id: 'supervisor-year-end', version: 1, audience: 'supervisor', on: '10-15', afterYearEnd: true },
]

const SENT_AT = '09:00'

/** The working day on which the rule reminds of a fiscal year. */
export function scheduledOn({ on }: Pick<Rule, 'on'>, fiscalYear: number): Day {
  return workingDayFrom(`${yearOfEnd(fiscalYear)}-${on}`)
}

/** A sweep asks the same few for every duty. */
const workingDayFrom = remembered(nextWorkingDay)

export function scheduledFor(rule: Pick<Rule, 'on'>, fiscalYear: number): Date {
  return instantOf(scheduledOn(rule, fiscalYear), SENT_AT)
}

/** The audience's rules whose time has come, earliest first. */
export function rulesDue(audience: Audience, fiscalYear: number, until: Date): Rule[] {
  return RULES.filter((rule) => rule.audience === audience && scheduledFor(rule, fiscalYear) <= until)
}

/** Whom a stored rule id was for; undefined for a rule that is no longer in the ladder. */
export function audienceOf(ruleId: string): Audience | undefined {
  return RULES.find((rule) => rule.id === ruleId)?.audience
}

/** '2027' for 2570. */
function yearOfEnd(fiscalYear: number): string {
  return fiscalYearRange(fiscalYear).to.slice(0, 4)
}
