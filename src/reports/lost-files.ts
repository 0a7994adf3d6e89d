/** Files that LINE had no more when they were fetched: they are named to the officer, who may still have them, and left out. */
import type { MediaDesk } from '../bot/types.ts'
import type { Json } from '../dialogs/index.ts'
import type { Reader } from '../store/index.ts'
import type { Given } from './content-of-answers.ts'
import type { Report } from './report.ts'
import { filesIn, messageIdOf } from './steps/files-step.ts'
import { lost } from './texts.ts'

/** What the review of a report says above everything else. */
export async function warnOfLost(read: Reader, media: MediaDesk, given: Given): Promise<string | undefined> {
  const sent = filesIn(given.files).map(({ messageId }) => messageId)
  const gone = await media.lostOf(read, sent)
  return gone.length > 0 ? lost.atReview(gone.map((messageId) => sent.indexOf(messageId) + 1)) : undefined
}

/** The answers as far as they can be kept: a report names no file that nobody can open. */
export async function withoutLost(read: Reader, media: MediaDesk, given: Given): Promise<Given> {
  const sent = filesIn(given.files)
  const gone = await media.lostOf(
    read,
    sent.map(({ messageId }) => messageId),
  )
  if (gone.length === 0) return given
  const kept = sent.filter(({ messageId }) => !gone.includes(messageId))
  return { ...given, files: kept as unknown as Json }
}

/** Of these reports, the receipt numbers of those that name a file which is lost. */
export async function reportsWithLost(read: Reader, media: MediaDesk, reports: readonly Report[]): Promise<string[]> {
  const gone = await Promise.all(
    reports.map(({ files }) =>
      media.lostOf(
        read,
        files.map(({ fileId }) => messageIdOf(fileId)),
      ),
    ),
  )
  return reports.filter((_, index) => (gone[index]?.length ?? 0) > 0).map(({ receiptNo }) => receiptNo)
}
