/** The figures of a fiscal year, as one pure function over the register, the reports and the duties. */
import { carriesDuty, countryName, type Pair } from '../pairs/index.ts'
import { type Duty, owesActivity } from '../reminders/index.ts'
import { KINDS, type Kind, type Report } from '../reports/index.ts'
import { type Day, quarterOf } from '../thai/index.ts'

/** Pairs under one heading: how many there are, of how many an activity was reported, how many reports. */
export interface Tally {
  readonly label: string
  readonly pairs: number
  readonly active: number
  readonly reports: number
}

export interface Summary {
  readonly fiscalYear: number
  /** Signed pairs that owe an activity in that year; an exempt one is not among them. */
  readonly total: Omit<Tally, 'label'>
  /** Of 100, rounded; undefined when there is no pair. */
  readonly ratePercent: number | undefined
  readonly byProvince: readonly Tally[]
  readonly byCountry: readonly Tally[]
  readonly byKind: readonly { readonly kind: Kind; readonly reports: number }[]
  readonly byQuarter: readonly { readonly quarter: 1 | 2 | 3 | 4; readonly reports: number }[]
  /** For which no report was found, by province. */
  readonly missing: readonly { readonly pair: Pair; readonly plannedOn?: Day }[]
  readonly exempt: readonly Pair[]
  /** Not known for certain to be signed by the province: shown apart, and in no figure above. */
  readonly uncertain: readonly { readonly pair: Pair; readonly reports: number }[]
  /** Still on the way to being signed. */
  readonly unsigned: readonly Pair[]
}

type ReportFacts = Pick<Report, 'pairId' | 'kind' | 'startsOn' | 'fiscalYear'>
type DutyFacts = Pick<Duty, 'pairId' | 'fiscalYear' | 'status' | 'plannedOn'>

/**
 * @param pairs all that are looked at: the register, or those of one province or country
 * @param reports that were not withdrawn; those of other pairs or years are left out
 */
export function summarise(
  pairs: readonly Pair[],
  reports: readonly ReportFacts[],
  duties: readonly DutyFacts[],
  fiscalYear: number,
): Summary {
  const dutyOf = new Map(duties.filter((duty) => duty.fiscalYear === fiscalYear).map((duty) => [duty.pairId, duty]))
  const ofYear = reports.filter((report) => report.fiscalYear === fiscalYear)
  const countOf = (pair: Pair) => ofYear.filter((report) => report.pairId === pair.id).length
  const owing = pairs.filter((pair) => owesActivity(pair, fiscalYear)).toSorted(byName)
  const exempt = owing.filter((pair) => dutyOf.get(pair.id)?.status === 'exempt' && countOf(pair) === 0)
  const counted = owing.filter((pair) => !exempt.includes(pair)).map((pair) => ({ pair, reports: countOf(pair) }))
  const countedIds = new Set(counted.map(({ pair }) => pair.id))
  const activities = ofYear.filter((report) => countedIds.has(report.pairId))
  const total = totalOf(counted)
  return {
    fiscalYear,
    total,
    ratePercent: percentOf(total.active, total.pairs),
    byProvince: tallyBy(counted, (pair) => pair.provinceTh).toSorted((a, b) => thai.compare(a.label, b.label)),
    byCountry: tallyBy(counted, (pair) => countryName(pair.countryIso)).toSorted(byPairsThenLabel),
    byKind: countKinds(activities),
    byQuarter: countQuarters(activities),
    missing: counted.filter(({ reports }) => reports === 0).map(({ pair }) => withPlan(pair, dutyOf.get(pair.id))),
    exempt,
    uncertain: pairs
      .filter(isUncertain)
      .toSorted(byName)
      .map((pair) => ({ pair, reports: countOf(pair) })),
    unsigned: pairs.filter(({ status }) => status === 'in_progress' || status === 'proposed').toSorted(byName),
  }
}

/** Of 100, rounded; only all of them are 100, and only none are 0. */
export function percentOf(part: number, whole: number): number | undefined {
  if (whole === 0) return undefined
  if (part === 0 || part === whole) return part === 0 ? 0 : 100
  return Math.min(99, Math.max(1, Math.round((part / whole) * 100)))
}

interface Counted {
  readonly pair: Pair
  readonly reports: number
}

function tallyBy(counted: readonly Counted[], labelOf: (pair: Pair) => string): Tally[] {
  const groups = Map.groupBy(counted, ({ pair }) => labelOf(pair))
  return [...groups].map(([label, group]) => tally(label, group))
}

function tally(label: string, counted: readonly Counted[]): Tally {
  return { label, ...totalOf(counted) }
}

function totalOf(counted: readonly Counted[]): Summary['total'] {
  const reports = counted.reduce((sum, one) => sum + one.reports, 0)
  return { pairs: counted.length, active: counted.filter((one) => one.reports > 0).length, reports }
}

function countKinds(activities: readonly ReportFacts[]): Summary['byKind'] {
  const counts = KINDS.map((kind) => ({ kind, reports: activities.filter((one) => one.kind === kind).length }))
  return counts.filter(({ reports }) => reports > 0).toSorted((a, b) => b.reports - a.reports)
}

function countQuarters(activities: readonly ReportFacts[]): Summary['byQuarter'] {
  return ([1, 2, 3, 4] as const).map((quarter) => ({
    quarter,
    reports: activities.filter((one) => quarterOf(one.startsOn) === quarter).length,
  }))
}

function withPlan(pair: Pair, duty: DutyFacts | undefined): Summary['missing'][number] {
  return duty?.status === 'planned' && duty.plannedOn ? { pair, plannedOn: duty.plannedOn } : { pair }
}

/** Signed, but by whom is not certain, or not known to be signed; an admin's decision ends the doubt. */
function isUncertain(pair: Pair): boolean {
  if (pair.dutyDecision !== undefined) return false
  return pair.status === 'unknown' || (pair.status === 'signed' && !carriesDuty(pair))
}

const thai = new Intl.Collator('th')

function byName(a: Pair, b: Pair): number {
  return thai.compare(a.provinceTh, b.provinceTh) || (a.id < b.id ? -1 : 1)
}

function byPairsThenLabel(a: Tally, b: Tally): number {
  return b.pairs - a.pairs || thai.compare(a.label, b.label)
}
