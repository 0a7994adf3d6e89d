/**
 * A collection's zod schema as the `$jsonSchema` that mongod checks by itself: a second guard, against everything that
 * writes past this program. zod stays the exact one; what the two count differently (lengths in UTF-16 or in code points,
 * regular expressions, formats) and what mongod refuses (`$schema`, `$ref`, `integer`, `default`) is left out.
 */
import { z } from 'zod'
import type { Collection } from '../types.ts'

export type JsonSchema = { readonly [keyword: string]: unknown }

/** Keywords whose value is taken as it is. */
const LITERAL = ['bsonType', 'enum', 'required', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']
/** Keywords whose value is a schema, or true or false, or a list of schemas. */
const NESTED = ['items', 'additionalItems', 'additionalProperties', 'not', 'anyOf', 'oneOf', 'allOf']
const NESTED_BY_NAME = ['properties', 'patternProperties']

/** What neither JSON nor our index columns can hold. */
const UNSTORABLE = new Set(['bigint', 'symbol', 'map', 'set', 'file', 'function', 'promise', 'nan'])

/** @throws Error when the schema has a type that a document cannot hold */
export function jsonSchemaOf(declared: Collection): JsonSchema {
  const schema = z.toJSONSchema(declared.schema, {
    target: 'draft-4',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      const { type } = zodSchema._zod.def
      if (UNSTORABLE.has(type)) throw new Error(`${declared.name}: a document cannot hold a ${type}`)
      if (type === 'date') (jsonSchema as { bsonType?: string }).bsonType = 'date'
    },
  })
  return asStored(translate(schema) as JsonSchema)
}

/** The document's id is mongod's `_id`, and the store adds its own fields. */
function asStored(schema: JsonSchema): JsonSchema {
  const { id, ...properties } = schema.properties as Record<string, JsonSchema>
  const required = (schema.required as string[]).map((field) => (field === 'id' ? '_id' : field))
  return {
    ...schema,
    properties: { _id: id, rev: { type: 'number' }, _guards: { type: 'number' }, ...properties },
    required: [...required, 'rev'],
  }
}

function translate(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(translate)
  if (typeof schema !== 'object' || schema === null) return schema
  const source = schema as JsonSchema
  // A schema that contains itself, such as zod's json(): anything may stand there.
  if ('$ref' in source) return {}
  const translated: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(source)) {
    if (LITERAL.includes(keyword)) translated[keyword] = value
    if (NESTED.includes(keyword)) translated[keyword] = translate(value)
    if (NESTED_BY_NAME.includes(keyword)) translated[keyword] = translateEach(value as JsonSchema)
    if (keyword === 'type') translated.type = value === 'integer' ? 'number' : value
    if (keyword === 'allOf') translated.allOf = (value as JsonSchema[]).map(withoutClosing)
  }
  return translated
}

function translateEach(schemas: JsonSchema): JsonSchema {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, translate(schema)]))
}

/** Each half of an intersection would else refuse the fields of the other. */
function withoutClosing(half: JsonSchema): unknown {
  const { additionalProperties: _closed, ...open } = half
  return translate(open)
}
