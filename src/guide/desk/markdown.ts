/** An entry as the Markdown file that it is in `knowledge/`: what an admin wrote in the chat can be reviewed in git. */
import { Document, isCollection, isScalar, isSeq, Scalar } from 'yaml'
import type { Entry } from '../entry.ts'

/** In the order of the files that are there. */
const FIELDS = [
  ...['id', 'kind', 'topic', 'certainty', 'step', 'questions', 'keywords', 'title', 'short', 'sources', 'asOf'],
  ...['validity', 'related', 'forRoles'],
] as const

/** `readEntry` reads the same entry from it. */
export function formatEntry({ body, ...entry }: Entry): string {
  const given: Readonly<Record<string, unknown>> = { ...withoutEmpty(entry), keywords: entry.keywords }
  const fields = FIELDS.filter((name) => given[name] !== undefined).map((name) => [name, given[name]])
  const document = new Document(Object.fromEntries(fields))
  styleAsNeighbours(document)
  return `---\n${document.toString({ lineWidth: 0 })}---\n${body.trim()}\n`
}

/** A list with nothing in it is left out, here and in the step. */
function withoutEmpty(fields: object): Record<string, unknown> {
  const shown = Object.entries(fields).filter(([, value]) => !(Array.isArray(value) && value.length === 0))
  return Object.fromEntries(
    shown.map(([name, value]) => [name, name === 'step' && value ? withoutEmpty(value) : value]),
  )
}

/** As the files are written by hand, so that a diff shows what was changed and nothing else. */
function styleAsNeighbours(document: Document): void {
  for (const name of ['keywords', 'related']) {
    const list = document.get(name, true)
    if (isCollection(list)) list.flow = true
  }
  const sources = document.get('sources', true)
  if (isSeq(sources)) for (const source of sources.items) if (isCollection(source)) source.flow = true
  const short = document.get('short', true)
  if (isScalar(short)) {
    short.value = `${short.value}\n`
    short.type = Scalar.BLOCK_LITERAL
  }
}
