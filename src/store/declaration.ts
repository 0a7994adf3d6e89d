/**
 * What a store is opened with, checked once: a declaration that one of the two databases could not carry is refused by
 * both, so that a program that runs on SQLite also runs on MongoDB.
 */
import type { z } from 'zod'
import type { Collection } from './types.ts'

const NAME = /^[a-z][A-Za-z0-9]*$/

/** Throws when a declaration cannot be carried: a bug of the program, not of its set-up. */
export function checkDeclarations(collections: readonly Collection[]): void {
  const names = new Set<string>()
  for (const declared of collections) {
    if (names.has(declared.name)) throw new Error(`${declared.name}: two collections have this name`)
    names.add(declared.name)
    checkNames(declared)
  }
}

function checkNames(declared: Collection): void {
  const fields = Object.keys(shapeOf(declared))
  if (!NAME.test(declared.name)) throw new Error(`${declared.name}: a collection's name is a word in camelCase`)
  if (fields.includes('rev')) throw new Error(`${declared.name}: the field 'rev' belongs to the store`)
  for (const [index, spec] of Object.entries(declared.indexes)) {
    const unknown = spec.fields.find((field) => !fields.includes(field) || !NAME.test(field))
    if (!NAME.test(index) || spec.fields.length === 0 || unknown !== undefined) {
      throw new Error(`${declared.name}: the index ${index} needs a name in camelCase and fields of the schema`)
    }
  }
}

/** The schema of each top-level field. */
export function shapeOf(declared: Collection): z.core.$ZodShape {
  return (declared.schema as unknown as z.ZodObject).shape
}

/** Hands back the collection when the store was opened with it; a forgotten one is found by the first test. */
export class KnownCollections {
  readonly #names: ReadonlySet<string>

  constructor(collections: readonly Collection[]) {
    this.#names = new Set(collections.map(({ name }) => name))
  }

  require(asked: { readonly name: string }): void {
    if (!this.#names.has(asked.name)) throw new Error(`the store was opened without the collection '${asked.name}'`)
  }
}
