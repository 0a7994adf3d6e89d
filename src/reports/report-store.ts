/** The questions that are asked of reports, and the changes made to them; nothing else in this room reads or writes them. */
import { v7 as newRecordId } from 'uuid'
import type { Change } from '../bot/types.ts'
import type { Reader, Stored } from '../store/index.ts'
import { nextReceiptNumber, receiptsOfYear } from './receipt-number.ts'
import { filesOfReports, type Report, type ReportDeed, reportDeeds, reports } from './report.ts'

type Found = Stored<Report>

/** More withdrawn reports in a row than anybody makes. */
const LOOK_BACK = 5

const WAITING = 'waiting'

const isCounted = (report: Report) => report.status === 'submitted'

/** Reports of a pair in a fiscal year that were not withdrawn, by their first day. */
export async function ofPairInYear(read: Reader, pairId: string, fiscalYear: number): Promise<Found[]> {
  return (await read.find(reports, 'byPairAndYear', [pairId, fiscalYear])).filter(isCounted)
}

/** The pair's latest activity of which a report stands. */
export async function lastOfPair(read: Reader, pairId: string): Promise<Found | undefined> {
  return (await read.find(reports, 'byPairAndYear', [pairId], { order: 'desc', limit: LOOK_BACK })).find(isCounted)
}

/** Every report of a pair by fiscal year and first day, whatever became of it. */
export function allOfPair(read: Reader, pairId: string): Promise<Found[]> {
  return read.find(reports, 'byPairAndYear', [pairId])
}

/** Reports of a pair that were not withdrawn, by fiscal year and first day. */
export async function ofPair(read: Reader, pairId: string): Promise<Found[]> {
  return (await allOfPair(read, pairId)).filter(isCounted)
}

/** All reports of a fiscal year that were not withdrawn, by receipt number. */
export async function ofYear(read: Reader, fiscalYear: number): Promise<Found[]> {
  return (await read.find(reports, 'byYear', [fiscalYear])).filter(isCounted)
}

/** Whatever its status. */
export async function byReceipt(read: Reader, receiptNo: string): Promise<Found | undefined> {
  const [report] = await read.find(reports, 'byReceipt', [receiptNo], { limit: 1 })
  return report
}

/** The reports of a province that were sent last and not withdrawn, newest first. */
export async function lastOfProvince(read: Reader, provinceTh: string, limit: number): Promise<Found[]> {
  const found = await read.find(reports, 'byProvince', [provinceTh], { order: 'desc', limit: limit * 2 })
  return found.filter(isCounted).slice(0, limit)
}

/** The reports of these provinces, or of all, that wait for a review, oldest first. */
export async function waitingForReview(read: Reader, provinces: readonly string[] | 'all'): Promise<Found[]> {
  const prefixes = provinces === 'all' ? [[WAITING]] : provinces.map((province) => [WAITING, province])
  const found = await Promise.all(prefixes.map((prefix) => read.find(reports, 'byReview', prefix)))
  return found.flat().toSorted((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())
}

/** All that this person has reported, whatever became of it, oldest first. */
export function ofReporter(read: Reader, personId: string): Promise<Found[]> {
  return read.find(reports, 'byReporter', [personId])
}

/** The submitted report of this person that a file belongs to; LINE lets nobody take back what was sent long ago. */
export async function withFile(
  read: Reader,
  { reportedBy, fileId, since }: { readonly reportedBy: string; readonly fileId: string; readonly since: Date },
): Promise<Found | undefined> {
  const recent = await read.find(reports, 'byReporter', [reportedBy], { from: since })
  return recent.find((report) => isCounted(report) && report.files.some((file) => file.fileId === fileId))
}

/** The ids of all files that a report holds, or held before an edit. Reads everything: for what is done seldom. */
export async function filesInReports(read: Reader): Promise<ReadonlySet<string>> {
  const held = new Set<string>()
  const note = ({ files }: Pick<Report, 'files'>) => {
    for (const { fileId } of files) held.add(fileId)
  }
  for await (const report of read.iterate(reports, 'byReceipt', [])) note(report)
  for await (const { before } of read.iterate(reportDeeds, 'byReport', [])) if (before) note(before)
  return held
}

/**
 * The next free number. Two people who are given the same one at the same moment: the unique index lets one through, and
 * the other's event is decided again. Withdrawn reports keep theirs, so none is given twice.
 */
export async function nextReceipt(read: Reader, fiscalYear: number): Promise<string> {
  // By the number, not by the year: an edit may have moved a report to another year, and its number stays.
  const [last] = await read.find(reports, 'byReceipt', [], { ...receiptsOfYear(fiscalYear), order: 'desc', limit: 1 })
  return nextReceiptNumber(fiscalYear, last?.receiptNo)
}

export function addReport(report: Report): Change {
  return (tx) => tx.insert(reports, report)
}

export function saveReport(report: Found): Change {
  return (tx) => tx.replace(reports, report)
}

/** What was done to a report after it was submitted, oldest first. */
export function deedsTo(read: Reader, reportId: string): Promise<ReportDeed[]> {
  return read.find(reportDeeds, 'byReport', [reportId])
}

/** What this person did to reports after they were submitted, oldest first. */
export function deedsOf(read: Reader, personId: string): Promise<ReportDeed[]> {
  return read.find(reportDeeds, 'byPerson', [personId])
}

/** The entry of a report's history; list it beside the change it is about. */
export async function noteDeed(read: Reader, deed: Omit<ReportDeed, 'id' | 'no'>): Promise<Change> {
  const id = newRecordId({ msecs: deed.at.getTime() })
  const no = (await read.count(reportDeeds, 'byReport', [deed.reportId])) + 1
  return (tx) => tx.insert(reportDeeds, { id, no, ...deed })
}

/** The changes after which each of the report's files is known to be its, and no other. */
export async function noteFiles(read: Reader, { id, files }: Report): Promise<Change[]> {
  const known = await read.find(filesOfReports, 'byReport', [id])
  const wanted = new Set(files.map(({ fileId }) => fileId))
  const fresh = [...wanted].filter((fileId) => !known.some((file) => file.fileId === fileId))
  const gone = known.filter(({ fileId }) => !wanted.has(fileId))
  return [
    ...fresh.map(
      (fileId): Change =>
        (tx) => {
          tx.insert(filesOfReports, { id: `${id}:${fileId}`, fileId, reportId: id })
        },
    ),
    ...gone.map(
      (file): Change =>
        (tx) =>
          tx.remove(filesOfReports, file),
    ),
  ]
}

/** The reports that a file belongs to and that were not withdrawn. */
export async function ofFile(read: Reader, fileId: string): Promise<Found[]> {
  const found = await read.find(filesOfReports, 'byFile', [fileId])
  const known = await Promise.all(found.map(({ reportId }) => read.get(reports, reportId)))
  return known.filter((report) => report !== undefined).filter(isCounted)
}
