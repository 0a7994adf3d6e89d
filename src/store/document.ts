/** A document meets its schema twice: on the way in, and on the way out, since a store may be older than the program. */
import { InvalidDocument } from './errors.ts'
import type { Collection, Stored } from './types.ts'

/** What is written: the fields of the schema, a copy that nobody else holds. @throws InvalidDocument */
export function checkIn<T extends { id: string }, I extends string>(into: Collection<T, I>, document: T): T {
  const { rev: _ofTheStore, ...fields } = document as T & { rev?: number }
  return parse(into, document.id, fields)
}

/** What was read. @throws InvalidDocument */
export function checkOut<T extends { id: string }, I extends string>(
  from: Collection<T, I>,
  id: string,
  rev: number,
  fields: unknown,
): Stored<T> {
  return { ...parse(from, id, fields), rev }
}

function parse<T extends { id: string }, I extends string>(within: Collection<T, I>, id: string, fields: unknown): T {
  const parsed = within.schema.safeParse(fields)
  if (!parsed.success) throw new InvalidDocument(within.name, id, describe(parsed.error.issues))
  return parsed.data
}

/** Which fields and which rule, never the values: they may be a person's. */
function describe(issues: readonly { readonly path: readonly PropertyKey[]; readonly code: string }[]): string {
  return issues.map(({ path, code }) => `${path.map(String).join('.') || '(document)'} ${code}`).join(', ')
}
