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

export const Report = ReportContent.extend({
  id: z.string(),
  /** 'R2570-000123': unique, counted in the fiscal year in which it was first submitted; an edit keeps it. */
  receiptNo: z.string(),
  /** A person's id. */
  reportedBy: z.string(),
  reportedByName: z.string(),
  submittedAt: z.date(),
  status: z.enum(['submitted', 'withdrawn']),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.date().optional(),
})
export type Report = z.infer<typeof Report>

export const reports = collection('reports', {
  schema: Report,
  indexes: {
    byPairAndYear: { fields: ['pairId', 'fiscalYear', 'startsOn'] },
    byYear: { fields: ['fiscalYear', 'receiptNo'] },
    byReceipt: { fields: ['receiptNo'], unique: true },
    byReporter: { fields: ['reportedBy', 'submittedAt'] },
    byProvince: { fields: ['provinceTh', 'submittedAt'] },
  },
})

/** 'R2570-000123' */
function receiptNumber(fiscalYear: number, count: number): string {
  return `R${fiscalYear}-${String(count).padStart(6, '0')}`
}

/** The number after this one in the same fiscal year; the first without one. */
export function nextReceiptNumber(fiscalYear: number, last: string | undefined): string {
  return receiptNumber(fiscalYear, Number(last?.split('-')[1] ?? 0) + 1)
}
