/** An entry as the Markdown file that it is in `knowledge/`: what an admin wrote in the chat can be reviewed in git. */
import { stringify } from 'yaml'
import type { Entry } from '../entry.ts'

/** In the order of the files that are there. */
const FIELDS = [
  ...['id', 'kind', 'topic', 'certainty', 'step', 'questions', 'keywords', 'title', 'short', 'sources', 'asOf'],
  ...['validity', 'related', 'forRoles'],
] as const

/** `readEntry` reads the same entry from it. */
export function formatEntry({ body, ...entry }: Entry): string {
  const given = entry as Readonly<Record<string, unknown>>
  const fields = FIELDS.filter((name) => given[name] !== undefined).map((name) => [name, given[name]])
  return `---\n${stringify(Object.fromEntries(fields), { lineWidth: 0 })}---\n${body.trim()}\n`
}
