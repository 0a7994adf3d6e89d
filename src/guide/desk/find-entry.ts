/** Which entry an admin means: by its id, by its title, or by a question that it answers. */

import type { Reader } from '../../store/index.ts'
import { normaliseCommand } from '../../thai/index.ts'
import { type Entry, readEntry } from '../entry.ts'
import type { Known } from './live-knowledge.ts'
import { versionsOf } from './versions.ts'

const MOST = 5
/** How like an entry the words must be to mean it, and how much more like it than any other. */
const LIKE = 0.3
const FAR_AHEAD = 0.1

export type Found =
  | { readonly kind: 'one'; readonly entry: Entry }
  | { readonly kind: 'several' | 'none'; readonly entries: readonly Entry[] }

export function findEntry(words: string, { knowledge, library }: Known): Found {
  const said = normaliseCommand(words)
  const byId = library.entries.get(said)
  const named = byId ?? [...library.entries.values()].find(({ title }) => normaliseCommand(title) === said)
  const meant = named ?? knowledge.exact?.(words)
  if (meant) return { kind: 'one', entry: meant }
  const hits = knowledge.search(words).filter(({ score }) => score >= LIKE)
  const [best, next] = hits
  if (best && best.score - (next?.score ?? 0) >= FAR_AHEAD) return { kind: 'one', entry: best.entry }
  return { kind: hits.length > 0 ? 'several' : 'none', entries: hits.slice(0, MOST).map(({ entry }) => entry) }
}

/** The entry as it holds now; one that was withdrawn, or holds from a later day, as it was last published or shipped. */
export async function entryById(read: Reader, id: string, known: Known, shipped: Known): Promise<Entry | undefined> {
  const holding = known.library.entries.get(id)
  if (holding) return holding
  const written = (await versionsOf(read, id)).findLast(({ markdown }) => markdown !== undefined)
  if (written?.markdown === undefined) return shipped.library.entries.get(id)
  return readEntry(written.markdown, `${id}.md`)
}
