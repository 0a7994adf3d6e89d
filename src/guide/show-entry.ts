/** An entry as a card: the answer, where it stands, how sure it is, and where to go on. */
import type { Button, Reply } from '../bot/types.ts'
import { cutGraphemes } from '../thai/index.ts'
import { citation, type Entry, type Sources } from './entry.ts'
import { certaintyOf, answerSays as says } from './texts.ts'

/** LINE's limits on a Flex button's label and on a quick reply's, in graphemes. */
const FLEX_LABEL = 40
export const QUICK_LABEL = 20
const ALT_TEXT = 700

export interface Library {
  readonly entries: ReadonlyMap<string, Entry>
  readonly sources: Sources
}

export interface Shown {
  /** The body instead of the short answer. */
  readonly full?: boolean
  /** A line that belongs to this answer and not to the entry. */
  readonly added?: string
}

export const openEntry = (id: string, full = false): string => `a=answer&id=${id}${full ? '&full=1' : ''}`

export const quickReplies: readonly Button[] = [says.steps, says.menu].map((word) => ({ label: word, say: word }))

/** Below an answer to a question: the way on, and the word that puts the question on the admins' list. */
export const answerReplies: readonly Button[] = [...quickReplies, { label: says.disliked, say: says.disliked }]

/** In a dialog the word would be taken for an answer. */
export function withoutDislike(reply: Reply): Reply {
  return { ...reply, buttons: reply.buttons?.filter(({ label }) => label !== says.disliked) }
}

/** The documents of an entry; what is only about this program has none to show. */
export function citations({ sources: references }: Entry, sources: Sources): string[] {
  const documents = references.filter(({ id = '' }) => sources[id]?.kind !== 'system')
  return [...new Set(documents.map((reference) => citation(reference, sources)))]
}

export function showEntry(entry: Entry, library: Library, { full = false, added = '' }: Shown = {}): Reply {
  const cited = citations(entry, library.sources)
  const body = (full ? entry.body : entry.short).trim()
  const note = [certaintyOf(entry), entry.asOf ? says.asOf(entry.asOf) : '', entry.validity ?? '']
    .filter(Boolean)
    .join('\n')
  const withRule = [body, added].filter(Boolean).join('\n\n')
  return {
    kind: 'card',
    card: 'answer',
    data: {
      title: entry.title,
      body: withRule,
      sourcesTitle: cited.length > 0 ? says.sources : '',
      sources: cited.map((line) => `• ${line}`),
      note,
      buttons: buttonsOf(entry, library, full),
    },
    altText: cutGraphemes(`${entry.title}: ${withRule}`, ALT_TEXT),
    fallback: textOf(entry.title, withRule, cited, note),
    buttons: answerReplies,
  }
}

export function textOf(title: string, body: string, cited: readonly string[], note: string): string {
  const sources = cited.length > 0 ? [says.sources, ...cited.map((line) => `• ${line}`)].join('\n') : ''
  return [title, body, sources, note].filter(Boolean).join('\n\n')
}

function buttonsOf(entry: Entry, { entries }: Library, full: boolean): Button[] {
  const more = { label: says.inFull, data: openEntry(entry.id, true), shows: says.inFull }
  const related = entry.related.flatMap((id) => {
    const other = entries.get(id)
    const label = other && cutGraphemes(other.title, FLEX_LABEL)
    return label ? [{ label, data: openEntry(id), shows: label }] : []
  })
  return [...(full || entry.kind === 'refusal' ? [] : [more]), ...related]
}
