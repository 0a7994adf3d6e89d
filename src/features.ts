/** What the bot can do: the features in the order in which they are asked, and what each is handed of the others. */
import { draftsOf, readConversation } from './bot/conversation.ts'
import { createFileSharer, removeLinksOf } from './bot/file-links.ts'
import { dropFiles, mediaFeature, mediaFileId } from './bot/media.ts'
import { createMediaDesk } from './bot/media-desk.ts'
import { messagesWithFiles } from './bot/taken-back.ts'
import type { Change, Feature, Turn } from './bot/types.ts'
import {
  budgetRequestCollections,
  budgetRequestsFeature,
  moveRequests,
  requestsOfPerson,
} from './budget-requests/index.ts'
import { guideCollections, type openGuide, withoutAsker } from './guide/index.ts'
import { type PairsDependencies, pairCollections, pairsFeature } from './pairs/index.ts'
import {
  audit,
  handOverFeature,
  inviteFeature,
  linesAbout,
  ownRecordsFeature,
  peopleCollections,
  peopleFeature,
  refused,
} from './people/index.ts'
import { moveDuties, reminderCollections, remindersFeature } from './reminders/index.ts'
import {
  deedsOf,
  filesInReports,
  findReportWithFile,
  lastOfProvince,
  moveReports,
  ofPair,
  ofReporter,
  pairStates,
  reportCollections,
  reportsFeature,
  withoutReporter,
} from './reports/index.ts'
import type { Store } from './store/index.ts'
import { summariesFeature } from './summaries/index.ts'
import { surveyCollections, surveysFeature } from './surveys/index.ts'

/** What the features keep: the store is opened with these. */
export const featureCollections = [
  ...pairCollections,
  ...guideCollections,
  ...peopleCollections,
  ...reportCollections,
  ...reminderCollections,
  ...budgetRequestCollections,
  ...surveyCollections,
] as const

interface Parts {
  readonly guide: Awaited<ReturnType<typeof openGuide>>
  readonly store: Store
  /** Where people reach this program; without it there are no links to files. */
  readonly publicOrigin: string | undefined
  /** The account's id in LINE, where LINE has told it. */
  readonly basicId: () => string | undefined
}

export function featuresOf({ guide, store, publicOrigin, basicId }: Parts): Feature[] {
  const shareFile = createFileSharer(store, publicOrigin)
  return [
    peopleFeature,
    ownRecordsFeature({
      shareFile,
      recordsOf: async (read, { userId, personId }) => ({
        reports: personId ? await ofReporter(read, personId) : [],
        reportDeeds: personId ? await deedsOf(read, personId) : [],
        budgetRequests: personId ? await requestsOfPerson(read, personId) : [],
        drafts: await draftsOf(read, userId),
      }),
      forget: async (turn, { personId }) => [
        ...(personId ? await withoutReporter(turn.read, personId) : []),
        ...(await withoutAsker(turn.read, turn.userId)),
        ...(await dropDraftFiles(turn)),
        ...(await removeLinksOf(store, turn)),
      ],
    }),
    handOverFeature({ stateOf: pairStates, lastReports: lastOfProvince, draftsOf }),
    inviteFeature({ basicId, shareFile }),
    reportsFeature({ media: createMediaDesk(publicOrigin) }),
    remindersFeature,
    budgetRequestsFeature({ shareFile }),
    surveysFeature({ shareFile }),
    summariesFeature({ shareFile }),
    pairsFeature({ stateOf: pairStates, refused, audit, changesOf: linesAbout, activitiesOf: ofPair, moveHistory }),
    guide.feature,
    mediaFeature(findReportWithFile),
  ]
}

/** The photos of somebody's drafts; what a report holds stays with the report. */
async function dropDraftFiles({ read, userId, now }: Turn): Promise<Change[]> {
  const inDrafts = messagesWithFiles((await readConversation(read, userId)).conversation)
  if (inDrafts.length === 0) return []
  const reported = await filesInReports(read)
  return dropFiles(
    read,
    inDrafts.filter((messageId) => !reported.has(mediaFileId(messageId))),
    now,
  )
}

/** Reports, duties and budget requests of a pair that was merged into another. */
const moveHistory: PairsDependencies['moveHistory'] = async (read, { from, to, now }) => {
  const reports = await moveReports(read, from, to)
  const duties = await moveDuties(read, { from, to, now })
  const requests = await moveRequests(read, from, to)
  return {
    changes: [...reports.changes, ...duties.changes, ...requests.changes],
    moved: [...reports.receiptNos, ...duties.dutyIds, ...requests.receiptNos],
  }
}
