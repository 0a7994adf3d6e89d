/**
 * What a row of a file changes of a pair. What an admin wrote in the chat gives way only to a row that speaks of a later day
 * than the admin's source and than the day of writing; else the row's value is left out and told as a conflict.
 */
import type { Stored } from '../store/index.ts'
import type { ChatEdit, Pair } from './pair.ts'

export interface Conflict {
  readonly id: string
  readonly field: string
  /** What stays, by whose word it does, and what the file says. */
  readonly kept: string
  readonly edit: Pick<ChatEdit, 'source' | 'asOf' | 'on'>
  readonly refused: string
}

export interface RowChange {
  readonly after: Stored<Pair>
  readonly fields: readonly string[]
  /** Of `fields`, what an admin had written and a later row replaces. */
  readonly overruled: readonly string[]
  readonly conflicts: readonly Conflict[]
}

/** What stays with a pair whatever a file says: it is of the register, and no column of the file. */
const KEPT: readonly string[] = [
  'dutyDecision',
  'importedAt',
  'spellings',
  'chatEdits',
  'distinctFrom',
  'withdrawn',
  'ended',
  'rev',
]

type Fields = Readonly<Record<string, unknown>>

const shown = (value: unknown) => (value === undefined ? '(none)' : String(value))

export function compareWithRow(before: Stored<Pair>, row: Pair): RowChange {
  const [old, fresh] = [before as Fields, row as Fields]
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)])
  const differing = [...names].filter((field) => !KEPT.includes(field) && old[field] !== fresh[field])
  const edits = new Map((before.chatEdits ?? []).map((edit) => [edit.field, edit]))
  const standing = (field: string) => {
    const edit = edits.get(field)
    return edit && !isLater(row, edit) ? edit : undefined
  }
  const fields = differing.filter((field) => !standing(field))
  const overruled = fields.filter((field) => edits.has(field))
  const conflicts = differing.flatMap((field): Conflict[] => {
    const edit = standing(field)
    return edit ? [{ id: before.id, field, kept: shown(old[field]), edit, refused: shown(fresh[field]) }] : []
  })
  return { after: merged(before, row, fields, overruled), fields, overruled, conflicts }
}

const isLater = ({ asOf }: Pair, edit: ChatEdit) => asOf > edit.asOf && asOf > edit.on

function merged(
  before: Stored<Pair>,
  row: Pair,
  fields: readonly string[],
  overruled: readonly string[],
): Stored<Pair> {
  const kept = Object.entries(before).filter(([field]) => !fields.includes(field))
  const taken = Object.entries(row).filter(([field]) => fields.includes(field))
  const after = Object.fromEntries([...kept, ...taken]) as Stored<Pair>
  if (overruled.length === 0) return after
  return { ...after, chatEdits: (before.chatEdits ?? []).filter(({ field }) => !overruled.includes(field)) }
}
