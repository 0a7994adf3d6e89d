/**
 * A satisfaction survey of a workshop. Answers are counted as they come and kept as counts alone: which answer was whose is
 * stored nowhere, and that somebody has answered only as a hash that holds for this one survey.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { collection } from '../store/index.ts'

/** What is rated. The ministry's project paper of fiscal year 2563 has objectives and a programme, and no questions: these follow it. */
export const ITEMS = [
  'explained',
  'reviewed',
  'studied',
  'discussed',
  'able',
  'network',
  'arranged',
  'overall',
] as const
export type Item = (typeof ITEMS)[number]

/** 1 is the least. The paper names no scale. */
export const SCORES = [1, 2, 3, 4, 5] as const
/** With fewer answers a figure would tell whose it is. */
export const LEAST_SHOWN = 3

const Tally = z.object({
  item: z.enum(ITEMS),
  /** How many gave each score, from 1 to 5. */
  counts: z.array(z.number().int().min(0)),
})

export const Survey = z.object({
  id: z.string(),
  /** Four letters that the participants are told. */
  code: z.string(),
  title: z.string(),
  status: z.enum(['open', 'closed']),
  openedAt: z.date(),
  /** A person's id. */
  openedBy: z.string(),
  closedAt: z.date().optional(),
  /** Makes the marks of one survey tell nothing about another. */
  salt: z.string(),
  answered: z.number().int().min(0),
  tallies: z.array(Tally),
  /** In the order of the alphabet, so that their order tells nothing. */
  comments: z.array(z.string()),
})
export type Survey = z.infer<typeof Survey>

export const surveys = collection('surveys', {
  schema: Survey,
  indexes: {
    byCode: { fields: ['code'], unique: true },
    byStatus: { fields: ['status', 'openedAt'] },
  },
})

/** That somebody has answered: nothing but the hash. */
export const surveyMarks = collection('surveyMarks', { schema: z.object({ id: z.string() }) })

export function markOf(survey: Pick<Survey, 'id' | 'salt'>, userId: string): string {
  return createHash('sha256').update(`${survey.id}:${survey.salt}:${userId}`).digest('hex')
}

/** The average score, or undefined before the first answer. */
export function averageOf(counts: readonly number[]): number | undefined {
  const answers = counts.reduce((sum, count) => sum + count, 0)
  const points = counts.reduce((sum, count, at) => sum + count * (SCORES[at] ?? 0), 0)
  return answers > 0 ? points / answers : undefined
}
