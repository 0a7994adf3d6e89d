/**
 * What admins have written and withdrawn: every version of an entry, only ever added, each as the Markdown that it would be
 * in `knowledge/`; and one counter, raised with every version, by which a process sees that it must read them anew.
 */
import { v7 as newRecordId } from 'uuid'
import { z } from 'zod'
import type { Change } from '../../bot/types.ts'
import { collection, type Reader } from '../../store/index.ts'
import { type Day, dayOf } from '../../thai/index.ts'

const KnowledgeVersion = z.object({
  id: z.string(),
  entryId: z.string(),
  /** From 1, for each entry. */
  number: z.number().int().positive(),
  status: z.enum(['published', 'withdrawn']),
  /** The day from which it holds; never before the day it was made. */
  holdsFrom: z.string(),
  /** The entry with its front matter; of a withdrawal nothing. */
  markdown: z.string().optional(),
  at: z.date(),
  /** The id of a person, or 'import'. */
  by: z.string(),
  /** The question it answers, or why it was withdrawn. */
  note: z.string().optional(),
})
export type KnowledgeVersion = z.infer<typeof KnowledgeVersion>

export const knowledgeVersions = collection('knowledgeVersions', {
  schema: KnowledgeVersion,
  indexes: { byEntry: { fields: ['entryId', 'number'], unique: true } },
})

export const knowledgeRevisions = collection('knowledgeRevisions', {
  schema: z.object({ id: z.string(), number: z.number().int() }),
})

const THE_ONE = 'knowledge'

/** Raised with every version; 0 when nobody has written any. Cheap: it is asked for each question. */
export async function knowledgeRevision(read: Reader): Promise<number> {
  return (await read.get(knowledgeRevisions, THE_ONE))?.number ?? 0
}

export function allVersions(read: Reader): Promise<KnowledgeVersion[]> {
  return read.find(knowledgeVersions, 'byEntry', [])
}

/** The oldest first. */
export function versionsOf(read: Reader, entryId: string): Promise<KnowledgeVersion[]> {
  return read.find(knowledgeVersions, 'byEntry', [entryId])
}

/** How many versions an entry has: what was read before a change is the latest if this is still the same. */
export async function latestNumber(read: Reader, entryId: string): Promise<number> {
  const [latest] = await read.find(knowledgeVersions, 'byEntry', [entryId], { order: 'desc', limit: 1 })
  return latest?.number ?? 0
}

/** Who made a version that came in from files. */
export const IMPORTED = 'import'

export type NewVersion = Omit<KnowledgeVersion, 'id'>

/** Adds versions, each of another entry, and raises the counter; of two people at once one has to decide again. */
export async function addVersions(read: Reader, versions: readonly NewVersion[]): Promise<Change> {
  const revision = await read.get(knowledgeRevisions, THE_ONE)
  return (tx) => {
    for (const version of versions) {
      tx.insert(knowledgeVersions, { id: newRecordId({ msecs: version.at.getTime() }), ...version })
    }
    if (revision) tx.replace(knowledgeRevisions, { ...revision, number: revision.number + 1 })
    else tx.insert(knowledgeRevisions, { id: THE_ONE, number: 1 })
  }
}

/** A draft may have waited past the day that it names. */
export function notBeforeToday(day: Day, now: Date): Day {
  const today = dayOf(now)
  if (day < today) return today
  return day
}

/** Without what a withdrawal ended before it could begin: planned for no earlier day than the withdrawal's, and made before it. */
function standing(versions: readonly KnowledgeVersion[]): KnowledgeVersion[] {
  const withdrawals = versions.filter(({ status }) => status === 'withdrawn')
  return versions.filter(
    ({ entryId, number, holdsFrom }) =>
      !withdrawals.some((end) => end.entryId === entryId && end.number > number && end.holdsFrom <= holdsFrom),
  )
}

/** Whether something of these versions is still to begin. */
export function isPlannedAfter(day: Day, versions: readonly KnowledgeVersion[]): boolean {
  return standing(versions).some(({ status, holdsFrom }) => status === 'published' && holdsFrom > day)
}

/** Of each entry the version that holds on a day: the one that began last. An entry whose versions all begin later has none. */
export function holdingOn(day: Day, versions: readonly KnowledgeVersion[]): Map<string, KnowledgeVersion> {
  const holding = new Map<string, KnowledgeVersion>()
  for (const version of standing(versions)) {
    const other = holding.get(version.entryId)
    const isLater =
      !other ||
      (version.holdsFrom === other.holdsFrom ? version.number > other.number : version.holdsFrom > other.holdsFrom)
    if (version.holdsFrom <= day && isLater) holding.set(version.entryId, version)
  }
  return holding
}

/** The next day on which another version begins to hold. */
export function nextChangeAfter(day: Day, versions: readonly KnowledgeVersion[]): Day | undefined {
  return versions
    .map(({ holdsFrom }) => holdsFrom)
    .filter((from) => from > day)
    .sort()[0]
}
