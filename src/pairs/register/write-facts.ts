/** What an admin's word makes of a row: the fields, and beside each what it rests on, so that an import does not undo it unseen. */
import type { Json } from '../../dialogs/index.ts'
import type { Day } from '../../thai/index.ts'
import type { ChatEdit, Pair } from '../pair.ts'
import { FACTS, type FactId, facts, isSame } from './facts.ts'

export type Values = ReadonlyMap<FactId, Json>
type Given = Readonly<Record<string, Json>>

export interface Basis {
  readonly source: string
  /** The day that the source speaks of. */
  readonly asOf: Day
  /** The day of writing. */
  readonly on: Day
}

/** The facts among a dialog's answers. */
export function valuesIn(given: Given): Values {
  return new Map(
    FACTS.flatMap((id) => {
      const value = given[id]
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}

/** Those that differ from the row. */
export function changesIn(pair: Pair, values: Values): Values {
  return new Map([...values].filter(([id, value]) => !isSame(facts[id].of(pair), value)))
}

export function withFacts<P extends Pair>(pair: P, values: Values, basis: Basis): P {
  const fields: Partial<Pair> = Object.assign({}, ...[...values].map(([id, value]) => facts[id].fields(value)))
  return withEdits({ ...pair, ...fields }, Object.keys(fields), basis)
}

/** Notes of the fields that an admin wrote them, on this basis. */
export function withEdits<P extends Pair>(pair: P, fields: readonly string[], basis: Basis): P {
  const others = (pair.chatEdits ?? []).filter(({ field }) => !fields.includes(field))
  const edits: ChatEdit[] = [...others, ...fields.map((field) => ({ field, ...basis }))]
  return withoutGaps({ ...pair, chatEdits: edits })
}

/** A store keeps no `undefined`. */
export function withoutGaps<P extends object>(pair: P): P {
  return Object.fromEntries(Object.entries(pair).filter(([, value]) => value !== undefined)) as P
}

/** The facts of a row, for the audit log. */
export function factsOf(pair: Pair, ids: Iterable<FactId>): Record<string, Json> {
  return Object.fromEntries([...ids].map((id) => [id, facts[id].of(pair)]))
}
