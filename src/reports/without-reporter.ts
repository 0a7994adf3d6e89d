/** A report outlives whoever sent it: it stays with the post, and the name goes. */
import type { Change } from '../bot/types.ts'
import type { Reader } from '../store/index.ts'
import { ofReporter, saveReport } from './report-store.ts'
import { postOfProvince } from './texts.ts'

/** The changes after which no report names this person. */
export async function withoutReporter(read: Reader, personId: string): Promise<Change[]> {
  const found = await ofReporter(read, personId)
  return found.map((report) => saveReport({ ...report, reportedByName: postOfProvince(report.provinceTh) }))
}
