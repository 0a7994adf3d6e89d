/** A question to an index in MongoDB's words, and a row as the document that it holds. */
import type mongoose from 'mongoose'
import { checkOut } from '../document.ts'
import type { Selection } from '../selection.ts'
import type { Collection, Stored } from '../types.ts'
import { fieldName, type Row } from './model.ts'

export function filterOf({ equal, only, range }: Selection): mongoose.QueryFilter<Row> {
  const filter: Record<string, unknown> = onlyOf({ only })
  for (const [field, value] of equal) filter[fieldName(field)] = value
  if (range) filter[fieldName(range.field)] = bounds(range)
  return filter
}

/** The condition of an index that holds some documents only. */
export function onlyOf({ only }: Pick<Selection, 'only'>): Record<string, unknown> {
  return only ? { [fieldName(only[0])]: only[1] } : {}
}

export function sortOf({ fields, order }: Selection): Record<string, 1 | -1> {
  const direction = order === 'desc' ? -1 : 1
  return Object.fromEntries([...fields, 'id'].map((field) => [fieldName(field), direction]))
}

/** @throws InvalidDocument */
export function readRow<T extends { id: string }, I extends string>(from: Collection<T, I>, row: Row): Stored<T> {
  const { _id: id, rev, _guards: _ofTheStore, ...fields } = row
  return checkOut(from, id, rev, { ...fields, id })
}

function bounds({ from, before }: NonNullable<Selection['range']>): Record<string, unknown> {
  return { ...(from !== undefined && { $gte: from }), ...(before !== undefined && { $lt: before }) }
}
