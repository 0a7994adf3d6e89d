/** Takes rows into the register: `pair_id` tells which pair a row is, and a pair that is missing from the file stays. */
import { readFile } from 'node:fs/promises'
import { type Reader, retryOnConflict, type Store } from '../store/index.ts'
import { type Conflict, compareWithRow, type RowChange } from './compare-with-file.ts'
import { lookAlikes } from './near-names.ts'
import type { Pair } from './pair.ts'
import { addMissingPairs, allRows, isRegisterEmpty, writePairs } from './pair-store.ts'
import { readPairsCsv } from './read-pairs-csv.ts'

/** What an import would do, or did. */
export interface ImportPlan {
  /** Ids of pairs that are new. */
  readonly added: readonly string[]
  /** `overruled`: fields that an admin had written in the chat, and that a later row replaces. */
  readonly changed: readonly {
    readonly id: string
    readonly fields: readonly string[]
    readonly overruled: readonly string[]
  }[]
  readonly unchanged: number
  /** What an admin wrote in the chat and the file says otherwise: it stays as it was written. */
  readonly conflicts: readonly Conflict[]
  /** Rows of pairs that an admin has withdrawn: left out. */
  readonly withdrawn: readonly string[]
  /** New pairs whose partner looks like one that the province has. */
  readonly alike: readonly { readonly id: string; readonly to: readonly string[] }[]
}

interface Difference extends Pick<ImportPlan, 'withdrawn' | 'alike'> {
  readonly added: readonly Pair[]
  readonly known: readonly RowChange[]
}

async function compare(read: Reader, rows: readonly Pair[]): Promise<Difference> {
  const register = await allRows(read)
  const byId = new Map(register.map((pair) => [pair.id, pair]))
  const added = rows.filter((row) => !byId.has(row.id))
  const found = rows.flatMap((row) => {
    const before = byId.get(row.id)
    return before ? [{ before, row }] : []
  })
  const standing = [...register.filter(({ withdrawn }) => !withdrawn), ...added]
  return {
    added,
    known: found.flatMap(({ before, row }) => (before.withdrawn ? [] : [compareWithRow(before, row)])),
    withdrawn: found.flatMap(({ before }) => (before.withdrawn ? [before.id] : [])),
    alike: added.flatMap((pair) => {
      const to = lookAlikes(pair, standing).map(({ id }) => id)
      return to.length > 0 ? [{ id: pair.id, to }] : []
    }),
  }
}

const isChanged = ({ fields }: RowChange) => fields.length > 0

function planOf({ added, known, withdrawn, alike }: Difference): ImportPlan {
  const changed = known.filter(isChanged)
  return {
    added: added.map(({ id }) => id),
    changed: changed.map(({ after, fields, overruled }) => ({ id: after.id, fields, overruled })),
    unchanged: known.length - changed.length,
    conflicts: known.flatMap(({ conflicts }) => conflicts),
    withdrawn,
    alike,
  }
}

/** What importing these rows would do, without doing it. */
export async function planImport(read: Reader, rows: readonly Pair[]): Promise<ImportPlan> {
  return planOf(await compare(read, rows))
}

/** Takes the rows in, all of them or none. */
export function importPairs(store: Store, rows: readonly Pair[], now: Date): Promise<ImportPlan> {
  return retryOnConflict(() =>
    store.transaction(async (tx) => {
      const difference = await compare(tx, rows)
      writePairs(tx, {
        added: difference.added.map((pair) => ({ ...pair, importedAt: now })),
        changed: difference.known.filter(isChanged).map(({ after }) => ({ ...after, importedAt: now })),
      })
      return planOf(difference)
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
