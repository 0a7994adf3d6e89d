/**
 * Messages that many people get word for word, such as the guide's answers: stored once, and named by each row of the outbox
 * that says them. Such an answer is ten times as long as all else in its row.
 */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import { Recent } from '../recent.ts'
import { changeEach, collection, type Store } from '../store/index.ts'
import { openRows } from './outbox.ts'

const Wording = z.object({
  /** The month in which it was said, and what it says: '2026-11/' and a hash. */
  id: z.string(),
  /** JSON of LINE's message objects. */
  messagesJson: z.string(),
})

export const wordings = collection('wordings', { schema: Wording, indexes: { byId: { fields: ['id'] } } })

/** Those that this process remembers; all others are asked for at the store. */
const MOST_REMEMBERED = 1_000

export interface Words {
  /** JSON of LINE's message objects. */
  readonly json: string
  readonly hash: string
}

export function wordsOf(json: string): Words {
  return { json, hash: createHash('sha256').update(json).digest('base64url') }
}

export interface Wordings {
  /** Resolves with its name when it is on disk. */
  keep(words: Words): Promise<string>
  read(name: string): Promise<string | undefined>
}

export function createWordings(store: Store, clock: Clock): Wordings {
  const remembered = new Recent<string>(MOST_REMEMBERED)
  return {
    async keep({ json, hash }) {
      const id = `${monthOf(clock.now())}/${hash}`
      if (remembered.get(id) !== undefined) return id
      await store.insertIfAbsent(wordings, [{ id, messagesJson: json }])
      remembered.set(id, json)
      return id
    },
    async read(name) {
      return remembered.get(name) ?? (await store.get(wordings, name))?.messagesJson
    },
  }
}

/**
 * Takes away what was said before the last month, unless a message that waits still says it. Whoever says it again stores it
 * under the name of this month: nobody can be about to use what is taken away.
 * @returns how many
 */
export async function trimWordings(store: Store, now: Date, signal?: AbortSignal): Promise<number> {
  return changeEach(store, unused(store, monthOf(now, -1)), (tx, old) => tx.remove(wordings, old), signal)
}

/** @param month those of this one and later are not among them */
async function* unused(store: Store, month: string) {
  const said = new Set<string>()
  for await (const { wording } of openRows(store)) if (wording !== undefined) said.add(wording)
  for await (const old of store.iterate(wordings, 'byId', [], { before: month })) if (!said.has(old.id)) yield old
}

/** '2026-11', in UTC: a month by any calendar serves. */
function monthOf(now: Date, later = 0): string {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + later)).toISOString().slice(0, 7)
}
