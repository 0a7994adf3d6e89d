/** The yearly budget request of the ministry's letter: the dialog, the record, the list and the export. */
import type { Feature, ShareFile } from '../bot/types.ts'
import { exportCommand } from './export-requests.ts'
import { beginCommand, budgetRequestBinding } from './file-request.ts'
import { listCommand } from './list-requests.ts'
import { budgetRequests } from './request.ts'
import { withdrawCommand } from './withdraw-request.ts'

export { moveRequests, requestsOfPerson } from './request-store.ts'

/** What a store must be opened with. */
export const budgetRequestCollections = [budgetRequests] as const

export function budgetRequestsFeature({ shareFile }: { shareFile: ShareFile }): Feature {
  return {
    commands: [exportCommand(shareFile), listCommand, beginCommand, withdrawCommand],
    dialogs: [budgetRequestBinding],
  }
}
