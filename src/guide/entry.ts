/**
 * What the guide knows: one Markdown file an idea in `knowledge/`, its front matter checked here, and the documents the
 * ideas come from in `knowledge/sources.yaml`. A file that cannot be right stops the start and is named.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { SetupError } from '../errors.ts'

const KINDS = ['rule', 'fact', 'case', 'not-found', 'system', 'refusal'] as const
const TOPICS = [
  ...['definition', 'legal_basis', 'steps', 'criteria', 'documents', 'signing', 'kpi', 'plan', 'obstacles', 'budget'],
  ...['counts', 'pair_lookup', 'activities', 'lao', 'contact', 'document_lookup'],
  ...['report_dialog', 'reporting', 'reminder', 'fiscal_year', 'admin_query', 'out_of_scope', 'smalltalk'],
] as const

const words = z.string().trim().min(1)
const kebabCase = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)

/**
 * Where in which document it stands: one of sources.yaml by its id, or, as an admin typed it, by its title. `quote` occurs
 * there word for word, but for spaces and the shape of digits.
 */
const Reference = z
  .strictObject({
    id: kebabCase.optional(),
    title: words.optional(),
    heading: words.optional(),
    date: words.optional(),
    quote: words.optional(),
  })
  .refine(({ id, title }) => (id === undefined) !== (title === undefined), 'a source has an id or a title')
export type Reference = z.infer<typeof Reference>

/** One of the steps of establishing a pair; the order is this program's reading, no document numbers them. */
const Step = z.strictObject({
  order: z.int().positive(),
  phase: z.enum(['ก่อน', 'ภายหลัง', 'ก่อนหรือภายหลัง']),
  responsible: words.optional(),
  papers: words.optional(),
  /** What the documents say is hard about it. */
  difficulties: z.array(words).default([]),
  /** How it went for some pairs; cases, not rules. */
  cases: z.array(words).default([]),
})

const FrontMatter = z.strictObject({
  id: kebabCase,
  kind: z.enum(KINDS),
  topic: z.enum(TOPICS),
  /** A: stated plainly by an official source; B: one secondary source, or official but ambiguous; C: weak or inferred. */
  certainty: z.enum(['A', 'B', 'C']),
  /** As officers type them: the search compares a question with these. */
  questions: z.array(words).min(1),
  keywords: z.array(words),
  title: words,
  /** Right on its own, read in ten seconds; the body says the rest. */
  short: words,
  sources: z.array(Reference).min(1),
  /** The day that a figure is of. */
  asOf: words.optional(),
  /** What limits the answer in time, such as a plan that has ended. */
  validity: words.optional(),
  /** Offered as buttons below the answer. */
  related: z.array(kebabCase).max(3).default([]),
  forRoles: z.array(z.enum(['officer', 'supervisor', 'admin'])).optional(),
  step: Step.optional(),
})

export type Entry = z.infer<typeof FrontMatter> & {
  /** The answer in full: plain Thai text with line breaks and bullets. */
  readonly body: string
}

const Source = z.strictObject({
  /** How it is cited in Thai. */
  title: words,
  /** As the document shows it; absent where it shows none. */
  date: words.optional(),
  kind: z.enum(['document', 'web', 'system']),
  /** The document's file name, for the tests that compare quotes with it. */
  file: words.optional(),
  url: z.url().optional(),
})
export type Sources = Readonly<Record<string, z.infer<typeof Source>>>

/** Reads every entry of a folder, in the order of their ids. Throws a SetupError that names each file that is wrong. */
export function loadEntries(folder: string): Entry[] {
  return [...eachEntry(folder)]
}

/** The same one by one, so that others get their turn in between. Throws at the end. */
export function* eachEntry(folder: string): Generator<Entry> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.md'))
  const problems: string[] = []
  for (const file of files.sort()) {
    try {
      yield readEntry(readFileSync(join(folder, file), 'utf8'), file)
    } catch (error) {
      problems.push(`${join(folder, file)}: ${whatIsWrong(error)}`)
    }
  }
  if (problems.length > 0) throw new SetupError(problems)
}

/** Reads the documents that entries name, by id. Throws a SetupError that names the file. */
export function loadSources(folder: string): Sources {
  const file = join(folder, 'sources.yaml')
  try {
    return z.record(kebabCase, Source).parse(parse(readFileSync(file, 'utf8')))
  } catch (error) {
    throw new SetupError([`${file}: ${whatIsWrong(error)}`])
  }
}

/** How a claim is cited: the document, the place in it, its date. */
export function citation(reference: Reference, sources: Sources): string {
  const source = reference.title ? { title: reference.title, date: undefined } : sources[reference.id ?? '']
  if (source === undefined) throw new Error(`no source ${reference.id} in sources.yaml`)
  const place = reference.heading ? ` หัวข้อ “${reference.heading}”` : ''
  const date = reference.date ?? source.date
  return `${source.title}${place}${date ? ` (${date})` : ''}`
}

/** @throws Error that says what is wrong with the text of `file` */
export function readEntry(text: string, file: string): Entry {
  const [, frontMatter, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (frontMatter === undefined || body === undefined) throw new Error('begins with front matter between two lines ---')
  const entry = FrontMatter.parse(parse(frontMatter))
  if (`${entry.id}.md` !== file) throw new Error(`its id is ${entry.id}: the file is named by it`)
  return { ...entry, body: words.parse(body) }
}

/** In one line. */
export function whatIsWrong(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error).replaceAll('\n', ' ')
  return error instanceof Error ? error.message : String(error)
}
