/**
 * What the guide knows now: the files that come with the program and what admins have written since, as one set. Before each
 * answer the store's counter is read; only when it has moved, or the day has come on which another version begins to hold,
 * are the entries read and the index built anew.
 */
import type { Log } from '../../log.ts'
import type { Reader } from '../../store/index.ts'
import { type Day, dayOf } from '../../thai/index.ts'
import type { Knowledge } from '../decision.ts'
import { citation, type Entry, readEntry, type Sources, whatIsWrong } from '../entry.ts'
import { keyOf } from '../open-questions.ts'
import { createSearch } from '../search.ts'
import type { Library } from '../show-entry.ts'
import { allVersions, holdingOn, type KnowledgeVersion, knowledgeRevision, nextChangeAfter } from './versions.ts'

export interface Known {
  readonly library: Library
  readonly knowledge: Knowledge
}

export interface LiveKnowledge {
  /** What comes with the program, before anybody has written anything. */
  readonly shipped: Known
  current(read: Reader, now: Date): Promise<Known>
}

interface Cached {
  readonly known: Known
  readonly revision: number
  readonly from: Day
  readonly before?: Day
}

export function createLiveKnowledge(files: readonly Entry[], sources: Sources, log: Log): LiveKnowledge {
  const shipped = knownFrom(files, [], sources)
  let cached: Cached = { known: shipped, revision: 0, from: '' }

  return {
    shipped,
    async current(read, now) {
      const revision = await knowledgeRevision(read)
      const today = dayOf(now)
      if (!isOf(cached, revision, today)) {
        // Read before the versions: a version that comes in between is at worst read twice.
        const versions = await allVersions(read)
        cached = { ...build(versions, today), revision }
      }
      return cached.known
    },
  }

  function build(versions: readonly KnowledgeVersion[], today: Day): Omit<Cached, 'revision'> {
    const holding = holdingOn(today, versions)
    const written = [...holding.values()].flatMap((version) => entryOf(version))
    const known = knownFrom([...files.filter(({ id }) => !holding.has(id)), ...written], written, sources)
    return { known, from: today, before: nextChangeAfter(today, versions) }
  }

  /** A version that an older or a newer program wrote and this one cannot use is named, and the rest is answered. */
  function entryOf({ entryId, number, markdown }: KnowledgeVersion): Entry[] {
    if (markdown === undefined) return []
    try {
      const entry = readEntry(markdown, `${entryId}.md`)
      for (const reference of entry.sources) citation(reference, sources)
      return [entry]
    } catch (error) {
      log.error({ entryId, number, why: whatIsWrong(error) }, 'a stored entry cannot be read and is not answered from')
      return []
    }
  }
}

function isOf({ revision: of, from, before }: Cached, revision: number, today: Day): boolean {
  return of === revision && (revision === 0 || (today >= from && (before === undefined || today < before)))
}

function knownFrom(entries: readonly Entry[], written: readonly Entry[], sources: Sources): Known {
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const byQuestion = new Map(written.flatMap((entry) => entry.questions.map((question) => [keyOf(question), entry])))
  return {
    library: { entries: byId, sources },
    knowledge: { entries: byId, search: createSearch(entries), exact: (question) => byQuestion.get(keyOf(question)) },
  }
}
