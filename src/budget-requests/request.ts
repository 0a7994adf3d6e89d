/**
 * What a province would like the ministry to ask a budget for. The ministry's letter of March 2562 names who may ask (three groups)
 * and what is told: plan, project or activity, and the budget it is expected to need. Its form was not found.
 */
import { z } from 'zod'
import { collection } from '../store/index.ts'

/** The letter's three groups: signed, on the way to signing, not begun but with an initiative. */
export const GROUPS = ['signed', 'in_progress', 'initiative'] as const
export type Group = (typeof GROUPS)[number]

export const BudgetRequest = z.object({
  id: z.string(),
  /** 'B2571-000001': unique, counted in each fiscal year. */
  receiptNo: z.string(),
  provinceTh: z.string(),
  /** Of the register; a request may also be for a partner that is not in it. */
  pairId: z.string().optional(),
  partner: z.string(),
  group: z.enum(GROUPS),
  /** Buddhist year for which the budget is wanted. */
  fiscalYear: z.number().int(),
  title: z.string(),
  activities: z.string(),
  budgetBaht: z.number().positive(),
  reason: z.string().optional(),
  /** A person's id; the name is not kept with the request. */
  requestedBy: z.string(),
  submittedAt: z.date(),
  status: z.enum(['submitted', 'withdrawn']),
  withdrawnBy: z.string().optional(),
  withdrawnAt: z.date().optional(),
})
export type BudgetRequest = z.infer<typeof BudgetRequest>

export const budgetRequests = collection('budgetRequests', {
  schema: BudgetRequest,
  indexes: {
    byYear: { fields: ['fiscalYear', 'receiptNo'] },
    byReceipt: { fields: ['receiptNo'], unique: true },
    byPair: { fields: ['pairId', 'receiptNo'] },
    byProvince: { fields: ['provinceTh', 'fiscalYear', 'receiptNo'] },
    byRequester: { fields: ['requestedBy', 'submittedAt'] },
  },
})
