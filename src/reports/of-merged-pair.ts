/** When two rows of the register were one pair, the reports of one become those of the other. */
import type { Change } from '../bot/types.ts'
import type { Reader } from '../store/index.ts'
import { allOfPair, saveReport } from './report-store.ts'

export interface MovedReports {
  readonly changes: readonly Change[]
  readonly receiptNos: readonly string[]
}

/** Withdrawn ones too: they are part of the pair's history. */
export async function moveReports(read: Reader, from: string, to: string): Promise<MovedReports> {
  const found = await allOfPair(read, from)
  return {
    changes: found.map((report) => saveReport({ ...report, pairId: to })),
    receiptNos: found.map(({ receiptNo }) => receiptNo),
  }
}
