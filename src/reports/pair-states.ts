/** How pairs stand in one fiscal year, as their list shows it: reports, a planned date, an exemption. */
import { dutyOf } from '../reminders/index.ts'
import type { Reader } from '../store/index.ts'
import type { Day } from '../thai/index.ts'
import { ofPairInYear } from './report-store.ts'

export interface PairState {
  /** That were not withdrawn. */
  readonly reports: number
  /** Of these, how many wait for a review, and how many were returned. */
  readonly waiting: number
  readonly returned: number
  readonly plannedOn?: Day
  readonly exempt?: boolean
}

/** By pair id; every pair that was asked for is in it. */
export async function pairStates(
  read: Reader,
  pairIds: readonly string[],
  fiscalYear: number,
): Promise<ReadonlyMap<string, PairState>> {
  return new Map(await Promise.all(pairIds.map(async (id) => [id, await stateOf(read, id, fiscalYear)] as const)))
}

async function stateOf(read: Reader, pairId: string, fiscalYear: number): Promise<PairState> {
  const [found, duty] = await Promise.all([ofPairInYear(read, pairId, fiscalYear), dutyOf(read, pairId, fiscalYear)])
  return {
    reports: found.length,
    waiting: found.filter(({ review }) => review === 'waiting').length,
    returned: found.filter(({ review }) => review === 'returned').length,
    ...(duty?.status === 'planned' && duty.plannedOn ? { plannedOn: duty.plannedOn } : {}),
    ...(duty?.status === 'exempt' ? { exempt: true } : {}),
  }
}
