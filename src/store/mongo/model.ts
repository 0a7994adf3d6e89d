/** The mongoose model of a declared collection: its fields, and its indexes by the names that tell what they are. */
import mongoose from 'mongoose'
import type { z } from 'zod'
import { shapeOf } from '../declaration.ts'
import type { Collection, IndexSpec } from '../types.ts'

/** As it lies in the collection: `_id` is the document's id, `_guards` counts how often a transaction relied on it. */
export interface Row {
  _id: string
  rev: number
  _guards?: number
  [field: string]: unknown
}

export type RowModel = mongoose.Model<Row>

/** Strings compare by their bytes, which in UTF-8 is by code point. */
const BINARY = { locale: 'simple' }

/** mongoose must not do anything by itself: what is there is compared and changed in prepare.ts. */
const OPTIONS = {
  _id: false,
  id: false,
  versionKey: false,
  minimize: false,
  strict: false,
  autoCreate: false,
  autoIndex: false,
  bufferCommands: false,
  collation: BINARY,
} as const

export function modelOf(connection: mongoose.Connection, declared: Collection): RowModel {
  const { id: _asUnderscoreId, ...shape } = shapeOf(declared)
  const fields = Object.fromEntries(Object.entries(shape).map(([field, type]) => [field, { type: typeOf(type) }]))
  const definition = { _id: { type: String }, rev: { type: Number }, _guards: { type: Number }, ...fields }
  const schema = new mongoose.Schema<Row>(definition as unknown as mongoose.SchemaDefinition<Row>, {
    ...OPTIONS,
    collection: declared.name,
  })
  for (const { keys, options } of indexesOf(declared)) schema.index(keys, options)
  return connection.model<Row>(declared.name, schema)
}

export interface DeclaredIndex {
  readonly keys: Record<string, 1>
  readonly options: mongoose.IndexOptions & { readonly name: string }
}

/**
 * An index to find by, in the order of its fields and then of the id; beside it, where the key is unique, an index that
 * holds only documents with all its fields.
 */
export function indexesOf(declared: Collection): DeclaredIndex[] {
  // mongod itself keeps the one over the id alone, under a name of its own.
  const built = Object.entries(declared.indexes).filter(([, { fields }]) => fields.join() !== 'id')
  return built.flatMap(([name, spec]) => {
    const found = {
      keys: keysOf([...spec.fields, 'id']),
      options: {
        name: `${name} (${spec.fields.join(', ')})${nameOf(spec.only)}`,
        ...(spec.only && { partialFilterExpression: onlyOf(spec.only) }),
      },
    }
    return spec.unique ? [found, uniqueIndex(name, spec)] : [found]
  })
}

function uniqueIndex(name: string, spec: IndexSpec): DeclaredIndex {
  const hasAValue = spec.fields.map((field) => [fieldName(field), { $type: ['string', 'number', 'bool', 'date'] }])
  return {
    keys: keysOf(spec.fields),
    options: {
      name: `${name} unique (${spec.fields.join(', ')})${nameOf(spec.only)}`,
      unique: true,
      partialFilterExpression: { ...Object.fromEntries(hasAValue), ...(spec.only && onlyOf(spec.only)) },
    },
  }
}

const nameOf = (only: IndexSpec['only']): string => (only ? ` only ${only.join(' ')}` : '')

const onlyOf = ([field, value]: NonNullable<IndexSpec['only']>) => ({ [fieldName(field)]: value })

export const fieldName = (field: string): string => (field === 'id' ? '_id' : field)

const keysOf = (fields: readonly string[]): Record<string, 1> =>
  Object.fromEntries(fields.map((field) => [fieldName(field), 1 as const]))

const SCALARS: Readonly<Record<string, unknown>> = {
  string: String,
  enum: String,
  number: Number,
  boolean: Boolean,
  date: Date,
}

function typeOf(type: z.core.$ZodType): unknown {
  const { def } = type._zod
  if ('innerType' in def) return typeOf(def.innerType as z.core.$ZodType)
  return SCALARS[def.type] ?? mongoose.Schema.Types.Mixed
}
