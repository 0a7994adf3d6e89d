/** What a row becomes that takes another in: its own facts stay, the other's fill what it lacks, all names are known. */
import type { Stored } from '../../store/index.ts'
import type { Day } from '../../thai/index.ts'
import type { Pair } from '../pair.ts'
import { withEdits, withoutGaps } from './write-facts.ts'

const FILLED = ['listNo', 'rawName', 'partnerTh', 'partnerEn', 'note', 'dutyDecision'] as const

export function mergedRow(kept: Stored<Pair>, other: Pair, on: Day): Stored<Pair> {
  const fields = withoutGaps({ ...missing(kept, other), ...signing(kept, other) })
  const names = [other.partnerTh, other.partnerEn, ...(kept.spellings ?? []), ...(other.spellings ?? [])]
  const own = [kept.partnerTh, kept.partnerEn]
  const spellings = [...new Set(names.filter((name) => name !== undefined && !own.includes(name)))] as string[]
  const distinct = new Set([...(kept.distinctFrom ?? []), ...(other.distinctFrom ?? [])])
  const row = withoutGaps({
    ...kept,
    ...fields,
    spellings: spellings.length > 0 ? spellings : undefined,
    distinctFrom: distinct.size > 0 ? [...distinct] : undefined,
  })
  if (Object.keys(fields).length === 0) return row
  return withEdits(row, Object.keys(fields), { source: `${other.id}: ${other.source}`, asOf: other.asOf, on })
}

function missing(kept: Pair, other: Pair): Partial<Pair> {
  return Object.fromEntries(FILLED.filter((field) => kept[field] === undefined).map((field) => [field, other[field]]))
}

/** When only the other is known to be signed, or by what, or by whom. */
function signing(kept: Pair, other: Pair): Partial<Pair> {
  const isSignedOnlyThere = other.status === 'signed' && kept.status !== 'signed' && kept.status !== 'ended'
  const hasNoDay = kept.signedOn === undefined && kept.signedBe === undefined
  return {
    ...(isSignedOnlyThere ? { status: other.status } : {}),
    ...(hasNoDay ? { signedOn: other.signedOn, signedBe: other.signedBe } : {}),
    ...(kept.instrument === 'unknown' && other.instrument !== 'unknown' ? { instrument: other.instrument } : {}),
    ...(kept.signedByLevel === 'unknown' && other.signedByLevel !== 'unknown'
      ? { signedByLevel: other.signedByLevel }
      : {}),
  }
}
