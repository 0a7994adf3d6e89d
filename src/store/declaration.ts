/**
 * What a store is opened with, checked once: a declaration that one of the two databases could not carry is refused by
 * both, so that a program that runs on SQLite also runs on MongoDB.
 */
import type { z } from 'zod'
import { jsonSchemaOf } from './mongo/json-schema.ts'
import type { Collection } from './types.ts'

const NAME = /^[a-z][A-Za-z0-9]*$/

/** Throws when a declaration cannot be carried: a bug of the program, not of its set-up. */
export function checkDeclarations(collections: readonly Collection[]): void {
  const names = new Set<string>()
  for (const declared of collections) {
    if (names.has(declared.name)) throw new Error(`${declared.name}: two collections have this name`)
    names.add(declared.name)
    checkNames(declared)
    jsonSchemaOf(declared)
  }
}

function checkNames(declared: Collection): void {
  const fields = Object.keys(shapeOf(declared))
  if (!NAME.test(declared.name)) throw new Error(`${declared.name}: a collection's name is a word in camelCase`)
  const odd = fields.find((field) => field === 'rev' || !NAME.test(field))
  if (odd)
    throw new Error(`${declared.name}: a field may not be called '${odd}' ('rev' and '_...' are the store's own)`)
  for (const [index, spec] of Object.entries(declared.indexes)) {
    const named = spec.only ? [...spec.fields, spec.only[0]] : spec.fields
    const unknown = named.find((field) => !fields.includes(field))
    if (!NAME.test(index) || spec.fields.length === 0 || unknown !== undefined) {
      throw new Error(`${declared.name}: the index ${index} needs a name in camelCase and fields of the schema`)
    }
  }
}

/** The schema of each top-level field. */
export function shapeOf(declared: Collection): z.core.$ZodShape {
  return (declared.schema as unknown as z.ZodObject).shape
}

/** A collection that was forgotten where the store is opened is found by the first test that uses it. */
export function notOpened(declared: { readonly name: string }): Error {
  return new Error(`the store was opened without the collection '${declared.name}'`)
}
