/**
 * A pair: a Thai province and its sister city, province or state abroad, as one row of the register. The register is
 * not complete (of the ministry's 89 rows only the first 20 were found), so nothing here counts pairs.
 */
import { z } from 'zod'
import { collection } from '../store/index.ts'
import { type Day, isDay } from '../thai/index.ts'

const certainty = z.enum(['A', 'B', 'C'])
const day = z.string().refine(isDay) as unknown as z.ZodType<Day, Day>

/** A field that an admin wrote, and what it rests on. */
const ChatEdit = z.object({
  field: z.string(),
  source: z.string().min(1),
  /** The day that the source speaks of. */
  asOf: day,
  /** The day on which it was written. */
  on: day,
})
export type ChatEdit = z.infer<typeof ChatEdit>

const Withdrawal = z.object({
  why: z.enum(['mistaken', 'merged']),
  reason: z.string().min(1),
  on: day,
  /** The pair that is kept instead. */
  mergedInto: z.string().optional(),
})

const Ending = z.object({
  on: day,
  reason: z.string().min(1),
  /** The status that it had before. */
  was: z.string(),
})

export const Pair = z.object({
  /** Stable key: SC001 to SC020 are the ministry's rows, SC101 on come from public sources, SC9001 on were added by admins. */
  id: z.string().regex(/^SC\d{3,}$/),
  /** Running number in the ministry's list of signed pairs. */
  listNo: z.number().int().positive().optional(),
  provinceTh: z.string().min(1),
  /** Missing when the printed name cannot be read; then `rawName` is what is shown. */
  partnerTh: z.string().optional(),
  partnerEn: z.string().optional(),
  /** ISO 3166-1 alpha-2. */
  countryIso: z.string().regex(/^[A-Z]{2}$/),
  /** Year in the Buddhist era. */
  signedBe: z.number().int().min(2400).max(2700).optional(),
  signedOn: day.optional(),
  /** ended: the relationship was, and is over. */
  status: z.enum(['signed', 'in_progress', 'proposed', 'unknown', 'ended']),
  instrument: z.enum(['mou', 'loi', 'agreement', 'unknown']),
  signedByLevel: z.enum(['province', 'municipality', 'unknown']),
  /** The partner as the ministry's list prints it, misprints included. */
  rawName: z.string().optional(),
  /** How the partner is also written, beside the spellings that come with the program. */
  spellings: z.array(z.string()).optional(),
  nameCertainty: certainty,
  pairCertainty: certainty,
  /** Date of the list; for public sources the day they were read. */
  asOf: day,
  source: z.string().min(1),
  note: z.string().optional(),
  /** An admin's word on whether the pair owes a yearly activity; overrides the rule of `carriesDuty`. */
  dutyDecision: z.enum(['carries', 'none']).optional(),
  /** Of a pair whose status is 'ended'. */
  ended: Ending.optional(),
  /** When this row was last taken into the register. */
  importedAt: z.date().optional(),
  /** What admins wrote in the chat, the last of each field: an import does not undo it unseen. */
  chatEdits: z.array(ChatEdit).optional(),
  /** Ids of pairs that look like this one, and that an admin said are others. */
  distinctFrom: z.array(z.string()).optional(),
  /** The row counts no more: it was a mistake, or is told under another id now. Nothing is deleted. */
  withdrawn: Withdrawal.optional(),
})
export type Pair = z.infer<typeof Pair>

export const pairs = collection('pairs', {
  schema: Pair,
  indexes: { byProvince: { fields: ['provinceTh', 'id'] } },
  isKept: true,
})

/** 'มณฑลยูนนาน'; where the name cannot be read, the printed one with a word that says so. */
export function partnerName(pair: Pick<Pair, 'partnerTh' | 'rawName'>): string {
  return pair.partnerTh ?? `${pair.rawName ?? 'คู่ที่ไม่มีชื่อ'} (ชื่ออ่านไม่ชัด)`
}

/** 'เชียงราย – มณฑลยูนนาน' */
export function pairName(pair: Pick<Pair, 'provinceTh' | 'partnerTh' | 'rawName'>): string {
  return `${pair.provinceTh} – ${partnerName(pair)}`
}

/**
 * Whether the pair owes an activity each fiscal year (a rule of this system; the plan words it as an indicator): it is
 * signed, and either on the ministry's list or signed by the province and not doubtful. An admin's decision goes first.
 */
export function carriesDuty(
  pair: Pick<Pair, 'status' | 'listNo' | 'signedByLevel' | 'pairCertainty' | 'dutyDecision'>,
): boolean {
  if (pair.status === 'ended') return false
  if (pair.dutyDecision !== undefined) return pair.dutyDecision === 'carries'
  if (pair.status !== 'signed') return false
  return pair.listNo !== undefined || (pair.signedByLevel === 'province' && pair.pairCertainty !== 'C')
}
