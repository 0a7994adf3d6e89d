/** mongod's errors in the store's words. */
import { DuplicateKey, InvalidDocument } from '../errors.ts'
import type { Collection } from '../types.ts'
import { fieldName } from './model.ts'

export const DUPLICATE_KEY = 11_000
const VALIDATION_FAILED = 121

export function codeOf(error: unknown): number | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : undefined
}

/**
 * Not one of the driver's errors any more, so that the driver does not run the transaction again; and without it as the
 * cause: its text holds the values, which may be a person's.
 */
export function inOurWords(error: unknown, into: Collection, id: string): unknown {
  if (codeOf(error) === DUPLICATE_KEY) return new DuplicateKey(into.name, takenIndex(error, into))
  if (codeOf(error) === VALIDATION_FAILED) return new InvalidDocument(into.name, id, 'mongod refuses it')
  return error
}

function takenIndex(error: unknown, into: Collection): string {
  const { keyPattern } = error as { keyPattern?: Record<string, unknown> }
  const taken = Object.keys(keyPattern ?? {}).join()
  const index = Object.entries(into.indexes).find(
    ([, { fields, unique }]) => unique && fields.map(fieldName).join() === taken,
  )
  return index?.[0] ?? 'id'
}
