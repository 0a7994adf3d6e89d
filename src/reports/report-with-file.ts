/** Whether a file that its sender takes back in the chat is part of a report that was submitted. */
import type { Turn } from '../bot/types.ts'
import { withFile } from './report-store.ts'

/** Far longer than LINE lets anybody take a message back, and a draft may wait for weeks before it is submitted. */
const LOOK_BACK_MS = 90 * 24 * 60 * 60 * 1000

/** @returns the report's receipt number */
export async function findReportWithFile({ read, actor, now }: Turn, fileId: string): Promise<string | undefined> {
  if (!actor) return undefined
  const since = new Date(now.getTime() - LOOK_BACK_MS)
  return (await withFile(read, { reportedBy: actor.personId, fileId, since }))?.receiptNo
}
