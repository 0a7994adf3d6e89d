/** `ประวัติคำตอบ`: every version of an entry, with who made it and when. */
import type { Outcome, Turn } from '../../bot/types.ts'
import { activePeople } from '../../people/index.ts'
import { cutGraphemes, dayOf, showDay, showInstant } from '../../thai/index.ts'
import type { Entry } from '../entry.ts'
import { say } from './question-list.ts'
import { historySays as says } from './texts.ts'
import { IMPORTED, type KnowledgeVersion, versionsOf } from './versions.ts'

export async function showHistory({ read }: Turn, { id, title }: Entry, isShipped: boolean): Promise<Outcome> {
  const versions = await versionsOf(read, id)
  const names = new Map((await activePeople(read)).map((person) => [person.id, person.name]))
  const first = isShipped ? [versions.length > 0 ? says.shipped : says.shippedOnly] : []
  const lines = versions.map((version) => lineOf(version, names.get(version.by)))
  return say(cutGraphemes([says.title(id, title), ...first, ...lines].join('\n'), 2500))
}

function lineOf({ number, status, holdsFrom, at, by, note }: KnowledgeVersion, name: string | undefined): string {
  const what = by === IMPORTED ? says.imported : says[status]
  const who = by === IMPORTED ? [] : [says.by(name ?? by)]
  const from = holdsFrom > dayOf(at) ? [says.from(showDay(holdsFrom))] : []
  return says.line(number, [`${what} ${showInstant(at)}`, ...who, ...from, ...(note ? [note] : [])])
}
