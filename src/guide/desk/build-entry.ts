/** The entry that an admin's answers come to. */
import type { Json } from '../../dialogs/index.ts'
import type { Entry, Reference } from '../entry.ts'
import { mentionsLocalBody } from '../local-bodies.ts'

type Answers = Readonly<Record<string, Json>>

/** Said of what is not in the documents, of this program, or of what is refused: no longer, when a document is named for it. */
const WITHOUT_DOCUMENT: readonly Entry['kind'][] = ['not-found', 'system', 'refusal']
const COUNTS = /[\d๐-๙]\s*(?:คู่|จังหวัด)/

/** @param base the entry that is corrected; without one a new entry is made */
export function buildEntry(id: string, answers: Answers, base: Entry | undefined): Entry {
  const short = String(answers.short ?? '')
  const isNewlySourced = base === undefined || answers.keepSources !== 'keep'
  const questions = phrasingsOf(answers)
  const asOf = isNewlySourced && COUNTS.test(short) ? String(answers.documentDate) : base?.asOf
  return {
    ...(base ?? newEntry(questions)),
    id,
    kind: base && !(isNewlySourced && WITHOUT_DOCUMENT.includes(base.kind)) ? base.kind : 'fact',
    certainty: certaintyIn(answers.certainty),
    questions,
    title: String(answers.title ?? ''),
    short,
    body: typeof answers.body === 'string' ? answers.body : short,
    sources: sourcesOf(answers, base),
    ...(asOf === undefined ? {} : { asOf }),
    validity: answers.validity ? String(answers.validity) : undefined,
  }
}

function newEntry(questions: readonly string[]): Pick<Entry, 'topic' | 'keywords' | 'related'> {
  const isOfLocalBodies = questions.some((question) => mentionsLocalBody(question.toLowerCase()))
  return { topic: isOfLocalBodies ? 'lao' : 'document_lookup', keywords: [], related: [] }
}

/** What was asked is a phrasing whatever else was typed; an entry is found by at least its title. */
function phrasingsOf({ phrasings, question, title }: Answers): string[] {
  const typed = Array.isArray(phrasings) ? phrasings.map(String) : []
  const all = [...(typeof question === 'string' ? [question] : []), ...typed].map((each) =>
    each.replace(/\s+/g, ' ').trim(),
  )
  return [...new Set(all.length > 0 ? all : [String(title)])]
}

function sourcesOf({ keepSources, document, heading, documentDate }: Answers, base: Entry | undefined): Reference[] {
  if (base && keepSources === 'keep') return base.sources
  const typed: Reference = {
    title: String(document),
    ...(typeof heading === 'string' ? { heading } : {}),
    date: String(documentDate),
  }
  return base && keepSources === 'add' ? [...base.sources, typed] : [typed]
}

function certaintyIn(value: Json | undefined): Entry['certainty'] {
  return value === 'A' || value === 'B' ? value : 'C'
}
