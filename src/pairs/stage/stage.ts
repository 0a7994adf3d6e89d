/**
 * How far a pair in progress has come, one record a step, never changed: when, on which letter, and on whose desk it lies since
 * when. No document gives an official order of steps (the cabinet's guideline was not found), so none is enforced.
 */
import { z } from 'zod'
import { collection } from '../../store/index.ts'
import { type Day, isDay } from '../../thai/index.ts'

/** The steps of establishment that documents and real cases show, before and up to the signing; 'paused': laid aside. */
export const STAGES = [
  'initiated',
  'suitability',
  'preparation',
  'committee',
  'ministry',
  'loi',
  'draft',
  'legal',
  'cabinet',
  'paused',
  'signed',
] as const
export type Stage = (typeof STAGES)[number]

export const DESKS = ['province', 'moi', 'mfa', 'cabinet', 'partner', 'other'] as const
export type Desk = (typeof DESKS)[number]

const day = z.string().refine(isDay) as unknown as z.ZodType<Day, Day>

const PairStage = z.object({
  id: z.string(),
  pairId: z.string(),
  stage: z.enum(STAGES),
  /** The day of the step itself. */
  on: day,
  /** เลขที่หนังสือ, in Arabic digits. */
  documentNo: z.string().optional(),
  /** None once it is signed. */
  desk: z.enum(DESKS).optional(),
  deskSince: day.optional(),
  note: z.string().optional(),
  /** A person's id. */
  movedBy: z.string(),
  movedAt: z.date(),
})
export type PairStage = z.infer<typeof PairStage>

export const pairStages = collection('pairStages', {
  schema: PairStage,
  indexes: { byPair: { fields: ['pairId', 'movedAt'] } },
})
