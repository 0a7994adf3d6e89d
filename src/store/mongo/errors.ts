/** mongod's errors in the store's words. */
import { DuplicateKey, InvalidDocument } from '../errors.ts'
import type { Collection } from '../types.ts'
import { fieldName } from './model.ts'

export const DUPLICATE_KEY = 11_000
const VALIDATION_FAILED = 121
const WRITE_CONFLICT = 112

/** Several transactions were applied as one, and one of them cannot hold. Not one of the driver's errors, as below. */
export class GroupBroken extends Error {}

/** What a document is refused for, not what keeps mongod from answering. */
export function isOverOneDocument(error: unknown): boolean {
  return [DUPLICATE_KEY, VALIDATION_FAILED, WRITE_CONFLICT].includes(codeOf(error) ?? 0)
}

interface WriteError {
  readonly index: number
  readonly code: number
}

/** Which of many documents were refused. @throws the error itself when it is not about single documents */
export function writeErrors(error: unknown): readonly WriteError[] {
  const { writeErrors: list } = error as { writeErrors?: readonly WriteError[] }
  if (!Array.isArray(list) || list.length === 0) throw error
  return list
}

/** Why one of many documents was refused; undefined: it is there already. */
export function refusalOf({ code }: WriteError, into: Collection, id: string): Error | undefined {
  if (code === DUPLICATE_KEY) return undefined
  if (code === VALIDATION_FAILED) return new InvalidDocument(into.name, id, 'mongod refuses it')
  return new Error(`${into.name}: mongod refuses a document (code ${code})`)
}

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
