/** The record of one activity of a pair, as an officer reported it. */
import { z } from 'zod'
import { collection } from '../store/index.ts'
import { type Day, isDay } from '../thai/index.ts'

/** Kinds of activity for which the sources have examples; the ministry has no list of its own. */
export const KINDS = [
  'visit',
  'trade',
  'tourism',
  'education',
  'culture',
  'agriculture',
  'health',
  'border',
  'other',
] as const
export type Kind = (typeof KINDS)[number]

export const FORMS = ['visit', 'reception', 'online'] as const
export type Form = (typeof FORMS)[number]

const REVIEW_STATES = ['waiting', 'returned', 'accepted'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

const day = z.string().refine(isDay) as unknown as z.ZodType<Day, Day>

const ReportedFile = z.object({
  /** Under this id the store keeps the content, once it has been fetched. */
  fileId: z.string(),
  kind: z.enum(['image', 'video', 'audio', 'file']),
  name: z.string().optional(),
})

/** What was reported: all that an edit may change. */
export const ReportContent = z.object({
  pairId: z.string(),
  provinceTh: z.string(),
  /** Buddhist year; of the activity's first day. */
  fiscalYear: z.number().int(),
  startsOn: day,
  endsOn: day,
  title: z.string(),
  kind: z.enum(KINDS),
  /** What the officer called a kind that is not in the list. */
  kindNote: z.string().optional(),
  form: z.enum(FORMS),
  place: z.string(),
  partners: z.string().optional(),
  participants: z.number().int().optional(),
  budgetBaht: z.number().optional(),
  budgetSource: z.string().optional(),
  result: z.string(),
  obstacle: z.string().optional(),
  nextPlan: z.string().optional(),
  files: z.array(ReportedFile),
})
export type ReportContent = z.infer<typeof ReportContent>

/** What the office notes of a report, whatever its content. */
export const ReportFiling = z.object({
  id: z.string(),
  /** 'R2570-000123': unique, counted in the fiscal year in which it was first submitted; an edit keeps it. */
  receiptNo: z.string(),
  /** Counts from 1; absent before the first edit. What an earlier version held stands in the report's history. */
  version: z.int().optional(),
  /** A person's id. */
  reportedBy: z.string(),
  reportedByName: z.string(),
  submittedAt: z.date(),
  /** By whom (a person's id) and when it was changed last. */
  editedBy: z.string().optional(),
  editedAt: z.date().optional(),
  status: z.enum(['submitted', 'withdrawn']),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.date().optional(),
  /** Absent: withdrawn, or submitted before there were reviews. */
  review: z.enum(REVIEW_STATES).optional(),
  /** A person's id. */
  reviewedBy: z.string().optional(),
  reviewedAt: z.date().optional(),
  /** Why it was returned, and the step that is to be mended; absent: no one step. */
  returnReason: z.string().optional(),
  returnItem: z.string().optional(),
})
export type ReportFiling = z.infer<typeof ReportFiling>

export const Report = ReportContent.extend(ReportFiling.shape)
export type Report = z.infer<typeof Report>

export const reports = collection('reports', {
  schema: Report,
  indexes: {
    byPairAndYear: { fields: ['pairId', 'fiscalYear', 'startsOn'] },
    byYear: { fields: ['fiscalYear', 'receiptNo'] },
    byReceipt: { fields: ['receiptNo'], unique: true },
    byReporter: { fields: ['reportedBy', 'submittedAt'] },
    byProvince: { fields: ['provinceTh', 'submittedAt'] },
    byReview: { fields: ['review', 'provinceTh', 'submittedAt'] },
  },
})

const ReportDeed = z.object({
  id: z.string(),
  reportId: z.string(),
  /** Counts the deeds to this report, from 1. */
  no: z.int(),
  at: z.date(),
  /** A person's id. */
  by: z.string(),
  deed: z.enum(['edited', 'sentAgain', 'withdrawn', 'accepted', 'returned']),
  /** What stood in the report until this edit. */
  before: ReportContent.optional(),
  /** Why it was returned, and which step is to be mended. */
  reason: z.string().optional(),
  item: z.string().optional(),
})
export type ReportDeed = z.infer<typeof ReportDeed>

/** The history of each report after it was submitted; entries are only ever added. */
export const reportDeeds = collection('reportDeeds', {
  schema: ReportDeed,
  indexes: { byReport: { fields: ['reportId', 'no'], unique: true }, byPerson: { fields: ['by', 'at'] } },
})

const FileOfReport = z.object({ id: z.string(), fileId: z.string(), reportId: z.string() })

/** Which report a file belongs to: to find the others that hold the same photo. */
export const filesOfReports = collection('filesOfReports', {
  schema: FileOfReport,
  indexes: { byFile: { fields: ['fileId'] }, byReport: { fields: ['reportId'] } },
})

/** The same report, waiting to be looked at (again): what an earlier look came to stands in its history alone. */
export function awaitingReview<F extends ReportFiling>(filing: F) {
  const { reviewedBy: _by, reviewedAt: _at, returnReason: _reason, returnItem: _item, ...rest } = filing
  return { ...rest, review: 'waiting' as const }
}
