/** The collections that the store's contract is tried on. */
import { z } from 'zod'
import { collection } from '../../src/store/index.ts'

export const trips = collection('trips', {
  schema: z.object({
    id: z.string(),
    province: z.string(),
    fiscalYear: z.number().int(),
    title: z.string(),
    receiptNo: z.string().nullish(),
    at: z.date().optional(),
    isDraft: z.boolean().optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  }),
  indexes: {
    byProvinceAndYear: { fields: ['province', 'fiscalYear', 'at'] },
    byTitle: { fields: ['title'] },
    byTime: { fields: ['at'] },
    byDraft: { fields: ['isDraft'] },
    draftsByTitle: { fields: ['title'], only: ['isDraft', true] },
    ofChiangRai: { fields: ['fiscalYear', 'at'], only: ['province', 'เชียงราย'] },
    byReceipt: { fields: ['receiptNo'], unique: true },
    byTitleInYear: { fields: ['fiscalYear', 'title'], unique: true },
  },
})

export const counters = collection('counters', {
  schema: z.object({ id: z.string(), value: z.number(), by: z.string().optional() }),
})

export const halves = collection('halves', {
  schema: z.object({ id: z.string(), side: z.enum(['left', 'right']), number: z.number() }),
  indexes: { bySide: { fields: ['side', 'number'] } },
})

export const places = collection('places', {
  schema: z.object({ id: z.string(), name: z.string(), tags: z.array(z.string()).optional() }),
  isKept: true,
})

export const fixtures = [trips, counters, halves, places]

let made = 0

/** A trip that is allowed beside all others; what matters to a test is given. */
export function trip(given: Partial<z.infer<(typeof trips)['schema']>> = {}) {
  made += 1
  return { id: `trip-${made}`, province: 'เชียงราย', fiscalYear: 2570, title: `การเยือนครั้งที่ ${made}`, ...given }
}
