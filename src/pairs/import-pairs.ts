/** Takes rows into the register: `pair_id` tells which pair a row is, and a pair that is missing from the file stays. */
import { readFile } from 'node:fs/promises'
import { type Reader, retryOnConflict, type Store, type Stored } from '../store/index.ts'
import type { Pair } from './pair.ts'
import { addMissingPairs, allPairs, isRegisterEmpty, writePairs } from './pair-store.ts'
import { readPairsCsv } from './read-pairs-csv.ts'

/** What an import would do, or did. */
export interface ImportPlan {
  /** Ids of pairs that are new. */
  readonly added: readonly string[]
  readonly changed: readonly { readonly id: string; readonly fields: readonly string[] }[]
  readonly unchanged: number
}

interface Difference {
  readonly added: readonly Pair[]
  readonly changed: readonly { readonly after: Stored<Pair>; readonly fields: readonly string[] }[]
}

/** What stays with a pair whatever a file says: it is of the register, and no column of the file. */
const KEPT = ['dutyDecision', 'importedAt'] as const satisfies (keyof Pair)[]

function changeOf(before: Stored<Pair>, row: Pair): { after: Stored<Pair>; fields: string[] } | undefined {
  const after: Stored<Pair> = { ...row, rev: before.rev }
  for (const field of KEPT) if (before[field] !== undefined) Object.assign(after, { [field]: before[field] })
  const names = new Set([...Object.keys(before), ...Object.keys(after)]) as Set<keyof Pair>
  const fields = [...names].filter((field) => before[field] !== after[field])
  return fields.length > 0 ? { after, fields } : undefined
}

async function compare(read: Reader, rows: readonly Pair[]): Promise<Difference> {
  const known = new Map((await allPairs(read)).map((pair) => [pair.id, pair]))
  return {
    added: rows.filter((row) => !known.has(row.id)),
    changed: rows.flatMap((row) => {
      const before = known.get(row.id)
      return (before && changeOf(before, row)) ?? []
    }),
  }
}

const planOf = ({ added, changed }: Difference, rows: readonly Pair[]): ImportPlan => ({
  added: added.map(({ id }) => id),
  changed: changed.map(({ after, fields }) => ({ id: after.id, fields })),
  unchanged: rows.length - added.length - changed.length,
})

/** What importing these rows would do, without doing it. */
export async function planImport(read: Reader, rows: readonly Pair[]): Promise<ImportPlan> {
  return planOf(await compare(read, rows), rows)
}

/** Takes the rows in, all of them or none. */
export function importPairs(store: Store, rows: readonly Pair[], now: Date): Promise<ImportPlan> {
  return retryOnConflict(() =>
    store.transaction(async (tx) => {
      const difference = await compare(tx, rows)
      writePairs(tx, {
        added: difference.added.map((pair) => ({ ...pair, importedAt: now })),
        changed: difference.changed.map(({ after }) => ({ ...after, importedAt: now })),
      })
      return planOf(difference, rows)
    }),
  )
}

/** The rows that come with the program. */
export async function shippedPairs(): Promise<Pair[]> {
  const read = readPairsCsv(await readFile(new URL('pairs.csv', import.meta.url), 'utf8'))
  if (!read.ok) throw new Error(`the shipped pairs.csv: line ${read.problems[0]?.line}: ${read.problems[0]?.say}`)
  return read.pairs
}

/** A register that holds nothing gets the shipped rows; any other is left alone. */
export async function fillEmptyRegister(store: Store, now: Date): Promise<void> {
  if (!(await isRegisterEmpty(store))) return
  await addMissingPairs(
    store,
    (await shippedPairs()).map((pair) => ({ ...pair, importedAt: now })),
  )
}
